package org.vaerestore.job;

import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What really ended a job, behind what threads, futures and channels wrap around it. */
public final class Causes {

	private Causes() {}

	/**
	 * Returns what to throw for something that was caught: an interrupt is a cancellation, and a wrapper of what happened on
	 * another thread is what happened there.
	 *
	 * @param caught anything
	 * @return never a wrapper; the thread's interrupt flag is set if an interrupt was the cause
	 * @throws Error if that is what happened
	 */
	public static RuntimeException unwrapped(final Throwable caught) {
		if (isInterrupt(caught)) {
			Thread.currentThread().interrupt();
			return new CancelledException();
		}
		Throwable real = caught;
		while (isWrapper(real))
			real = real.getCause();
		if (real instanceof Error error) throw error;
		return real instanceof RuntimeException exception ? exception : new IllegalStateException(real.getMessage(), real);
	}

	/** Returns whether the interrupt of a thread is behind something that was caught. */
	public static boolean isInterrupt(final Throwable caught) {
		for (Throwable cause = caught; cause != null; cause = cause.getCause())
			if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException ||
				cause instanceof InterruptedIOException) return true;
		return false;
	}

	/** ImgLib2 throws bare runtime exceptions around what its threads' futures throw. */
	private static boolean isWrapper(final Throwable caught) {
		final Throwable cause = caught.getCause();
		if (cause == null) return false;
		return caught instanceof ExecutionException || caught instanceof CompletionException ||
			caught instanceof InvocationTargetException || caught
			.getClass() == RuntimeException.class;
	}
}
