package org.vaerestore.vae.score;

/** The orthonormal cosine transform (type II) of a square of 8 x 8 pixels; for one thread. */
final class CosineSquare {

	static final int SIDE = 8;
	private static final double[] BASIS = new double[SIDE * SIDE];

	static {
		for (int k = 0; k < SIDE; k++)
			for (int i = 0; i < SIDE; i++)
				BASIS[k * SIDE + i] = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE) * Math.cos(Math.PI * k * (i + 0.5) / SIDE);
	}

	private final double[] half = new double[SIDE * SIDE];

	/** Sets the coefficients, [along y][along x], of the square of a picture that begins at an index. */
	void transform(final float[] picture, final int begin, final int width, final double[] coefficients) {
		for (int y = 0; y < SIDE; y++)
			for (int k = 0; k < SIDE; k++) {
				double sum = 0;
				for (int i = 0; i < SIDE; i++)
					sum += BASIS[k * SIDE + i] * picture[begin + y * width + i];
				half[y * SIDE + k] = sum;
			}
		for (int k = 0; k < SIDE; k++)
			for (int x = 0; x < SIDE; x++) {
				double sum = 0;
				for (int y = 0; y < SIDE; y++)
					sum += BASIS[k * SIDE + y] * half[y * SIDE + x];
				coefficients[k * SIDE + x] = sum;
			}
	}

	/** Adds the square that has these coefficients to a picture; with their gradients, that of the square's pixels. */
	void addBack(final double[] coefficients, final float[] picture, final int begin, final int width) {
		for (int y = 0; y < SIDE; y++)
			for (int k = 0; k < SIDE; k++) {
				double sum = 0;
				for (int i = 0; i < SIDE; i++)
					sum += BASIS[i * SIDE + y] * coefficients[i * SIDE + k];
				half[y * SIDE + k] = sum;
			}
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				double sum = 0;
				for (int k = 0; k < SIDE; k++)
					sum += BASIS[k * SIDE + x] * half[y * SIDE + k];
				picture[begin + y * width + x] += (float) sum;
			}
	}
}
