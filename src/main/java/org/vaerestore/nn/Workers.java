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

import org.vaerestore.job.Causes;

/**
 * The threads on which all ND4J work runs, each of them alone.
 * <p>
 * OpenMP's own threads spin while they wait for each other, at every operation: two programs that do so on the same cores
 * are ten times slower than one. Here every thread computes with one OpenMP thread, and work is divided between threads
 * where it is large: by rows of a batch, by tiles, by samples. A caller that is interrupted still waits for the end of its
 * work, which is interrupted with it.
 * </p>
 */
public final class Workers {

	private static final ExecutorService THREADS = Executors.newCachedThreadPool(Worker::new);

	private Workers() {}

	/** Runs work on a worker and waits for its result; called on a worker, runs it at once. */
	public static <T> T call(final Supplier<T> work) {
		if (Thread.currentThread() instanceof Worker) return work.get();
		final Task<T> task = submit(work::get);
		return await(task, List.of(task));
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
		final List<Task<Object>> workers = new ArrayList<>();
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
		Throwable failure = null;
		for (final Task<Object> worker : workers) {
			try {
				await(worker, workers);
			}
			catch (final RuntimeException | Error e) {
				failure = failure == null ? e : failure;
			}
		}
		if (failure != null) throw Causes.unwrapped(failure);
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

	private static <T> Task<T> submit(final Callable<T> work) {
		final Task<T> task = new Task<>(work);
		task.result = THREADS.submit(task);
		return task;
	}

	/**
	 * Waits even if interrupted: the work goes on with arrays that its caller would close. But it is interrupted, too, so that
	 * it can end early.
	 */
	private static <T> T await(final Task<T> task, final List<? extends Task<?>> all) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return task.result.get();
				}
				catch (final InterruptedException e) {
					interrupted = true;
					all.forEach(Task::interrupt);
				}
			}
		}
		catch (final ExecutionException e) {
			throw Causes.unwrapped(e);
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	/** Work that can be interrupted while it runs, and not when its thread does something else. */
	private static final class Task<T> implements Callable<T> {

		private final Callable<T> work;
		private Future<T> result;
		private Thread runner;
		private boolean interrupted;

		Task(final Callable<T> work) {
			this.work = work;
		}

		@Override
		public T call() throws Exception {
			// An interrupt while ND4J loads its natives would leave it without them.
			Backend.enter();
			try {
				begin();
				return work.call();
			}
			finally {
				end();
				Backend.leave();
			}
		}

		synchronized void interrupt() {
			interrupted = true;
			if (runner != null) runner.interrupt();
		}

		private synchronized void begin() {
			runner = Thread.currentThread();
			if (interrupted) runner.interrupt();
		}

		private synchronized void end() {
			runner = null;
			Thread.interrupted();
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
}
