package org.vaerestore.fill;

/**
 * The operator of a thin plate under tension, on the hidden pixels of a level: the bi-Laplacian minus the squared
 * tension times the Laplacian, both with five points and with no slope across the border of the plane.
 * <p>
 * It is the gradient of the sum over all pixels of half the squared Laplacian plus half the squared tension times the
 * squared slope, so it is symmetric and positive.
 * </p>
 */
final class PlateOperator {

	private final PixelList pixels = new PixelList();
	private final PixelList touched = new PixelList();
	private final PixelList border = new PixelList();
	private final PixelList inside = new PixelList();
	private boolean[] known = {};
	private double[] laplacian = {};
	private double tension2;
	private int stride;

	/** Returns a bound of the operator's eigenvalues: those of the negative Laplacian are below 8. */
	static double bound(final double tension) {
		return 64 + 8 * tension * tension;
	}

	/** Takes on the hidden pixels of a level. */
	void load(final Level level, final double tension) {
		tension2 = tension * tension;
		stride = level.stride();
		pixels.clear();
		level.collectHidden(pixels);
		final int size = stride * (level.height() + 2);
		if (laplacian.length < size) {
			laplacian = new double[size];
			known = new boolean[size];
		}
		collectTouched(level);
	}

	/** The hidden pixels: position k of all vectors here is the pixel at {@code pixels().get(k)}. */
	PixelList pixels() {
		return pixels;
	}

	/**
	 * Computes what is missing to balance.
	 *
	 * @param values all pixels, laid out like those of the level
	 * @param residual result: minus the operator applied to the values, at the hidden pixels
	 */
	void residual(final double[] values, final double[] residual) {
		final int s = stride;
		final int[] t = touched.array();
		final double[] v = laplacian;
		for (int k = 0, n = touched.size(); k < n; k++) {
			final int i = t[k];
			v[i] = values[i - 1] + values[i + 1] + values[i - s] + values[i + s] - 4 * values[i];
		}
		for (int k = 0; k < border.size(); k++)
			v[border.get(k)] = v[inside.get(k)];
		final int[] p = pixels.array();
		for (int k = 0, n = pixels.size(); k < n; k++) {
			final int i = p[k];
			residual[k] = (4 + tension2) * v[i] - (v[i - 1] + v[i + 1] + v[i - s] + v[i + s]);
		}
	}

	private void collectTouched(final Level level) {
		touched.clear();
		border.clear();
		inside.clear();
		for (int k = 0; k < pixels.size(); k++) {
			final int i = pixels.get(k);
			touch(i, level);
			touch(i - 1, level);
			touch(i + 1, level);
			touch(i - stride, level);
			touch(i + stride, level);
		}
		for (int k = 0; k < touched.size(); k++)
			known[touched.get(k)] = false;
	}

	private void touch(final int position, final Level level) {
		final int x = position % stride;
		final int y = position / stride;
		if (known[position] || x < 1 || y < 1 || x > level.width() || y > level.height()) return;
		known[position] = true;
		touched.add(position);
		if (x == 1) addBorder(position - 1, position);
		if (x == level.width()) addBorder(position + 1, position);
		if (y == 1) addBorder(position - stride, position);
		if (y == level.height()) addBorder(position + stride, position);
	}

	private void addBorder(final int outside, final int pixel) {
		border.add(outside);
		inside.add(pixel);
	}
}
