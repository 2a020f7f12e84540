package org.vaerestore.vae.noise;

import java.util.Arrays;

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
	 * @throws IllegalArgumentException if the numbers of values differ, or no pair is left
	 */
	public static MixtureNoise fit(final PoissonGaussianNoise base, final float[] signals, final float[] observed) {
		if (signals.length != observed.length) throw new IllegalArgumentException(signals.length + " signals and " +
			observed.length + " observed values are not pairs.");
		final double[][] pairs = pairs(signals, observed);
		if (pairs.length == 0) throw new IllegalArgumentException("There are no pairs to fit noise to.");
		final double[] knots = knots(pairs);
		final KnotMixtures single = MixtureEstimate.maximise(pairs, knots, 1);
		final KnotMixtures several = MixtureEstimate.maximise(pairs, knots, COMPONENTS);
		return (several.logLikelihood() > single.logLikelihood() ? several : single).noise(base, knots);
	}

	/** Returns signals and residuals, ordered by the signal. */
	private static double[][] pairs(final float[] signals, final float[] observed) {
		final double[][] pairs = new double[Math.min(signals.length, MOST_PAIRS)][];
		int count = 0;
		for (int i = 0; i < pairs.length; i++) {
			final int from = (int) ((long) i * signals.length / pairs.length);
			if (Float.isFinite(signals[from]) && Float.isFinite(observed[from])) pairs[count++] = new double[] { signals[from],
				observed[from] - (double) signals[from] };
		}
		final double[][] found = Arrays.copyOf(pairs, count);
		Arrays.sort(found, (a, b) -> Double.compare(a[0], b[0]));
		return found;
	}

	/** Equally spaced, but further apart where there are few pairs. */
	private static double[] knots(final double[][] pairs) {
		final double first = pairs[(int) (TAIL * (pairs.length - 1))][0];
		final double last = pairs[(int) ((1 - TAIL) * (pairs.length - 1))][0];
		final double spacing = (last - first) / (MOST_KNOTS - 1);
		final double[] knots = new double[MOST_KNOTS];
		knots[0] = first;
		int count = 1;
		int since = 0;
		for (final double[] pair : pairs) {
			if (pair[0] <= knots[count - 1]) continue;
			since++;
			if (since >= PAIRS_PER_KNOT && pair[0] >= knots[count - 1] + 0.999 * spacing && count < MOST_KNOTS) {
				knots[count++] = pair[0];
				since = 0;
			}
		}
		return Arrays.copyOf(knots, count);
	}
}
