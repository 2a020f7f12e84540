package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Draws planes that are seen together by rules alone: slices of a volume, frames of a sequence, channels, colours.
 *
 * <pre>
 * float[][] planes = ProceduralSeries.draw(160, 4, 1);
 * </pre>
 *
 * They teach a network what the planes beside one tell of it, and where they tell nothing.
 */
public final class ProceduralSeries {

	/** Where all planes have a larger range than this, in standard deviations of the first one, that shows nothing. */
	private static final double LARGEST_RANGE = 80;

	private ProceduralSeries() {}

	/**
	 * Draws planes without noise.
	 *
	 * @param side of the square planes in pixels, at least 64
	 * @param companions how many planes stand beside the first one, 1 to 6
	 * @param seed decides everything: the same one gives the same planes again
	 * @return the plane that is to be estimated, then those beside it, nearest first; each row-major, all in the range of the
	 *         first: its median is 0 and its standard deviation, without the most extreme 0.2 %, is 1
	 */
	public static float[][] draw(final int side, final int companions, final long seed) {
		final SplittableRandom random = new SplittableRandom(~seed);
		return draw(NamedSeries.pick(NamedSeries.ALL, random).kind(), side, companions, random);
	}

	static float[][] draw(final SeriesKind kind, final int side, final int companions, final SplittableRandom random) {
		float[][] planes;
		double range;
		do {
			planes = Range.standardised(kind.draw(side, companions + 1, random));
			range = Range.span(planes);
		}
		while (range == 0 || range > LARGEST_RANGE);
		return planes;
	}
}
