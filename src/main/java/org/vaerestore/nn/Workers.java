package org.vaerestore.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The threads on which all ND4J work runs, each of them alone.
 * <p>
 * OpenMP's own threads spin while they wait for each other, at every operation: two programs that do so on the same cores
 * are ten times slower than one. Here every thread computes with one OpenMP thread, and work is divided between threads
 * where it is large: by rows of a batch, by tiles, by samples.
 * </p>
 */
public final class Workers {

	private static final ExecutorService THREADS = Executors.newCachedThreadPool(Worker::new);

	private Workers() {}

	/** Runs work on a worker and waits for its result; called on a worker, runs it at once. */
	public static <T> T call(final Supplier<T> work) {
		if (Thread.currentThread() instanceof Worker) return work.get();
		return await(submit(work::get));
	}

	/** Runs work on a worker and waits for its end; called on a worker, runs it at once. */
	public static void run(final Runnable work) {
		call(() -> {
			work.run();
			return null;
		});
	}

	/**
	 * Runs jobs side by side and waits for the end of all; called on a worker, runs them one after the other.
	 *
	 * @param threads most workers at a time, at least 1
	 * @param jobs number of jobs
	 * @param job takes the index of a job, from 0; indices are handed out in their order
	 */
	public static void forEach(final int threads, final int jobs, final IntConsumer job) {
		if (Thread.currentThread() instanceof Worker) {
			for (int i = 0; i < jobs; i++)
				job.accept(i);
			return;
		}
		final AtomicInteger next = new AtomicInteger();
		final List<Future<Object>> workers = new ArrayList<>();
		for (int worker = 0; worker < Math.min(threads, jobs); worker++)
			workers.add(submit(() -> {
				try {
					for (int i = next.getAndIncrement(); i < jobs; i = next.getAndIncrement())
						job.accept(i);
				}
				catch (final RuntimeException | Error e) {
					next.set(jobs);
					throw e;
				}
				return null;
			}));
		RuntimeException failure = null;
		for (final Future<Object> worker : workers) {
			try {
				await(worker);
			}
			catch (final RuntimeException e) {
				failure = failure == null ? e : failure;
			}
		}
		if (failure != null) throw failure;
	}

	/**
	 * Returns the arrays of the worker that calls, for what is of no use after an operation.
	 *
	 * @throws IllegalStateException on any other thread
	 */
	static Scratch scratch() {
		if (Thread.currentThread() instanceof Worker worker) return worker.scratch;
		throw new IllegalStateException("Layers compute on workers alone, not on the thread " + Thread.currentThread()
			.getName() + ".");
	}

	private static <T> Future<T> submit(final Callable<T> work) {
		return THREADS.submit(() -> {
			Backend.useOneThread();
			return work.call();
		});
	}

	/** Waits even if interrupted: the work goes on with arrays that its caller would close. */
	private static <T> T await(final Future<T> work) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return work.get();
				}
				catch (final InterruptedException e) {
					interrupted = true;
				}
			}
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			if (e.getCause() instanceof Error cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private static final class Worker extends Thread {

		private final Scratch scratch = new Scratch();

		Worker(final Runnable work) {
			super(work, "VAE Restore compute");
			setDaemon(true);
		}

		@Override
		public void run() {
			try (scratch) {
				super.run();
			}
		}
	}

	/** Loads ND4J at its first use, so that starting the program does not wait for it. */
	private static final class Backend {

		static {
			// Without it ND4J looks for its backend in the context class loader, which in ImageJ does not see plugins.
			ND4JClassLoading.setNd4jClassloaderFromClass(Workers.class);
			Nd4j.create(1).close();
			// What ND4J itself divides between threads; OpenMP's number is for each calling thread.
			Nd4j.getEnvironment().setMaxMasterThreads(1);
			// OpenBLAS has threads of its own, and one number for all that call it.
			openblas_nolapack.blas_set_num_threads(1);
		}

		static void useOneThread() {
			NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
		}
	}
}
