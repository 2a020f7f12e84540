package org.vaerestore.vae.noise;

import java.util.Objects;

/**
 * The transform that gives a noise model the standard deviation 1 at every signal, and its way back.
 * <p>
 * {@link #forward} transforms recorded values: it is the integral of one over the noise's standard deviation, with
 * Anscombe's correction for low counts. {@link #inverse} takes a <em>mean</em> of transformed values, which is what a
 * network predicts, to the mean of the recorded values behind it. That is the exact unbiased inverse (Mäkitalo and Foi,
 * IEEE TIP 2011, 2013), with one step further for detectors that clip: the result is the mean of what the detector
 * records, which is the signal where nothing clips, and stays inside the detector's range where something does.
 * </p>
 * <p>
 * Immutable, and equal if model and range are; the same model and range give the same bits.
 * </p>
 */
public final class Stabilisation {

	private final NoiseModel model;
	private final double low;
	private final double high;
	private final double black;
	private final Transform transform;

	private Stabilisation(final NoiseModel model, final double low, final double high, final double black) {
		this.model = model;
		this.low = low;
		this.high = high;
		this.black = black;
		transform = transform(model);
	}

	/** Makes the stabilisation of a noise model for a detector whose black level is 0; see the other method. */
	public static Stabilisation of(final NoiseModel model, final double low, final double high) {
		return of(model, low, high, 0);
	}

	/**
	 * Makes the stabilisation of a noise model.
	 *
	 * @param model for a {@link MixtureNoise} its base counts; without noise nothing is transformed
	 * @param low value below which the detector clips, such as 0; minus infinity if it doesn't
	 * @param high value above which the detector clips, such as 255; infinity if it doesn't
	 * @param black about what is recorded without light: what the variance is there is read-out noise, what it grows by above
	 *          is that of photons
	 * @throws IllegalArgumentException if {@code low} is not below {@code high}, or {@code black} is not finite
	 */
	public static Stabilisation of(final NoiseModel model, final double low, final double high, final double black) {
		Objects.requireNonNull(model, "model");
		if (!(low < high)) throw new IllegalArgumentException("A detector can't have the range " + low + " to " + high +
			".");
		if (!Double.isFinite(black)) throw new IllegalArgumentException("A detector can't have the black level " + black + ".");
		return new Stabilisation(model, low, high, black);
	}

	/** Returns the noise model. */
	public NoiseModel model() {
		return model;
	}

	/** Returns the value below which the detector clips, in units of the image. */
	public double low() {
		return low;
	}

	/** Returns the value above which the detector clips, in units of the image. */
	public double high() {
		return high;
	}

	/** Returns about what is recorded without light, in units of the image. */
	public double black() {
		return black;
	}

	/** Transforms a recorded value, in units of the image; increasing, and defined everywhere. */
	public double forward(final double x) {
		return transform.forward(x);
	}

	/** Returns the mean recorded value, in units of the image, that belongs to a mean of transformed values. */
	public double inverse(final double y) {
		return transform.inverse(y);
	}

	/** Returns the mean of the transformed recordings of a signal: what {@link #inverse} takes back to it. */
	public double mean(final double signal) {
		return transform.mean(signal);
	}

	/** Transforms recorded values in place. */
	public void forward(final float[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] = (float) transform.forward(values[i]);
	}

	/** Transforms means back in place. */
	public void inverse(final float[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] = (float) transform.inverse(values[i]);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Stabilisation that && model.equals(that.model) && Double.compare(low, that.low) == 0 &&
			Double.compare(high, that.high) == 0 && Double.compare(black, that.black) == 0;
	}

	@Override
	public int hashCode() {
		return Objects.hash(model, low, high, black);
	}

	@Override
	public String toString() {
		return "stabilisation of " + model.describe() + " recorded from " + low + " to " + high;
	}

	private Transform transform(final NoiseModel noise) {
		if (noise instanceof NoNoise) return new Division(1);
		if (noise instanceof GaussianNoise gaussian) return new Division(Math.sqrt(gaussian.variance()));
		if (noise instanceof MixtureNoise mixture) return transform(mixture.base());
		final PoissonGaussianNoise line = (PoissonGaussianNoise) noise;
		return line.gain() == 0 ? new Division(Math.sqrt(line.offset())) : new UnbiasedSquareRoot(line, low, high,
			black);
	}

	/** A transform and its unbiased inverse. */
	interface Transform {

		double forward(double x);

		double inverse(double y);

		double mean(double signal);
	}

	/** What is needed if the standard deviation is the same everywhere; a mean of it needs no correction. */
	private record Division(double divisor) implements Transform {

		@Override
		public double forward(final double x) {
			return x / divisor;
		}

		@Override
		public double inverse(final double y) {
			return y * divisor;
		}

		@Override
		public double mean(final double signal) {
			return signal / divisor;
		}
	}
}
