package org.vaerestore.vae.noise;

/** What a detector records for a signal: {@code gain * Poisson + Gaussian}, clipped to its range. */
final class Detector {

	/** Counts above which a Poisson variable is taken for a normal one; transformed means are right to 1e-4 by then. */
	static final double MANY_COUNTS = 150;

	private static final double REACH = 5;
	private static final int NODES = 41;
	private static final double[] NORMAL = normalWeights();
	private static final double NEGLIGIBLE = 1e-12;

	private final double low;
	private final double high;
	private final double gain;
	private final double blackLevel;
	private final double readOut;

	/**
	 * The line of the variance doesn't tell read-out noise from a black level.
	 *
	 * @param black about what is recorded without light; if the line reaches no variance above it, that is the black level
	 */
	Detector(final PoissonGaussianNoise noise, final double low, final double high, final double black) {
		this.low = low;
		this.high = high;
		gain = noise.gain();
		blackLevel = gain > 0 ? Math.max(black, -noise.offset() / gain) : black;
		readOut = Math.sqrt(Math.max(0, noise.offset() + gain * black));
	}

	/** Hears of the values that may be recorded. */
	interface Visitor {

		/** Called for each value with its probability; the probabilities add up to 1 but for rounding. */
		void visit(double probability, double recorded);
	}

	/** Standard deviation of the read-out noise. */
	double readOut() {
		return readOut;
	}

	/** Value recorded for no signal. */
	double blackLevel() {
		return blackLevel;
	}

	/** Variance of the values for a signal before clipping. */
	double variance(final double signal) {
		return gain * Math.max(0, signal - blackLevel) + readOut * readOut;
	}

	/** Tells what may be recorded for a signal, and how probably. */
	void record(final double signal, final Visitor visitor) {
		final double counts = gain > 0 ? (signal - blackLevel) / gain : 0;
		if (counts <= 0) visitNormal(1, signal, readOut, visitor);
		else if (counts > MANY_COUNTS) visitNormal(1, signal, Math.sqrt(variance(signal)), visitor);
		else {
			double probability = Math.exp(-counts);
			for (int k = 0; k < counts || probability > NEGLIGIBLE; k++) {
				if (probability > NEGLIGIBLE) visitNormal(probability, blackLevel + gain * k, readOut, visitor);
				probability *= counts / (k + 1);
			}
		}
	}

	private void visitNormal(final double probability, final double mean, final double deviation,
		final Visitor visitor)
	{
		if (deviation == 0) visitor.visit(probability, clip(mean));
		else for (int i = 0; i < NODES; i++)
			visitor.visit(probability * NORMAL[i], clip(mean + deviation * node(i)));
	}

	private double clip(final double x) {
		return Math.min(Math.max(x, low), high);
	}

	private static double node(final int i) {
		return REACH * (2.0 * i / (NODES - 1) - 1);
	}

	private static double[] normalWeights() {
		final double[] weights = new double[NODES];
		double sum = 0;
		for (int i = 0; i < NODES; i++)
			sum += weights[i] = Math.exp(-0.5 * node(i) * node(i));
		for (int i = 0; i < NODES; i++)
			weights[i] /= sum;
		return weights;
	}
}
