package org.vaerestore.vae.noise;

import java.util.Arrays;

import org.vaerestore.job.Progress;

/**
 * Fits a signal-dependent Gaussian mixture to pairs of a signal and the value observed for it.
 * <p>
 * The signals come from a calibration stack, or from a first pass that did not see the observed pixels themselves: a
 * denoised image that has seen them lies too near to them, and the noise would come out too small.
 * </p>
 */
public final class MixtureFit {

	private static final int COMPONENTS = 3;
	private static final int MOST_PAIRS = 60_000;
	private static final int MOST_KNOTS = 12;
	private static final int PAIRS_PER_KNOT = 400;
	private static final double TAIL = 0.005;

	private MixtureFit() {}

	/**
	 * Fits a mixture by expectation maximisation.
	 * <p>
	 * Its log-likelihood is never below that of the best single Gaussian of signal-dependent variance, and its mean is the
	 * signal at every signal. The same pairs give the same bits.
	 * </p>
	 *
	 * @param base the noise that the stabilisation was made for
	 * @param signals in stabilised units; pairs with a value that is not finite are left out
	 * @param observed in stabilised units, as many
	 * @param progress of the fit
	 * @throws IllegalArgumentException if the numbers of values differ, or no pair is left
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	public static MixtureNoise fit(final PoissonGaussianNoise base, final float[] signals, final float[] observed,
		final Progress progress)
	{
		if (signals.length != observed.length) throw new IllegalArgumentException(signals.length + " signals and " +
			observed.length + " observed values are not pairs.");
		final double[][] pairs = pairs(signals, observed);
		if (pairs[0].length == 0) throw new IllegalArgumentException("There are no pairs to fit noise to.");
		final double[] knots = knots(pairs[0]);
		final KnotMixtures single = MixtureEstimate.maximise(pairs[0], pairs[1], knots, 1, progress);
		final KnotMixtures several = MixtureEstimate.maximise(pairs[0], pairs[1], knots, COMPONENTS, progress);
		return (several.logLikelihood() > single.logLikelihood() ? several : single).noise(base, knots);
	}

	/** Returns signals, and residuals, ordered by the signal. */
	private static double[][] pairs(final float[] signals, final float[] observed) {
		final long[] order = new long[Math.min(signals.length, MOST_PAIRS)];
		int count = 0;
		for (int i = 0; i < order.length; i++) {
			final int from = (int) ((long) i * signals.length / order.length);
			if (!Float.isFinite(signals[from]) || !Float.isFinite(observed[from])) continue;
			order[count++] = (long) sortable(signals[from]) << Integer.SIZE | from;
		}
		Arrays.sort(order, 0, count);
		final double[] sorted = new double[count], residuals = new double[count];
		for (int i = 0; i < count; i++) {
			final int from = (int) order[i];
			sorted[i] = signals[from];
			residuals[i] = observed[from] - sorted[i];
		}
		return new double[][] { sorted, residuals };
	}

	/** Returns a number that is in the order of another one's. */
	private static int sortable(final float value) {
		final int bits = Float.floatToIntBits(value);
		return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
	}

	/** Equally spaced, but further apart where there are few pairs. */
	private static double[] knots(final double[] signals) {
		final double first = signals[(int) (TAIL * (signals.length - 1))];
		final double last = signals[(int) ((1 - TAIL) * (signals.length - 1))];
		final double spacing = (last - first) / (MOST_KNOTS - 1);
		final double[] knots = new double[MOST_KNOTS];
		knots[0] = first;
		int count = 1;
		int since = 0;
		for (final double signal : signals) {
			if (signal <= knots[count - 1]) continue;
			since++;
			if (since >= PAIRS_PER_KNOT && signal >= knots[count - 1] + 0.999 * spacing && count < MOST_KNOTS) {
				knots[count++] = signal;
				since = 0;
			}
		}
		return Arrays.copyOf(knots, count);
	}
}
