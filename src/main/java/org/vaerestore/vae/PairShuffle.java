package org.vaerestore.vae;

import java.nio.FloatBuffer;

/**
 * Copies pictures, each together with one of its companions, into the input of the network that compares them; blocks of
 * pixels become channels as in {@link PixelShuffle}.
 */
record PairShuffle(int side, NoiseInputs noise) {

	private static final int PER_PIXEL = 5;

	/**
	 * Channels of the input: for each pixel of a block the picture's value and visibility, the companion's, and the difference
	 * of their values where both are visible; then what is told of the picture's noise, and the level of the companion's.
	 */
	int inputChannels() {
		return PER_PIXEL * side * side + noise.count() + 1;
	}

	/** Writes a picture and one of its companions, as a row of the input. */
	void write(final Pictures pictures, final int row, final Companion companion, final FloatBuffer input, final int inputRow) {
		final int channels = inputChannels(), height = pictures.height() / side, width = pictures.width() / side;
		final float[] line = new float[width * channels], told = new float[noise.count() + 1];
		noise.write(pictures.noise().get(row), told);
		told[told.length - 1] = companion.noise();
		for (int y = 0; y < height; y++) {
			for (int dy = 0; dy < side; dy++)
				for (int x = 0; x < width; x++)
					for (int dx = 0; dx < side; dx++) {
						final int channel = x * channels + PER_PIXEL * (dy * side + dx), there = (y * side + dy) * pictures.width() + x * side + dx,
							here = row * pictures.area() + there;
						final float own = pictures.values()[here], seen = pictures.visible()[here], other = companion.values()[there], otherSeen = companion
							.visible()[there];
						line[channel] = own;
						line[channel + 1] = seen;
						line[channel + 2] = other;
						line[channel + 3] = otherSeen;
						line[channel + 4] = (other - own) * seen * otherSeen;
					}
			for (int x = 0; x < width; x++)
				System.arraycopy(told, 0, line, (x + 1) * channels - told.length, told.length);
			input.put((inputRow * height + y) * line.length, line);
		}
	}
}
