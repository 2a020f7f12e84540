package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.model.Normalisation;
import org.vaerestore.vae.noise.NoiseEstimation;

/**
 * How strong the noise really is after the variance has been stabilised, as a function of the local mean.
 * <p>
 * Where hardly a photon arrives, or the detector clips, no transform makes the standard deviation 1: it falls to nothing.
 * There it is measured, from second differences, in which structure cancels; elsewhere structure would be
 * mistaken for noise, so that the model's value is the upper limit.
 * </p>
 */
final class ResidualNoise {

	private static final int BINS = 24;
	private static final int REACH = 2;

	private final double[] levels;
	private final double[] deviations;

	private ResidualNoise(final double[] levels, final double[] deviations) {
		this.levels = levels;
		this.deviations = deviations;
	}

	/** Measures the noise of planes in network units. */
	static ResidualNoise measure(final List<NoiseEstimation.Plane> planes, final Normalisation normalisation) {
		final double limit = normalisation.noiseLevel();
		final int size = planes.stream().mapToInt(p -> p.values().length).sum();
		final double[][] pairs = new double[size][];
		int count = 0;
		for (final NoiseEstimation.Plane plane : planes)
			count = collect(plane, normalisation, pairs, count);
		if (count < 4 * BINS || limit == 0) return new ResidualNoise(new double[] { 0 }, new double[] { limit });
		final double[][] sorted = Arrays.copyOf(pairs, count);
		Arrays.sort(sorted, (a, b) -> Double.compare(a[0], b[0]));
		final double[] levels = new double[BINS];
		final double[] deviations = new double[BINS];
		for (int bin = 0; bin < BINS; bin++) {
			final int from = (int) ((long) bin * count / BINS);
			final int to = (int) ((bin + 1L) * count / BINS);
			double squares = 0;
			for (int i = from; i < to; i++) {
				levels[bin] += sorted[i][0] / (to - from);
				squares += sorted[i][1] * sorted[i][1] / (to - from);
			}
			deviations[bin] = Math.min(limit, Math.sqrt(squares));
		}
		return new ResidualNoise(levels, deviations);
	}

	/**
	 * Returns the standard deviation of the noise of each pixel of a square patch in network units.
	 *
	 * @param values in network units, row by row
	 */
	float[] deviations(final float[] values, final int side) {
		final float[] result = new float[values.length];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				result[y * side + x] = (float) deviation(localMean(values, null, side, side, x, y));
		return result;
	}

	/** Returns the standard deviation at a local mean, by linear interpolation. */
	double deviation(final double level) {
		final int found = Arrays.binarySearch(levels, level);
		if (found >= 0) return deviations[found];
		final int above = -found - 1;
		if (above == 0) return deviations[0];
		if (above == levels.length) return deviations[above - 1];
		final double share = (level - levels[above - 1]) / (levels[above] - levels[above - 1]);
		return deviations[above - 1] + share * (deviations[above] - deviations[above - 1]);
	}

	private static int collect(final NoiseEstimation.Plane plane, final Normalisation normalisation,
		final double[][] pairs, final int begin)
	{
		final float[] values = plane.values().clone();
		normalisation.forward(values);
		final int width = plane.width();
		int count = begin;
		for (int y = 0; y + 1 < plane.height(); y++) {
			for (int x = 0; x + 1 < width; x++) {
				final int i = y * width + x;
				if (plane.excluded() != null && (plane.excluded()[i] || plane.excluded()[i + 1] || plane.excluded()[i + width] ||
					plane.excluded()[i + width + 1])) continue;
				final double difference = 0.5 * (values[i] - values[i + 1] - values[i + width] + values[i + width + 1]);
				final double mean = localMean(values, plane.excluded(), width, plane.height(), x, y);
				pairs[count++] = new double[] { mean, difference };
			}
		}
		return count;
	}

	private static double localMean(final float[] values, final boolean[] excluded, final int width, final int height,
		final int x, final int y)
	{
		double sum = 0;
		int count = 0;
		for (int v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++)
			for (int u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
				if (excluded != null && excluded[v * width + u]) continue;
				sum += values[v * width + u];
				count++;
			}
		return sum / count;
	}
}
