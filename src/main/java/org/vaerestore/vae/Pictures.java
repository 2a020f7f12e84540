package org.vaerestore.vae;

/**
 * A batch of pictures as the network sees them: values with the hidden ones filled in, what is known, and how noisy.
 *
 * @param rows number of pictures
 * @param height of each, a multiple of the architecture's granularity
 * @param width of each, a multiple of the architecture's granularity
 * @param values [row, y, x] in network units; a classical fill where not visible
 * @param visible [row, y, x], 1 where the value is known, 0 where it is a fill
 * @param noiseLevels standard deviation of the noise of each row in network units
 */
public record Pictures(int rows, int height, int width, float[] values, float[] visible, float[] noiseLevels) {

	/** Checks the lengths. */
	public Pictures {
		final int size = Math.multiplyExact(rows, Math.multiplyExact(height, width));
		if (values.length < size || visible.length < size || noiseLevels.length < rows) throw new IllegalArgumentException(
			"Too few values for " + rows + " pictures of " + width + " x " + height + ".");
	}

	/** Returns the number of pixels of each picture. */
	public int area() {
		return height * width;
	}
}
