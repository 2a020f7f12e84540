package org.vaerestore.job;

/** Cancels when it has been asked often enough. */
public final class Impatient implements Progress {

	private final int patience;
	private int asked;

	/**
	 * @param patience how often it says that the work is to go on
	 */
	public Impatient(final int patience) {
		this.patience = patience;
	}

	@Override
	public void update(final double fraction, final String message) {
		// Nobody looks.
	}

	@Override
	public void log(final String line) {
		// Nobody reads.
	}

	@Override
	public boolean isCancelled() {
		return asked++ >= patience;
	}
}
