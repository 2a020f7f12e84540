package org.vaerestore.vae.noise;

/**
 * What clipping does to means and variances at an end of a detector's range, and how to undo it (as Foi, Signal
 * Processing 2009, but for Poisson noise too).
 */
final class ClippedRange {

	private static final int ROWS = 64;
	/** Standard deviations beyond the range, where next to everything is clipped. */
	private static final double BEYOND = 2.5;
	/** Standard deviations inside the range, where next to nothing is. */
	private static final double INSIDE = 4;
	/** Where less than this share of the variance is left, the rest can't be told from it. */
	private static final double LEAST = 0.02;

	/** Least read-out variance, in units of the gain squared. */
	private static final double LEAST_READ_OUT = 0.04;

	private final double[] signals = new double[ROWS];
	private final double[] means = new double[ROWS];
	private final double[] growths = new double[ROWS];

	private ClippedRange(final PoissonGaussianNoise noise, final double lowest, final double range, final double end) {
		final Detector detector = new Detector(noise, 0, range, 0);
		final double inwards = end == 0 ? 1 : -1;
		final double first = end - inwards * BEYOND * Math.sqrt(detector.variance(end));
		final double inside = Math.sqrt(detector.variance(end + inwards * 2 * Math.sqrt(detector.variance(end))));
		final double last = end + inwards * INSIDE * Math.max(inside, noise.gain());
		for (int i = 0; i < ROWS; i++) {
			final double signal = first + (last - first) * i / (ROWS - 1);
			final Recording recording = Recording.of(detector, signal);
			final double variance = detector.variance(signal);
			signals[i] = lowest + signal;
			means[i] = lowest + recording.mean();
			growths[i] = variance / Math.max(recording.variance(), LEAST * variance);
		}
	}

	/** Makes the table for the lower end of a range. */
	static ClippedRange low(final VarianceLine line, final double lowest, final double highest) {
		return new ClippedRange(noise(line, lowest), lowest, highest - lowest, 0);
	}

	/** Makes the table for the upper end of a range. */
	static ClippedRange high(final VarianceLine line, final double lowest, final double highest) {
		return new ClippedRange(noise(line, lowest), lowest, highest - lowest, highest - lowest);
	}

	/** The noise over the signal above the lower end, where there must be some, or values would not be clipped there. */
	private static PoissonGaussianNoise noise(final VarianceLine line, final double lowest) {
		final double least = Math.max(LEAST_READ_OUT * line.slope() * line.slope(), Double.MIN_NORMAL);
		return new PoissonGaussianNoise(line.slope(), Math.max(line.at(lowest), least));
	}

	/** Returns the signal for a mean of recorded values. */
	double signal(final double mean) {
		return beyond(mean) ? mean : at(mean, signals);
	}

	/** Returns by what to multiply a variance of recorded values for that without clipping. */
	double growth(final double mean) {
		return beyond(mean) ? 1 : at(mean, growths);
	}

	private boolean beyond(final double mean) {
		return (mean - means[ROWS - 1]) * (means[ROWS - 1] - means[0]) >= 0;
	}

	private double at(final double mean, final double[] values) {
		final double direction = means[ROWS - 1] - means[0];
		int row = 0;
		while (row < ROWS - 2 && (means[row + 1] - mean) * direction < 0)
			row++;
		final double gap = means[row + 1] - means[row];
		final double share = gap == 0 ? 0 : Math.min(1, Math.max(0, (mean - means[row]) / gap));
		return values[row] + share * (values[row + 1] - values[row]);
	}
}
