package org.vaerestore.vae;

/**
 * A batch of pictures as the network sees them: values with the hidden ones filled in, what is known, and what the noise
 * is like.
 *
 * @param rows number of pictures
 * @param height of each, a multiple of the architecture's granularity
 * @param width of each, a multiple of the architecture's granularity
 * @param values [row, y, x] in network units; a classical fill where not visible
 * @param visible [row, y, x], 1 where the value is known, 0 where it is a fill; between, where it was predicted from
 *          slices beside the picture: the share of the variance that these explain
 * @param noiseLevels standard deviation of the noise of each row in network units
 * @param noiseCorrelations correlation of the noise between horizontal and vertical neighbours in each row, 0 for white
 *          noise
 */
public record Pictures(int rows, int height, int width, float[] values, float[] visible, float[] noiseLevels,
	float[] noiseCorrelations)
{

	/** Checks the lengths. */
	public Pictures {
		final int size = Math.multiplyExact(rows, Math.multiplyExact(height, width));
		if (values.length < size || visible.length < size || noiseLevels.length < rows ||
			noiseCorrelations.length < rows) throw new IllegalArgumentException("Too few values for " + rows + " pictures of " + width + " x " + height + ".");
	}

	/** Returns the number of pixels of each picture. */
	public int area() {
		return height * width;
	}
}
