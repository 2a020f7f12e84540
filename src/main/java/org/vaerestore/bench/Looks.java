package org.vaerestore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.vaerestore.fill.Hole;

/**
 * Whether what was restored looks like the image that it stands in.
 *
 * @param bands amplitudes of three octaves inside the mask, as shares of the truth's: 1 is right, a smooth patch has 0
 * @param finest amplitude of what changes from each pixel to the next along rows and columns at once, as a chequerboard does, as
 *          a share of the truth's: the finest octave is ruled by what is coarser than that
 * @param tails the strongest deviations from a blur (99.5 percentile), as a share of the truth's: above 1 there are blotches
 * @param weakest all bands together in the hole that has least of the truth's amplitude; NaN if no hole is large enough
 * @param strongest likewise in the one that has most
 * @param patches distance of the distributions of patches of result and truth, in units of that between truth and its
 *          surroundings; NaN where no patch fits into a hole
 * @param energy energy score of the samples on patches, in units of the grey values; NaN where no patch fits
 */
public record Looks(List<Double> bands, double finest, double tails, double weakest, double strongest, double patches,
	double energy)
{

	private static final double[] BLURS = { 0, 1, 2, 4 };
	private static final double TAIL = 99.5;
	private static final int LEAST_HOLE = 256, FRAME = 24;

	/**
	 * Measures.
	 *
	 * @param samples results for the same hole, one or more: the first is looked at, all are scored
	 * @param truth what there was
	 * @param hidden true where something was restored
	 * @param width of the plane in pixels
	 */
	static Looks of(final List<float[]> samples, final float[] truth, final boolean[] hidden, final int width) {
		final float[][] own = octaves(samples.get(0), width), expectedOctaves = octaves(truth, width);
		final List<Double> bands = IntStream.range(0, own.length).mapToObj(k -> Math.sqrt(power(own[k], hidden) / power(expectedOctaves[k],
			hidden))).toList();
		final List<Double> holes = Hole.of(hidden, width).stream().filter(hole -> hole.pixels().length >= LEAST_HOLE).map(
			hole -> Math.sqrt(power(own, hole) / power(expectedOctaves, hole))).collect(Collectors.toCollection(ArrayList::new));
		final double tails = farthest(samples.get(0), hidden, width) / farthest(truth, hidden, width);
		final PatchSet expected = PatchSet.of(truth, hidden, width), around = PatchSet.of(truth, frame(hidden, width), width);
		final double patches = expected.isEmpty() || around.isEmpty() ? Double.NaN : PatchSet.of(samples.get(0), hidden, width)
			.distance(expected) / around.distance(expected);
		final double finest = chequered(samples.get(0), hidden, width) / chequered(truth, hidden, width);
		return new Looks(bands, finest, tails, holes.stream().mapToDouble(h -> h).min().orElse(Double.NaN), holes.stream().mapToDouble(
			h -> h).max().orElse(Double.NaN), patches, expected.isEmpty() ? Double.NaN : PatchSet.energy(samples.stream().map(sample -> PatchSet.of(
				sample, hidden, width)).toList(), expected));
	}

	private static float[][] octaves(final float[] plane, final int width) {
		final float[][] blurs = new float[BLURS.length][];
		for (int k = 0; k < BLURS.length; k++)
			blurs[k] = BLURS[k] == 0 ? plane : TruncatedGaussian.blur(plane, width, BLURS[k]);
		final float[][] octaves = new float[BLURS.length - 1][plane.length];
		for (int k = 0; k < octaves.length; k++)
			for (int i = 0; i < plane.length; i++)
				octaves[k][i] = blurs[k][i] - blurs[k + 1][i];
		return octaves;
	}

	private static double power(final float[] octave, final boolean[] hidden) {
		return IntStream.range(0, octave.length).filter(i -> hidden[i]).mapToDouble(i -> octave[i] * (double) octave[i]).average()
			.orElse(Double.NaN);
	}

	/** Returns the root mean square of the differences of neighbours' differences. */
	private static double chequered(final float[] plane, final boolean[] hidden, final int width) {
		return Math.sqrt(IntStream.range(width, plane.length).filter(i -> i % width > 0 && hidden[i]).mapToDouble(i -> {
			final double difference = plane[i] - plane[i - 1] - plane[i - width] + plane[i - width - 1];
			return difference * difference;
		}).average().orElse(Double.NaN));
	}

	private static double power(final float[][] octaves, final Hole hole) {
		double sum = 0;
		for (final float[] octave : octaves)
			for (final int pixel : hole.pixels())
				sum += octave[pixel] * (double) octave[pixel];
		return sum;
	}

	private static double farthest(final float[] plane, final boolean[] hidden, final int width) {
		final float[] blurred = TruncatedGaussian.blur(plane, width, BLURS[BLURS.length - 1]);
		return new Percentile(TAIL).withEstimationType(EstimationType.R_7).evaluate(IntStream.range(0, plane.length).filter(
			i -> hidden[i]).mapToDouble(i -> Math.abs(plane[i] - blurred[i])).toArray());
	}

	/** Returns what lies at most so many steps from a hole, and in none. */
	private static boolean[] frame(final boolean[] hidden, final int width) {
		boolean[] grown = hidden;
		for (int step = 0; step < FRAME; step++)
			grown = grown(grown, width);
		for (int i = 0; i < grown.length; i++)
			grown[i] &= !hidden[i];
		return grown;
	}

	private static boolean[] grown(final boolean[] where, final int width) {
		final boolean[] grown = where.clone();
		for (int i = 0; i < where.length; i++) {
			if (!where[i]) continue;
			if (i % width > 0) grown[i - 1] = true;
			if (i % width < width - 1) grown[i + 1] = true;
			if (i >= width) grown[i - width] = true;
			if (i + width < where.length) grown[i + width] = true;
		}
		return grown;
	}
}
