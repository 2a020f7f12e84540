package org.vaerestore.imagej.action;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;

/** How the run of a command ended. */
public sealed interface Outcome {

	/** It did what it was asked for. */
	record Done() implements Outcome {
	}

	/** The user didn't want it any more. */
	record Cancelled() implements Outcome {
	}

	/**
	 * It could not do it.
	 *
	 * @param message for the user: what was wrong, and what to do
	 */
	record Failed(String message) implements Outcome {
	}

	/** Does the work, whatever of a command that is, and tells how it ended; faults of the program are thrown on. An interrupt is a cancellation. */
	static Outcome of(final Runnable work) {
		try {
			return done(work);
		}
		catch (final InputException e) {
			return new Failed(e.getMessage());
		}
		catch (final CancelledException e) {
			return new Cancelled();
		}
		catch (final OutOfMemoryError e) {
			return new Failed(tooLittleMemory());
		}
	}

	private static Outcome done(final Runnable work) {
		try {
			work.run();
			return new Done();
		}
		catch (final RuntimeException e) {
			throw Causes.unwrapped(e);
		}
	}

	/** Returns what to tell a user whose memory has run out. */
	static String tooLittleMemory() {
		return "There is not enough memory: ImageJ has " + (Runtime.getRuntime().maxMemory() >> 20) +
			" MB. Give it more (Edit > Options > Memory & Threads...), or use a smaller image.";
	}
}
