package org.vaerestore.setaside;

import java.util.Random;

import org.vaerestore.tiles.PlaneReader;

import net.imglib2.img.array.ArrayImgs;

/** A picture as a camera takes it: spots of some size on a slope, photon noise, read-out noise, a black level. */
final class NoisyScene {

	final int width, height, planes;
	final float[] values;
	final Random random;

	NoisyScene(final int width, final int height, final int planes, final long seed) {
		this.width = width;
		this.height = height;
		this.planes = planes;
		values = new float[width * height * planes];
		random = new Random(seed);
	}

	/** Adds spots of Gaussian profile, anywhere. */
	NoisyScene spots(final int count, final double fwhm, final double peak) {
		for (int k = 0; k < count; k++)
			spot(random.nextInt(planes), random.nextDouble() * width, random.nextDouble() * height, fwhm, peak * (0.5 + random
				.nextDouble()));
		return this;
	}

	private void spot(final int plane, final double x, final double y, final double fwhm, final double peak) {
		final int reach = (int) (3 * fwhm) + 1;
		for (int v = Math.max(0, (int) y - reach); v <= Math.min(height - 1, (int) y + reach); v++)
			for (int u = Math.max(0, (int) x - reach); u <= Math.min(width - 1, (int) x + reach); u++)
				values[(plane * height + v) * width + u] += (float) (peak * Math.pow(2, -4 * ((u - x) * (u - x) + (v - y) * (v -
					y)) / (fwhm * fwhm)));
	}

	/** Adds a background that rises from left to right. */
	NoisyScene slope(final double from, final double to) {
		for (int i = 0; i < values.length; i++)
			values[i] += (float) (from + (to - from) * (i % width) / width);
		return this;
	}

	/** Makes counts of photons, and what a camera records for them: whole numbers. */
	NoisyScene recorded(final double gain, final double readOut, final double blackLevel, final double most) {
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.min(most, Math.max(0, Math.rint(blackLevel + gain * poisson(values[i]) + readOut * random
				.nextGaussian())));
		return this;
	}

	private double poisson(final double mean) {
		if (mean > 50) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
		final double limit = Math.exp(-mean);
		int count = -1;
		for (double product = 1; product > limit; count++)
			product *= random.nextDouble();
		return count;
	}

	/** Sets a rectangle of a plane. */
	NoisyScene set(final int plane, final int x, final int y, final int w, final int h, final double value) {
		for (int v = y; v < y + h; v++)
			for (int u = x; u < x + w; u++)
				values[(plane * height + v) * width + u] = (float) value;
		return this;
	}

	PlaneReader reader() {
		return PlaneReader.of(ArrayImgs.floats(values, width, height, planes));
	}
}
