package org.vaerestore.vae.score;

/** What is hidden of each pixel of an octave, as a share of it, and what follows from that. */
final class HiddenShare {

	private HiddenShare() {}

	static float[] of(final boolean[] hidden) {
		final float[] share = new float[hidden.length];
		for (int i = 0; i < share.length; i++)
			share[i] = hidden[i] ? 1 : 0;
		return share;
	}

	/** Returns the shares at half the resolution. */
	static float[] halved(final float[] share, final int h, final int w) {
		final float[] half = new float[h / 2 * (w / 2)];
		for (int y = 0; y < h / 2; y++)
			for (int x = 0; x < w / 2; x++) {
				final int i = 2 * y * w + 2 * x;
				half[y * (w / 2) + x] = (share[i] + share[i + 1] + share[i + w] + share[i + w + 1]) / 4;
			}
		return half;
	}

	/** Returns the standard deviation of what is visible; of all where nothing is. */
	static double deviationOfVisible(final float[] values, final float[] share) {
		double sum = 0, squares = 0, weights = 0;
		for (int i = 0; i < values.length; i++) {
			final double weight = 1 - share[i] + 1e-6;
			sum += weight * values[i];
			squares += weight * values[i] * values[i];
			weights += weight;
		}
		return Math.sqrt(Math.max(0, squares / weights - sum / weights * (sum / weights)));
	}
}
