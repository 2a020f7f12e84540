package org.vaerestore.job;

import java.util.Locale;

/** Numbers of bytes, for people. */
public final class Bytes {

	private static final double MEGA = 1 << 20, GIGA = 1 << 30;

	private Bytes() {}

	/** Returns a number of bytes in megabytes or gigabytes, such as 310 MB or 19.2 GB. */
	public static String describe(final long bytes) {
		if (bytes >= 10 * GIGA / 8) return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
		return String.format(Locale.ROOT, bytes < 10 * MEGA ? "%.1f MB" : "%.0f MB", bytes / MEGA);
	}
}
