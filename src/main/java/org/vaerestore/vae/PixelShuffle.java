package org.vaerestore.vae;

import java.nio.FloatBuffer;

/**
 * Copies pictures into the network's input and its output back to pictures, so that a block of pixels becomes the
 * channels of one position and back (Shi et al., CVPR 2016; Zhang et al., FFDNet, IEEE TIP 2018). Done while copying, it
 * costs nothing.
 */
record PixelShuffle(int side, NoiseInputs noise) {

	private static final int PER_PIXEL = 3;

	/**
	 * Channels of the input: value, visibility and their product for each pixel of a block, then what is told of the
	 * noise. Convolutions can't multiply: without the product they could hardly tell known values from fills.
	 */
	int inputChannels() {
		return PER_PIXEL * side * side + noise.count();
	}

	/** Channels of the output: residual and log-variance of each pixel of a block. */
	int outputChannels() {
		return 2 * side * side;
	}

	/** Writes rows of the pictures, from {@code from} on, as rows of the input, from {@code firstRow} on. */
	void write(final Pictures pictures, final int from, final int rows, final FloatBuffer input, final int firstRow) {
		final int channels = inputChannels();
		final int height = pictures.height() / side;
		final int width = pictures.width() / side;
		final float[] line = new float[width * channels], told = new float[noise.count()];
		for (int row = from; row < from + rows; row++) {
			noise.write(pictures.noise().get(row), told);
			for (int y = 0; y < height; y++) {
				for (int dy = 0; dy < side; dy++) {
					final int pixel = row * pictures.area() + (y * side + dy) * pictures.width();
					for (int x = 0; x < width; x++) {
						for (int dx = 0; dx < side; dx++) {
							final int channel = x * channels + PER_PIXEL * (dy * side + dx);
							final float value = pictures.values()[pixel + x * side + dx];
							final float visible = pictures.visible()[pixel + x * side + dx];
							line[channel] = value;
							line[channel + 1] = visible;
							line[channel + 2] = value * visible;
						}
					}
				}
				for (int x = 0; x < width; x++)
					System.arraycopy(told, 0, line, (x + 1) * channels - told.length, told.length);
				input.put(((firstRow + row - from) * height + y) * line.length, line);
			}
		}
	}

	/** Multiplies the level of the noise at each position of the first rows. */
	void scaleNoise(final float[] factors, final FloatBuffer input) {
		for (int position = 0; position < factors.length; position++) {
			final int channel = position * inputChannels() + PER_PIXEL * side * side;
			input.put(channel, input.get(channel) * factors[position]);
		}
	}

	/**
	 * Adds up the gradients of the values of pictures, and those of factors to their noise's level, given that of the input.
	 *
	 * @param pictures the first rows of the input
	 * @param valueGradient [row, y, x]; is added to
	 * @param factorGradient [row, y, x] of positions; is written
	 */
	void readGradient(final FloatBuffer inputGradient, final Pictures pictures, final float[] valueGradient, final float[] factorGradient) {
		final int channels = inputChannels(), width = pictures.width() / side;
		final float[] line = new float[width * channels];
		for (int y = 0; y < pictures.rows() * pictures.height() / side; y++) {
			final float level = pictures.noise().get(y / (pictures.height() / side)).level();
			inputGradient.get(y * line.length, line);
			for (int x = 0; x < width; x++) {
				factorGradient[y * width + x] = level * line[x * channels + PER_PIXEL * side * side];
				for (int dy = 0; dy < side; dy++)
					for (int dx = 0; dx < side; dx++) {
						final int channel = x * channels + PER_PIXEL * (dy * side + dx), pixel = (y * side + dy) * pictures.width() + x * side + dx;
						valueGradient[pixel] += line[channel] + pictures.visible()[pixel] * line[channel + 2];
					}
			}
		}
	}

	/** Reads residuals and raw log-variances of all rows of the output as [row, y, x]. */
	void read(final FloatBuffer output, final int rows, final int height, final int width, final float[] residual,
		final float[] rawLogVariance)
	{
		final int channels = outputChannels();
		final int blocks = width / side;
		final float[] line = new float[blocks * channels];
		for (int row = 0; row < rows; row++) {
			for (int y = 0; y < height / side; y++) {
				output.get((row * (height / side) + y) * line.length, line);
				for (int dy = 0; dy < side; dy++) {
					final int pixel = (row * height + y * side + dy) * width;
					for (int x = 0; x < blocks; x++) {
						for (int dx = 0; dx < side; dx++) {
							final int channel = x * channels + 2 * (dy * side + dx);
							residual[pixel + x * side + dx] = line[channel];
							rawLogVariance[pixel + x * side + dx] = line[channel + 1];
						}
					}
				}
			}
		}
	}

	/** The transpose of {@link #read}: writes gradients of residuals and raw log-variances as those of the output. */
	void writeGradient(final float[] residual, final float[] rawLogVariance, final int rows, final int height,
		final int width, final FloatBuffer outputGradient)
	{
		final int channels = outputChannels();
		final int blocks = width / side;
		final float[] line = new float[blocks * channels];
		for (int row = 0; row < rows; row++) {
			for (int y = 0; y < height / side; y++) {
				for (int dy = 0; dy < side; dy++) {
					final int pixel = (row * height + y * side + dy) * width;
					for (int x = 0; x < blocks; x++) {
						for (int dx = 0; dx < side; dx++) {
							final int channel = x * channels + 2 * (dy * side + dx);
							line[channel] = residual[pixel + x * side + dx];
							line[channel + 1] = rawLogVariance[pixel + x * side + dx];
						}
					}
				}
				outputGradient.put((row * (height / side) + y) * line.length, line);
			}
		}
	}
}
