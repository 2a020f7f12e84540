package org.vaerestore.nn;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The one thread on which all ND4J work runs.
 * <p>
 * ND4J keeps the number of OpenMP threads, its random generator and its caches per calling thread, and OpenMP starts a
 * new team for each thread that calls it; so everything goes through one thread that lives as long as the program.
 * </p>
 */
public final class ComputeThread {

	private static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor(ComputeThread::newThread);

	private ComputeThread() {}

	/**
	 * Runs work on the compute thread and waits for its result; called on the compute thread itself, runs it at once.
	 *
	 * @param threads OpenMP threads to grant, at least 1
	 * @param work what to run
	 * @return what it returned
	 */
	public static <T> T call(final int threads, final Supplier<T> work) {
		if (Thread.currentThread() instanceof Worker) return work.get();
		try {
			return EXECUTOR.submit((Callable<T>) () -> {
				Backend.grantThreads(threads);
				return work.get();
			}).get();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			if (e.getCause() instanceof Error cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while computing.", e);
		}
	}

	/** Runs work on the compute thread and waits for its end. */
	public static void run(final int threads, final Runnable work) {
		call(threads, () -> {
			work.run();
			return null;
		});
	}

	private static Thread newThread(final Runnable work) {
		final Thread thread = new Worker(work);
		thread.setDaemon(true);
		return thread;
	}

	private static final class Worker extends Thread {

		Worker(final Runnable work) {
			super(work, "VAE Restore compute");
		}
	}

	/** Loads ND4J at its first use, so that starting the program does not wait for it. */
	private static final class Backend {

		static {
			// Without it ND4J looks for its backend in the context class loader, which in ImageJ does not see plugins.
			ND4JClassLoading.setNd4jClassloaderFromClass(ComputeThread.class);
			Nd4j.create(1).close();
		}

		static void grantThreads(final int threads) {
			NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
		}
	}
}
