package org.vaerestore.setaside;

import java.util.Arrays;

/**
 * Finds single pixels, and groups of up to four, that stand out from all around them more sharply than anything that came
 * through a lens could, far above or below what the noise allows.
 */
final class SinglePixels {

	/** Least height, in standard deviations of the noise around, of each pixel of a group. */
	private static final double HEIGHT = 20;
	/** Least height of one of them, unless it is beyond all that there is around other pixels. */
	private static final double STRIKING = 60;
	/** How far beyond that, in standard deviations; a pixel that far below all levels needs no more height: no star is dark. */
	private static final double BEYOND = 10;
	/** The most that pixels beside a group may have of its height. A star of one pixel leaves 6 % there. */
	private static final double SHARP = 0.035;
	/** The most that the highest pixel around a group may have of its height for it to be undersampled at least. */
	private static final double UNDERSAMPLED = 0.5;
	private static final int LARGEST = 4;
	private static final int REACH = 3;

	private final FirstNoise noise;
	private final double dark, bright;
	private final double step;
	private final int most;
	private final Surroundings surroundings = new Surroundings(REACH);
	private final int[] group = new int[LARGEST + 1];
	private long[] found = new long[16];
	private int count;
	private long blurred;

	/**
	 * @param darkest least level of the image
	 * @param brightest largest level of the image
	 * @param most pixels that are kept; more are no faults of a detector
	 */
	SinglePixels(final FirstNoise noise, final double darkest, final double brightest, final int most) {
		this.noise = noise;
		this.most = most;
		dark = darkest - BEYOND * noise.at(darkest);
		bright = brightest + BEYOND * noise.at(brightest);
		step = HEIGHT / 2 * noise.tail() * noise.least();
	}

	/** Hears of a band; pixels of it that are NaN take no part. */
	void visit(final Band band, final long first) {
		final float[] values = band.values();
		final int width = band.width();
		for (int row = 0; row < band.rows(); row++)
			for (int x = 0, i = band.index(0, row); x < band.columns(); x++, i++) {
				final float value = values[i];
				// The first pixel of a group in reading order, which every group has once.
				if (value < dark || !(Math.abs(value - values[i - width]) <= step) && !(Math.abs(value - values[i - 1]) <= step)) look(
					band, i, first);
			}
	}

	/** Returns how many pixels it has found. */
	int count() {
		return count;
	}

	/** Returns whether there are more than it keeps. */
	boolean isFull() {
		return count > most;
	}

	/** Returns how many groups are nearly so sharp: a picture that has many of them may have sharp ones that are signal. */
	long blurred() {
		return blurred;
	}

	/** Returns the pixels, as {@code plane * pixels of a plane + place}, sorted. */
	long[] found() {
		final long[] sorted = Arrays.copyOf(found, count);
		Arrays.sort(sorted);
		return sorted;
	}

	private void look(final Band band, final int seed, final long first) {
		final float[] values = band.values();
		final int width = band.width();
		if (!Float.isFinite(values[seed])) return;
		final double level = level(values, width, seed);
		if (Double.isNaN(level)) return;
		final double deviation = Math.max(noise.tail() * noise.at(level), surroundings.deviation(level));
		final boolean isDark = values[seed] < dark;
		final double least = (isDark ? BEYOND : HEIGHT) * deviation;
		final double sign = Math.signum(values[seed] - level);
		final int size = flood(values, width, seed, level, sign, least);
		if (size == 0) return;
		double lowest = Double.POSITIVE_INFINITY, highest = 0, sum = 0, extreme = 0;
		for (int k = 0; k < size; k++) {
			final double height = sign * (values[group[k]] - level);
			lowest = Math.min(lowest, height);
			if (height > highest) extreme = values[group[k]];
			highest = Math.max(highest, height);
			sum += height / size;
		}
		final boolean beyond = sign < 0 ? extreme < dark : extreme > bright;
		if (highest < STRIKING * deviation && !beyond) return;
		switch (shape(values, width, size, level, sign, sum, isDark ? deviation : 0)) {
			case SHARP -> keep(band, size, first);
			case BLURRED -> blurred++;
			case WIDE -> {}
		}
	}

	/** How a group goes over into what is around it. */
	private enum Shape {
		SHARP, BLURRED, WIDE
	}

	private double level(final float[] values, final int width, final int i) {
		surroundings.clear();
		for (int dy = -REACH; dy <= REACH; dy++)
			for (int k = i + dy * width - REACH; k <= i + dy * width + REACH; k++)
				if (k != i) surroundings.add(values[k]);
		return surroundings.count() < 3 * LARGEST ? Double.NaN : surroundings.median();
	}

	/** Gathers a group from its first pixel; returns its size, or 0 if it is too large or begins elsewhere. */
	private int flood(final float[] values, final int width, final int seed, final double level, final double sign,
		final double least)
	{
		if (!(sign * (values[seed] - level) >= least)) return 0;
		int size = 1;
		group[0] = seed;
		for (int k = 0; k < size; k++)
			for (int row = group[k] - width; row <= group[k] + width; row += width)
				for (int i = row - 1; i <= row + 1; i++) {
					if (!(sign * (values[i] - level) >= least) || isIn(i, size)) continue;
					if (i < seed || size == LARGEST) return 0;
					group[size++] = i;
				}
		return size;
	}

	private boolean isIn(final int i, final int size) {
		for (int k = 0; k < size; k++)
			if (group[k] == i) return true;
		return false;
	}

	/** @param slack standard deviation of noise to allow for */
	private Shape shape(final float[] values, final int width, final int size, final double level, final double sign,
		final double height, final double slack)
	{
		double beside = 0, highest = 0;
		int sides = 0, corners = 0;
		double cornered = 0;
		for (int k = 0; k < size; k++)
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int i = group[k] + dy * width + dx;
					if (isIn(i, size) || !Float.isFinite(values[i])) continue;
					final double here = sign * (values[i] - level);
					highest = Math.max(highest, here);
					if (dx == 0 || dy == 0) {
						beside += here;
						sides++;
					}
					else {
						cornered += here;
						corners++;
					}
				}
		if (highest > UNDERSAMPLED * height) return Shape.WIDE;
		final double blur = (sides == 0 ? 0 : beside / sides) - (corners == 0 ? 0 : cornered / corners);
		final double most = Math.max(SHARP * height, 2 * slack);
		return blur < most && (sides == 0 || beside / sides < Math.max(2 * SHARP * height, most)) ? Shape.SHARP : Shape.BLURRED;
	}

	private void keep(final Band band, final int size, final long first) {
		if (count > most) return;
		if (count + size > found.length) found = Arrays.copyOf(found, 2 * found.length);
		for (int k = 0; k < size; k++) {
			final int x = group[k] % band.width() - Band.MARGIN, y = band.top() + group[k] / band.width() - Band.MARGIN;
			found[count++] = first + (long) y * band.columns() + x;
		}
	}
}
