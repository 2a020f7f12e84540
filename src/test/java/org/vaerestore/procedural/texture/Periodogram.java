package org.vaerestore.procedural.texture;

/**
 * How much of each frequency a square plane has, up to half of the sampling frequency along x and on both sides of 0 along
 * y.
 *
 * @param side of the plane
 * @param power at y * side + x, where y and x count periods in the plane, x up to half of the side, negative y from its end
 */
public record Periodogram(int side, double[] power) {

	/** Analyses a texture from (0, 0) on. */
	public static Periodogram of(final Texture texture, final int side) {
		final float[] plane = new float[side * side];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (float) texture.at(i % side, i / side);
		return of(plane, side);
	}

	/** Analyses a plane, row-major, under a window that keeps its borders from counting as edges. */
	public static Periodogram of(final float[] plane, final int side) {
		double mean = 0;
		for (final float value : plane)
			mean += value / plane.length;
		final double[] cos = new double[side], sin = new double[side], window = new double[side];
		for (int i = 0; i < side; i++) {
			cos[i] = Math.cos(2 * Math.PI * i / side);
			sin[i] = Math.sin(2 * Math.PI * i / side);
			window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / side);
		}
		final int half = side / 2 + 1;
		final double[] re = new double[side * half], im = new double[side * half];
		for (int y = 0; y < side; y++)
			for (int k = 0; k < half; k++)
				for (int x = 0; x < side; x++) {
					final double value = (plane[y * side + x] - mean) * window[x] * window[y];
					re[y * half + k] += value * cos[k * x % side];
					im[y * half + k] -= value * sin[k * x % side];
				}
		final double[] power = new double[side * side];
		for (int l = 0; l < side; l++)
			for (int k = 0; k < half; k++) {
				double a = 0, b = 0;
				for (int y = 0; y < side; y++) {
					final double c = cos[l * y % side], s = sin[l * y % side], u = re[y * half + k], v = im[y * half + k];
					a += u * c + v * s;
					b += v * c - u * s;
				}
				power[l * side + k] = a * a + b * b;
			}
		return new Periodogram(side, power);
	}

	/** Returns the frequency of an index in periods per pixel, whatever its direction. */
	double frequency(final int index) {
		final int x = index % side, y = index / side;
		return Math.hypot(x, y > side / 2 ? y - side : y) / side;
	}

	/** Returns where the power is largest. */
	int peak() {
		int peak = 0;
		for (int i = 0; i < power.length; i++)
			if (power[i] > power[peak]) peak = i;
		return peak;
	}

	/** Returns the share of all power that lies between two frequencies in periods per pixel. */
	public double share(final double low, final double high) {
		double all = 0, within = 0;
		for (int i = 0; i < power.length; i++) {
			all += power[i];
			if (frequency(i) >= low && frequency(i) < high) within += power[i];
		}
		return within / all;
	}

	/** Returns the mean power of the frequencies between two in periods per pixel. */
	double mean(final double low, final double high) {
		double within = 0;
		int count = 0;
		for (int i = 0; i < power.length; i++)
			if (i % side <= side / 2 && frequency(i) >= low && frequency(i) < high) {
				within += power[i];
				count++;
			}
		return within / count;
	}
}
