package org.vaerestore.imagej;

import java.util.Locale;

import org.vaerestore.job.InputException;

/** Asks for heap before it is needed, so that a job fails at its start and not at its end. */
final class Memory {

	private static final double MEGA = 1024 * 1024;

	private Memory() {}

	/**
	 * Checks that the Java heap has room.
	 *
	 * @param bytes how much is needed besides what is in use
	 * @param what it is needed for, in a few words
	 * @throws InputException if there is less, with both figures and the remedy
	 */
	static void require(final long bytes, final String what) {
		final Runtime runtime = Runtime.getRuntime();
		if (bytes <= runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory()) return;
		// Garbage counts as used until it is collected.
		System.gc();
		final long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
		if (bytes > free) throw new InputException("There is not enough memory for " + what + ": it needs " + describe(
			bytes) + ", and " + describe(free) + " of " + describe(runtime.maxMemory()) +
			" are free; give Java more (-Xmx, or Edit > Options > Memory & Threads in ImageJ) or use a smaller image.");
	}

	/** Returns a number of bytes in megabytes, for people. */
	static String describe(final long bytes) {
		return String.format(Locale.ROOT, bytes < 10 * MEGA ? "%.1f MB" : "%.0f MB", bytes / MEGA);
	}
}
