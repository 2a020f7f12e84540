package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** How alike planes that are seen together are. */
public final class Likeness {

	private Likeness() {}

	/** Returns the correlation of two planes, -1 to 1; 0 where one of them shows nothing. */
	public static double of(final float[] one, final float[] other) {
		final double a = mean(one), b = mean(other);
		double both = 0, first = 0, second = 0;
		for (int i = 0; i < one.length; i++) {
			both += (one[i] - a) * (other[i] - b);
			first += (one[i] - a) * (one[i] - a);
			second += (other[i] - b) * (other[i] - b);
		}
		return first * second == 0 ? 0 : both / Math.sqrt(first * second);
	}

	/** Returns the mean correlation of each plane with the first, over series of a kind. */
	static double[] mean(final SeriesKind kind, final int side, final int companions, final int series) {
		final double[] mean = new double[companions + 1];
		for (int seed = 0; seed < series; seed++) {
			final float[][] planes = ProceduralSeries.draw(kind, side, companions, new SplittableRandom(seed));
			for (int k = 0; k <= companions; k++)
				mean[k] += of(planes[0], planes[k]) / series;
		}
		return mean;
	}

	private static double mean(final float[] plane) {
		double sum = 0;
		for (final float value : plane)
			sum += value;
		return sum / plane.length;
	}
}
