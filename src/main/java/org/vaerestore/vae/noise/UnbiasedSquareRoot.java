package org.vaerestore.vae.noise;

/**
 * The square-root transform with an inverse that is exact for means.
 * <p>
 * For a row of signals the mean of the transformed values and the mean of the values are computed; what the latter is
 * above the plain inverse of the former is the correction. It is bounded and smooth, so a table of it does.
 * </p>
 */
final class UnbiasedSquareRoot implements Stabilisation.Transform {

	private static final double SPACING = 0.1;
	/** Transformed range above which the upper end of the detector's range is left alone: the table would get coarse. */
	private static final double LONG_RANGE = 3000;
	private static final int MOST_ROWS = 16_384;
	/** Standard deviations beyond the detector's range from where a signal is always clipped. */
	private static final double BEYOND = 4;
	/** Standard deviations below the black level from where there is hardly a signal. */
	private static final double BELOW_BLACK = 6;

	private final SquareRootTransform transform;
	private final Detector detector;
	private final double first;
	private final double spacing;
	private final double[] corrections;

	UnbiasedSquareRoot(final PoissonGaussianNoise noise, final double low, final double high, final double black) {
		transform = new SquareRootTransform(noise, black);
		detector = new Detector(noise, low, high, black);
		final double many = detector.blackLevel() + noise.gain() * Detector.MANY_COUNTS;
		final double from = low > Double.NEGATIVE_INFINITY ? low - BEYOND * deviation(noise, low) : Math.max(transform.knee(),
			black - BELOW_BLACK * detector.readOut()) - BEYOND * detector.readOut();
		final double beyond = high + BEYOND * deviation(noise, high);
		final boolean wide = !(transform.forward(beyond) - transform.forward(from) < LONG_RANGE);
		final double to = wide ? Math.max(many, from + noise.gain()) : beyond;
		final double[][] means = means(transform.forward(from), transform.forward(to));
		first = means[0][0];
		final double last = means[0][means[0].length - 1];
		corrections = new double[means[0].length];
		spacing = (last - first) / (corrections.length - 1);
		resample(means[0], means[1]);
	}

	@Override
	public double forward(final double x) {
		return transform.forward(x);
	}

	@Override
	public double inverse(final double y) {
		return transform.backward(y) + correction(y);
	}

	@Override
	public double mean(final double signal) {
		return Recording.of(detector, signal, transform).meanTransformed();
	}

	private double correction(final double y) {
		final double position = (y - first) / spacing;
		if (!(position > 0)) return corrections[0];
		if (position >= corrections.length - 1) return corrections[corrections.length - 1];
		final int row = (int) position;
		return corrections[row] + (position - row) * (corrections[row + 1] - corrections[row]);
	}

	private double[][] means(final double from, final double to) {
		final int rows = (int) Math.min(MOST_ROWS, Math.max(64, Math.ceil((to - from) / SPACING))) + 1;
		final double[][] means = new double[2][rows];
		for (int i = 0; i < rows; i++) {
			final double signal = transform.backward(from + (to - from) * i / (rows - 1));
			final Recording recording = Recording.of(detector, signal, transform);
			means[0][i] = recording.meanTransformed();
			means[1][i] = recording.mean() - transform.backward(means[0][i]);
		}
		return means;
	}

	private void resample(final double[] positions, final double[] values) {
		int row = 0;
		for (int i = 0; i < corrections.length; i++) {
			final double position = first + spacing * i;
			while (row < positions.length - 2 && positions[row + 1] < position)
				row++;
			final double gap = positions[row + 1] - positions[row];
			final double share = gap > 0 ? Math.min(1, Math.max(0, (position - positions[row]) / gap)) : 1;
			corrections[i] = values[row] + share * (values[row + 1] - values[row]);
		}
	}

	private static double deviation(final NoiseModel noise, final double signal) {
		return Math.sqrt(noise.variance(signal));
	}
}
