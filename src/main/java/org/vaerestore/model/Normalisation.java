package org.vaerestore.model;

import java.util.Arrays;
import java.util.Objects;

import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.Stabilisation;

/**
 * Maps image units to network units and back: {@code (f(v) - offset) / scale}, where f stabilises the variance of the
 * noise, or is the identity.
 * <p>
 * The way back is for means of the signal: where f is a variance stabilisation, its exact unbiased inverse is used
 * (Makitalo and Foi, IEEE Trans. Image Process. 2011), so for noisy pixels it is not the inverse of the way forth.
 * </p>
 *
 * @param stabilisation the variance stabilisation, or null for none
 * @param offset in stabilised units, what becomes 0
 * @param scale in stabilised units, the length that becomes 1; more than 0
 * @param low 0.1 percentile of the data, in image units
 * @param high 99.9 percentile of the data, in image units
 * @param correlations of the noise
 */
public record Normalisation(Stabilisation stabilisation, double offset, double scale, double low, double high,
	NoiseCorrelations correlations)
{

	/** Of values that are in network units already, without noise. */
	public static final Normalisation NONE = new Normalisation(null, 0, 1, -3, 3);

	private static final double TAIL = 0.001;
	/** Range, in network units, of data that are one value but for a few. */
	private static final int RANGE = 8;
	/** Share of a constant that is less than its rounding to 32 bits. */
	private static final double CONSTANT = 1e-9;

	/**
	 * Checks the values.
	 *
	 * @throws IllegalArgumentException if one isn't finite, the scale isn't positive, or low is above high
	 */
	public Normalisation {
		if (!Double.isFinite(offset)) throw new IllegalArgumentException("offset is " + offset);
		if (!(scale > 0 && Double.isFinite(scale))) throw new IllegalArgumentException("scale is " + scale);
		Objects.requireNonNull(correlations, "correlations");
		if (!(low <= high && Double.isFinite(high - low))) throw new IllegalArgumentException("range is " + low + " to " +
			high);
	}

	/** Creates a normalisation of data without noise, or with white noise. */
	public Normalisation(final Stabilisation stabilisation, final double offset, final double scale, final double low,
		final double high)
	{
		this(stabilisation, offset, scale, low, high, NoiseCorrelations.WHITE);
	}

	/** Returns this normalisation of data whose noise correlates. */
	public Normalisation withCorrelations(final NoiseCorrelations newCorrelations) {
		return new Normalisation(stabilisation, offset, scale, low, high, newCorrelations);
	}

	/**
	 * Fits the normalisation to data: their median becomes 0 and their standard deviation, without the most extreme
	 * 0.2 %, becomes 1. If these are all one value, the whole range becomes {@value #RANGE}; of constant data all that comes back
	 * is their value, but for rounding. Stabilised data are never scaled up, for then they are noise.
	 *
	 * @param values unmasked pixels in image units, all finite, at least one; left as they are
	 * @param stabilisation the variance stabilisation, or null for none
	 */
	public static Normalisation fit(final float[] values, final Stabilisation stabilisation) {
		if (values.length == 0) throw new IllegalArgumentException("There are no values to fit a normalisation to.");
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		if (!Float.isFinite(sorted[0]) || !Float.isFinite(sorted[sorted.length - 1]))
			throw new IllegalArgumentException("The values to fit a normalisation to are not all finite.");
		final double low = quantile(sorted, TAIL);
		final double high = quantile(sorted, 1 - TAIL);
		// A stabilisation is monotone, so that quantiles may be taken before it.
		final double offset = forward(stabilisation, quantile(sorted, 0.5));
		final double spread = spread(sorted, low, high, stabilisation);
		final double scale = stabilisation != null ? Math.max(1, spread) : spread > 0 ? spread : sparse(sorted);
		return new Normalisation(stabilisation, offset, scale, low, high);
	}

	/** Returns the scale of data of which next to all are one value. */
	private static double sparse(final float[] sorted) {
		final double range = (double) sorted[sorted.length - 1] - sorted[0];
		return range > 0 ? range / RANGE : Math.max(CONSTANT * Math.abs(sorted[0]), Float.MIN_VALUE);
	}

	/** Returns the value in network units of one in image units. */
	public double forward(final double value) {
		return (forward(stabilisation, value) - offset) / scale;
	}

	/** Returns the value in image units of a signal in network units. */
	public double inverse(final double signal) {
		final double stabilised = signal * scale + offset;
		return stabilisation == null ? stabilised : stabilisation.inverse(stabilised);
	}

	/** Replaces values in image units by values in network units; NaN stays NaN. */
	public void forward(final float[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] = (float) forward(values[i]);
	}

	/** Replaces signals in network units by signals in image units; NaN stays NaN. */
	public void inverse(final float[] signals) {
		for (int i = 0; i < signals.length; i++)
			signals[i] = (float) inverse(signals[i]);
	}

	/**
	 * Returns how many image units a small change of the signal by one network unit is at a signal, for the error bars of
	 * results.
	 *
	 * @param signal in network units
	 */
	public double slope(final double signal) {
		if (stabilisation == null) return scale;
		final double step = 0.05 / scale;
		return (inverse(signal + step) - inverse(signal - step)) / (2 * step);
	}

	/** Returns the standard deviation of the noise in network units, 0 if the data are held to be clean. */
	public double noiseLevel() {
		return stabilisation == null ? 0 : 1 / scale;
	}

	/** Returns the mean correlation of the noise of horizontal and of vertical neighbours, 0 if it is negative. */
	public double correlation() {
		return Math.max(0, correlations.ofNeighbours());
	}

	/** Returns what a network is told of the noise. */
	public ToldNoise told() {
		return new ToldNoise((float) noiseLevel(), correlations);
	}

	private static double spread(final float[] sorted, final double low, final double high,
		final Stabilisation stabilisation)
	{
		double mean = 0;
		double squares = 0;
		int count = 0;
		for (final float value : sorted) {
			if (value < low || value > high) continue;
			count++;
			final double stabilised = forward(stabilisation, value);
			final double difference = stabilised - mean;
			mean += difference / count;
			squares += difference * (stabilised - mean);
		}
		return count == 0 ? 0 : Math.sqrt(squares / count);
	}

	private static double quantile(final float[] sorted, final double share) {
		final double position = share * (sorted.length - 1);
		final int below = (int) position;
		final int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (position - below) * ((double) sorted[above] - sorted[below]);
	}

	private static double forward(final Stabilisation stabilisation, final double value) {
		return stabilisation == null ? value : stabilisation.forward(value);
	}
}
