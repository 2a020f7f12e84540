package org.vaerestore.job;

/** A stretch of a longer job. */
record PartialProgress(Progress whole, double from, double to) implements Progress {

	@Override
	public void update(final double fraction, final String message) {
		whole.update(from + (to - from) * fraction, message);
	}

	@Override
	public void log(final String line) {
		whole.log(line);
	}

	@Override
	public boolean isCancelled() {
		return whole.isCancelled();
	}
}
