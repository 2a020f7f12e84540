package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Planes that are seen together, side by side in one picture for people to look at; the first stands at the left. */
record Strip(SeriesKind series) implements Kind {

	/** How many planes are shown. */
	static final int PLANES = 5;

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final float[][] planes = ProceduralSeries.draw(series, side, PLANES - 1, random);
		final float[] strip = new float[PLANES * side * side];
		for (int k = 0; k < PLANES; k++)
			for (int y = 0; y < side; y++)
				System.arraycopy(planes[k], y * side, strip, (y * PLANES + k) * side, side);
		return Range.shown(strip);
	}
}
