package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.vae.noise.NoiseEstimate;
import org.vaerestore.vae.noise.NoiseEstimation;

/**
 * How strong the noise really is after the variance has been stabilised, as a function of the local mean.
 * <p>
 * Where hardly a photon arrives, or the detector clips, no transform makes the standard deviation 1: it falls to nothing.
 * There it is measured, from second differences, in which structure cancels; elsewhere structure would be
 * mistaken for noise, so that the model's value is the upper limit. Noise that correlates between neighbours cancels in
 * these too, and is held to be as strong as the model says.
 * </p>
 */
final class ResidualNoise {

	private static final int BINS = 24;
	/** Local means are those of squares of so many pixels on each side of a pixel. */
	static final int REACH = 2;
	/** Rows between two questions whether to go on. */
	private static final int ROWS = 64;

	private final double[] levels;
	private final double[] deviations;

	private ResidualNoise(final double[] levels, final double[] deviations) {
		this.levels = levels;
		this.deviations = deviations;
	}

	/**
	 * Measures the noise of planes in network units; holds some rows of them at a time.
	 *
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	static ResidualNoise measure(final List<NoiseEstimation.Plane> planes, final Normalisation normalisation,
		final Progress progress)
	{
		final double limit = normalisation.noiseLevel();
		if (limit == 0 || normalisation.correlations().strongest() > NoiseEstimate.WHITE) return constant(limit);
		final ResidualHistogram histogram = new ResidualHistogram(limit);
		final long rows = planes.stream().mapToLong(NoiseEstimation.Plane::height).sum();
		long done = 0;
		for (final NoiseEstimation.Plane plane : planes) {
			final LocalMeans means = new LocalMeans(plane, normalisation);
			while (means.nextRow()) {
				means.addTo(histogram);
				if (done++ % ROWS != 0) continue;
				progress.checkCancelled();
				progress.update((double) done / rows, "measuring how strong the noise is");
			}
		}
		if (histogram.count() < 4 * BINS) return constant(limit);
		final double[][] bins = histogram.bins(BINS);
		return new ResidualNoise(bins[0], Arrays.stream(bins[1]).map(deviation -> Math.min(limit, deviation)).toArray());
	}

	private static ResidualNoise constant(final double deviation) {
		return new ResidualNoise(new double[] { 0 }, new double[] { deviation });
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
				result[y * side + x] = (float) deviation(localMean(values, side, x, y));
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

	private static double localMean(final float[] values, final int side, final int x, final int y) {
		double sum = 0;
		int count = 0;
		for (int v = Math.max(0, y - REACH); v <= Math.min(side - 1, y + REACH); v++)
			for (int u = Math.max(0, x - REACH); u <= Math.min(side - 1, x + REACH); u++) {
				sum += values[v * side + u];
				count++;
			}
		return sum / count;
	}
}
