package org.vaerestore.vae.noise;

/** The correlations of noise as a plane of it shows them. */
public final class MeasuredLags {

	private MeasuredLags() {}

	/** Returns those of a plane that goes on at its other side, in the order of {@link NoiseCorrelations}. */
	public static float[] of(final double[] plane, final int width) {
		final double variance = covariance(plane, width, 0, 0);
		final float[] lags = new float[NoiseCorrelations.LAGS];
		for (int lag = 0; lag < lags.length; lag++)
			lags[lag] = (float) (covariance(plane, width, NoiseCorrelations.dx(lag), NoiseCorrelations.dy(lag)) / variance);
		return lags;
	}

	/** Returns the mean product of pixels at a distance. */
	static double covariance(final double[] plane, final int width, final int dx, final int dy) {
		final int height = plane.length / width;
		double sum = 0;
		for (int i = 0; i < plane.length; i++)
			sum += plane[i] * plane[Math.floorMod(i / width + dy, height) * width + Math.floorMod(i % width + dx, width)];
		return sum / plane.length;
	}
}
