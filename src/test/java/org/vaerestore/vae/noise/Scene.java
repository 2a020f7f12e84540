package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/**
 * A picture with known signal, to put known noise on.
 *
 * @param signal 0 to 1, row-major
 * @param width pixels
 * @param height pixels
 */
record Scene(double[] signal, int width, int height) {

	/** Discs with sharp edges, soft spots and a gradient, as of cells on an uneven background. */
	static Scene cells(final int width, final int height, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] signal = new double[width * height];
		for (int i = 0; i < signal.length; i++)
			signal[i] = 0.05 + 0.1 * (i % width) / width;
		final int count = Math.max(4, width * height / 2000);
		for (int n = 0; n < count; n++) {
			final double x = random.nextDouble(width);
			final double y = random.nextDouble(height);
			final double radius = random.nextDouble(3, 25);
			final double peak = random.nextDouble(0.1, 0.7);
			final boolean soft = random.nextBoolean();
			for (int i = 0; i < signal.length; i++) {
				final double distance = Math.hypot(i % width - x, i / width - y) / radius;
				signal[i] += soft ? peak * Math.exp(-2 * distance * distance) : peak / (1 + Math.exp(radius * (distance - 1) *
					1.5));
			}
		}
		for (int i = 0; i < signal.length; i++)
			signal[i] = Math.min(1, signal[i]);
		return new Scene(signal, width, height);
	}

	/** Gratings of a few pixels that cover half of the picture. */
	static Scene textured(final int width, final int height, final long seed) {
		final Scene cells = cells(width, height, seed);
		final double[] signal = cells.signal.clone();
		for (int i = 0; i < signal.length; i++)
			if (i % width > width / 2) signal[i] *= 1 + 0.3 * Math.sin(i % width * 0.9 + 0.3 * (i / width)) * Math.sin(i /
				width * 0.8);
		return new Scene(signal, width, height);
	}

	/** Records the scene: signal 1 is {@code peak}; rounded to integers if {@code whole}; clipped. */
	Plane record(final double gain, final double offset, final double peak, final double low, final double high,
		final boolean whole, final int seed)
	{
		final Simulation simulation = new Simulation(seed);
		final float[] values = new float[signal.length];
		for (int i = 0; i < values.length; i++) {
			final double x = simulation.record(gain, offset, peak * signal[i]);
			values[i] = (float) Simulation.clip(whole ? Math.rint(x) : x, low, high);
		}
		return new Plane(values, width, height, null);
	}

	double quantile(final double share) {
		final double[] sorted = signal.clone();
		Arrays.sort(sorted);
		return sorted[(int) (share * (sorted.length - 1))];
	}
}
