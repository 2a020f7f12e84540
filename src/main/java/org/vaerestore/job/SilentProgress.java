package org.vaerestore.job;

/** Tells nobody and never cancels. */
enum SilentProgress implements Progress {
	INSTANCE;

	@Override
	public void update(final double fraction, final String message) {
		// nobody listens
	}

	@Override
	public void log(final String line) {
		// nobody listens
	}

	@Override
	public boolean isCancelled() {
		return false;
	}
}
