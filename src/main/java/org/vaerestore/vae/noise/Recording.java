package org.vaerestore.vae.noise;

/** Mean, variance and mean transformed value of what a detector records for one signal. */
final class Recording {

	private double weight;
	private double sum;
	private double squares;
	private double transformed;

	private Recording() {}

	/** Without a transform; {@link #meanTransformed()} is that of the values themselves. */
	static Recording of(final Detector detector, final double signal) {
		final Recording recording = new Recording();
		detector.record(signal, (probability, x) -> recording.add(probability, x, x));
		return recording;
	}

	static Recording of(final Detector detector, final double signal, final SquareRootTransform transform) {
		final Recording recording = new Recording();
		detector.record(signal, (probability, x) -> recording.add(probability, x, transform.forward(x)));
		return recording;
	}

	double mean() {
		return sum / weight;
	}

	double variance() {
		return Math.max(0, squares / weight - mean() * mean());
	}

	double meanTransformed() {
		return transformed / weight;
	}

	private void add(final double probability, final double x, final double y) {
		weight += probability;
		sum += probability * x;
		squares += probability * x * x;
		transformed += probability * y;
	}
}
