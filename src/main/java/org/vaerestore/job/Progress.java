package org.vaerestore.job;

/**
 * Where a long job tells how far it is, and asks whether to go on.
 * <p>
 * Algorithms never print and never know their host: the command line, ImageJ and Fiji each pass an implementation of
 * their own. All methods may be called from any one thread at a time, often; implementations must be quick and must not
 * throw.
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

	/** Returns true once the user wants the job to end; jobs ask at least every half second. */
	boolean isCancelled();

	/**
	 * Ends the job if the user wants it to end.
	 *
	 * @throws CancelledException if {@link #isCancelled()}
	 */
	default void checkCancelled() {
		if (isCancelled()) throw new CancelledException();
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
