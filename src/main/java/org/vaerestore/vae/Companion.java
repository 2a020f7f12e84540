package org.vaerestore.vae;

import java.util.Arrays;

/**
 * A plane that is seen beside a picture: a slice of the same stack, a frame of the same sequence, another channel.
 *
 * @param values [y, x] in network units, finite; as bright and as contrasted as the picture, as far as that is known
 * @param visible [y, x], 1 where the value is known, 0 where it is a fill
 * @param noise standard deviation of the noise, in network units
 */
public record Companion(float[] values, float[] visible, float noise) {

	/** Variances of a signal in units of their standard errors from where on its contrast is known. */
	private static final double KNOWN = 6;
	/** Pixels that are alike, of which a variance tells as much as of a single one; and least that are looked at. */
	private static final int ALIKE = 8, LEAST = 64;
	private static final double MOST_CONTRAST = 4;

	/** Checks the lengths. */
	public Companion {
		if (values.length != visible.length) throw new IllegalArgumentException(values.length + " values, of which " + visible.length +
			" are told whether they are visible");
	}

	/**
	 * Returns this plane with the mean and the contrast that a picture has where both are visible; where the one goes up
	 * when the other goes down, turned over. What is lost in noise keeps its contrast.
	 *
	 * @param picture [y, x] in network units
	 * @param pictureVisible [y, x]
	 * @param pictureNoise standard deviation of its noise
	 */
	public Companion matched(final float[] picture, final float[] pictureVisible, final float pictureNoise) {
		double count = 0, mean = 0, ownMean = 0;
		for (int i = 0; i < values.length; i++) {
			if (pictureVisible[i] < 1 || visible[i] < 1) continue;
			count++;
			mean += picture[i];
			ownMean += values[i];
		}
		if (count < LEAST) return this;
		mean /= count;
		ownMean /= count;
		double variance = 0, ownVariance = 0, covariance = 0;
		for (int i = 0; i < values.length; i++) {
			if (pictureVisible[i] < 1 || visible[i] < 1) continue;
			final double a = picture[i] - mean, b = values[i] - ownMean;
			variance += a * a / count;
			ownVariance += b * b / count;
			covariance += a * b / count;
		}
		final double error = Math.sqrt(2 * ALIKE / count), signal = variance - pictureNoise * pictureNoise, ownSignal = ownVariance - noise *
			noise;
		double contrast = 1;
		if (signal > KNOWN * error * variance && ownSignal > KNOWN * error * ownVariance) contrast = Math.copySign(Math.min(MOST_CONTRAST, Math
			.sqrt(signal / ownSignal)), covariance);
		final float[] matched = new float[values.length];
		for (int i = 0; i < matched.length; i++)
			matched[i] = (float) (mean + contrast * (values[i] - ownMean));
		return new Companion(matched, visible, (float) (Math.abs(contrast) * noise));
	}

	/** Returns a plane all of which is visible. */
	public static Companion visible(final float[] values, final float noise) {
		final float[] visible = new float[values.length];
		Arrays.fill(visible, 1);
		return new Companion(values, visible, noise);
	}
}
