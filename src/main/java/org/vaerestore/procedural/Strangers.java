package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Planes of any kind, some of which, or all, have nothing to do with the first: everywhere or in a part of the field. */
final class Strangers implements SeriesKind {

	private static final double ALL = 0.4, PART = 0.4;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final float[][] series = NamedSeries.pick(NamedSeries.RELATED, random).kind().draw(side, planes, random);
		final float[][] others = new Frames().draw(side, planes, random);
		match(others, series[0]);
		final boolean all = random.nextDouble() < ALL;
		final int one = random.nextInt(1, planes);
		for (int k = 1; k < planes; k++) {
			if (!all && k != one && random.nextInt(3) > 0) continue;
			if (random.nextDouble() > PART) series[k] = others[k];
			else {
				final float[] region = Region.blobs(side, random);
				for (int i = 0; i < region.length; i++)
					series[k][i] += region[i] * (others[k][i] - series[k][i]);
			}
		}
		return series;
	}

	/** Brings the others into the range of the first plane. */
	private static void match(final float[][] others, final float[] first) {
		Range.standardised(others);
		final double deviation = Range.deviation(first), median = Range.median(first);
		for (final float[] other : others)
			for (int i = 0; i < other.length; i++)
				other[i] = (float) (median + deviation * other[i]);
	}
}
