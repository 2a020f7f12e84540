package org.vaerestore.predict;

import java.util.Arrays;

/**
 * The Fourier transform of square blocks that overlap by half, each seen through a sine window.
 * <p>
 * The squares of the windows of all blocks that see a pixel add up to 1, so that blocks that go there and back, windowed
 * both times, add up to what they came from.
 * </p>
 */
final class BlockSpectrum {

	/** Side of a block, and how far blocks are apart, in pixels. */
	static final int SIDE = 16, STEP = SIDE / 2;
	/** Frequencies along x; the others are those of real numbers. */
	static final int ACROSS = SIDE / 2 + 1;
	/** Coefficients of a block, row by row: frequencies 0 to {@code SIDE - 1} along y, to {@code SIDE / 2} along x. */
	static final int SIZE = SIDE * ACROSS;
	/** Coefficients of the whole spectrum, of which the others follow. */
	static final int ALL = SIDE * SIDE;

	private final float[] cosine = new float[SIDE];
	private final float[] sine = new float[SIDE];
	/** The same by place, then frequency along x. */
	private final float[] cosines = new float[SIZE];
	private final float[] sines = new float[SIZE];
	private final float[] window = new float[SIDE];
	private final float[] real = new float[SIZE];
	private final float[] imaginary = new float[SIZE];

	/** Makes the tables; of use to one thread at a time. */
	BlockSpectrum() {
		for (int i = 0; i < SIDE; i++) {
			cosine[i] = (float) Math.cos(2 * Math.PI * i / SIDE);
			sine[i] = (float) Math.sin(2 * Math.PI * i / SIDE);
			window[i] = (float) window(i);
		}
		for (int i = 0; i < SIZE; i++) {
			cosines[i] = cosine[i / ACROSS * (i % ACROSS) % SIDE];
			sines[i] = sine[i / ACROSS * (i % ACROSS) % SIDE];
		}
	}

	/** Returns the window along one axis. */
	static double window(final int i) {
		return Math.sin(Math.PI * (i + 0.5) / SIDE);
	}

	/** Returns the share that a block has in a pixel: the square of the window there. */
	float share(final int x, final int y) {
		return window[x] * window[x] * window[y] * window[y];
	}

	/** Returns how many coefficients of the whole spectrum one of the half that is kept stands for. */
	static int multiplicity(final int coefficient) {
		final int across = coefficient % ACROSS;
		return across == 0 || across == ACROSS - 1 ? 1 : 2;
	}

	/** Multiplies a block by the window, in place. */
	void look(final float[] block) {
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				block[y * SIDE + x] *= window[y] * window[x];
	}

	/**
	 * Transforms a block.
	 *
	 * @param toReal takes the real parts from an index on
	 * @param toImaginary takes the imaginary parts
	 */
	void forward(final float[] block, final float[] toReal, final float[] toImaginary, final int from) {
		Arrays.fill(real, 0);
		Arrays.fill(imaginary, 0);
		for (int i = 0; i < SIDE * SIDE; i++) {
			final int to = i / SIDE * ACROSS, turned = i % SIDE * ACROSS;
			final float value = block[i];
			for (int k = 0; k < ACROSS; k++) {
				real[to + k] += value * cosines[turned + k];
				imaginary[to + k] -= value * sines[turned + k];
			}
		}
		for (int down = 0; down < SIDE; down++)
			turn(down, -1, toReal, toImaginary, from + down * ACROSS, real, imaginary);
	}

	/**
	 * Transforms coefficients back.
	 *
	 * @param block the result
	 */
	void inverse(final float[] fromReal, final float[] fromImaginary, final float[] block) {
		for (int y = 0; y < SIDE; y++)
			turn(y, 1, real, imaginary, y * ACROSS, fromReal, fromImaginary);
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				float sum = 0;
				for (int k = 0; k < ACROSS; k++)
					sum += multiplicity(k) * (real[y * ACROSS + k] * cosines[x * ACROSS + k] - imaginary[y * ACROSS + k] * sines[x * ACROSS +
						k]);
				block[y * SIDE + x] = sum / (SIDE * SIDE);
			}
	}

	/** Sums rows of complex numbers, each turned by its angle. */
	private void turn(final int row, final int sign, final float[] toReal, final float[] toImaginary, final int to,
		final float[] fromReal, final float[] fromImaginary)
	{
		for (int k = 0; k < ACROSS; k++)
			toReal[to + k] = toImaginary[to + k] = 0;
		for (int i = 0; i < SIDE; i++) {
			final float c = cosine[row * i % SIDE], s = sign * sine[row * i % SIDE];
			for (int k = 0; k < ACROSS; k++) {
				final float re = fromReal[i * ACROSS + k], im = fromImaginary[i * ACROSS + k];
				toReal[to + k] += c * re - s * im;
				toImaginary[to + k] += c * im + s * re;
			}
		}
	}
}
