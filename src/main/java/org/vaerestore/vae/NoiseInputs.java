package org.vaerestore.vae;

import org.vaerestore.vae.noise.NoiseCorrelations;

/** What a network is told of the noise of a picture: how many numbers, and which. */
public enum NoiseInputs {
	/** Level, and the mean correlation of horizontal and of vertical neighbours: networks of models that are older. */
	NEIGHBOURS {

		@Override
		public int count() {
			return 2;
		}

		@Override
		public void write(final ToldNoise noise, final float[] numbers) {
			numbers[0] = noise.level();
			numbers[1] = (float) noise.correlations().ofNeighbours();
		}
	},
	/** Level, autocorrelation to two pixels in four directions, and what rows and columns share. */
	COVARIANCE {

		@Override
		public int count() {
			return 1 + NoiseCorrelations.NUMBERS;
		}

		@Override
		public void write(final ToldNoise noise, final float[] numbers) {
			numbers[0] = noise.level();
			noise.correlations().writeTo(numbers, 1);
		}
	};

	/** Returns how many numbers there are. */
	public abstract int count();

	/** Writes them. */
	public abstract void write(ToldNoise noise, float[] numbers);
}
