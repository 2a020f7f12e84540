package org.vaerestore.job;

/**
 * Where a long job tells how far it is, and asks whether to go on.
 * <p>
 * Algorithms never print and never know their host: the command line, ImageJ and Fiji each pass an implementation of
 * their own. Any thread may ask whether the job is to end, several at once, as those that share a job do. Telling is for one
 * thread at a time, not always the same one. All of it happens often, so implementations must be quick, and must not throw.
 * </p>
 * <p>
 * An interrupt is a cancellation, too: the job of a thread that is interrupted ends as if its user had ended it, and the
 * thread's interrupt flag stays set.
 * </p>
 */
public interface Progress {

	/**
	 * Tells how far the job is.
	 *
	 * @param fraction share of the whole job that is done, 0 to 1
	 * @param message what is being done now, in a few words
	 */
	void update(double fraction, String message);

	/** Writes one line that a user may want to keep, such as a finding or a warning. */
	void log(String line);

	/** Returns true once the user wants the job to end; to be called from any thread. */
	boolean isCancelled();

	/**
	 * Returns true once the job is to end, as its user wants it or the calling thread is interrupted; jobs ask at least every
	 * half second.
	 */
	default boolean mustEnd() {
		return isCancelled() || Thread.currentThread().isInterrupted();
	}

	/**
	 * Ends the job if it is to end.
	 *
	 * @throws CancelledException if {@link #mustEnd()}
	 */
	default void checkCancelled() {
		if (mustEnd()) throw new CancelledException();
	}

	/** Returns a part of this progress: its 0 to 1 is {@code from} to {@code to} of this one. */
	default Progress part(final double from, final double to) {
		return new PartialProgress(this, from, to);
	}

	/** Returns a progress that tells nobody and never cancels. */
	static Progress silent() {
		return SilentProgress.INSTANCE;
	}
}
