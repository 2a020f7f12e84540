package org.vaerestore.imagej.window;

import java.util.Locale;

/** How long a job will still take, as far as its past tells. */
final class TimeLeft {

	private static final double LEAST_DONE = 0.01, LEAST_SECONDS = 1;

	private TimeLeft() {}

	/** Returns such as "1:05 left", or nothing while it is too early to tell. */
	static String describe(final double fraction, final double seconds) {
		if (!(fraction >= LEAST_DONE && fraction < 1 && seconds >= LEAST_SECONDS)) return "";
		final long left = Math.round(seconds * (1 - fraction) / fraction);
		return left < 3600 ? String.format(Locale.ROOT, "%d:%02d left", left / 60, left % 60) : String.format(Locale.ROOT,
			"%d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60);
	}
}
