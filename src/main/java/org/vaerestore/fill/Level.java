package org.vaerestore.fill;

/**
 * A plane at one resolution, with a border of one pixel that repeats the plane's own border, so that derivatives across
 * the border are zero, and with the list of its hidden pixels.
 * <p>
 * Its arrays only ever grow, so that a level can be loaded again and again without garbage.
 * </p>
 */
final class Level {

	private int width;
	private int height;
	private int stride;
	private double[] values = {};
	private boolean[] hidden = {};
	private final PixelList red = new PixelList();
	private final PixelList black = new PixelList();
	private final PixelList border = new PixelList();
	private final PixelList inside = new PixelList();

	/** Loads a plane at full resolution; hidden values are not read. */
	void load(final float[] plane, final boolean[] mask, final int newWidth, final int newHeight) {
		resize(newWidth, newHeight);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				final int from = y * width + x;
				final int to = (y + 1) * stride + x + 1;
				hidden[to] = mask[from];
				values[to] = mask[from] ? 0 : plane[from];
			}
		}
		index();
	}

	/** Loads the half of a finer level: means of the pixels that are visible in blocks of 2 x 2. */
	void loadHalfOf(final Level fine) {
		resize((fine.width + 1) / 2, (fine.height + 1) / 2);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				double sum = 0;
				int count = 0;
				for (int v = 2 * y; v < Math.min(2 * y + 2, fine.height); v++) {
					for (int u = 2 * x; u < Math.min(2 * x + 2, fine.width); u++) {
						final int from = (v + 1) * fine.stride + u + 1;
						if (fine.hidden[from]) continue;
						sum += fine.values[from];
						count++;
					}
				}
				final int to = (y + 1) * stride + x + 1;
				hidden[to] = count == 0;
				values[to] = count == 0 ? 0 : sum / count;
			}
		}
		index();
	}

	/** Fills the hidden pixels by linear interpolation of the level of half the resolution. */
	void interpolate(final Level coarse) {
		coarse.repeatBorder();
		interpolate(coarse, red);
		interpolate(coarse, black);
		repeatHiddenBorder();
	}

	/** Relaxes the Laplace equation by successive over-relaxation, one colour of the chequerboard after the other. */
	void relax(final int sweeps, final double factor) {
		for (int sweep = 0; sweep < sweeps; sweep++) {
			relax(red, factor);
			relax(black, factor);
		}
	}

	/** Copies the values of hidden pixels to where a plane was loaded from. */
	void store(final float[] plane) {
		store(red, plane);
		store(black, plane);
	}

	/** Copies the pixels just inside the plane to the border around it, where they are hidden. */
	void repeatHiddenBorder() {
		repeatBorder(values);
	}

	/** Does for any array that is laid out like the values what {@link #repeatHiddenBorder()} does for the values. */
	void repeatBorder(final double[] padded) {
		for (int k = 0; k < border.size(); k++)
			padded[border.get(k)] = padded[inside.get(k)];
	}

	int hiddenCount() {
		return red.size() + black.size();
	}

	boolean isEmpty() {
		return hiddenCount() == width * height;
	}

	/** Appends the hidden pixels' positions in the values. */
	void collectHidden(final PixelList list) {
		list.addAll(red);
		list.addAll(black);
	}

	/** Values with a border of one pixel; a row is {@link #stride()} long. */
	double[] values() {
		return values;
	}

	boolean isHidden(final int position) {
		return hidden[position];
	}

	int stride() {
		return stride;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	private void resize(final int newWidth, final int newHeight) {
		width = newWidth;
		height = newHeight;
		stride = width + 2;
		final int size = stride * (height + 2);
		if (values.length < size) {
			values = new double[size];
			hidden = new boolean[size];
		}
	}

	private void index() {
		red.clear();
		black.clear();
		border.clear();
		inside.clear();
		for (int y = 1; y <= height; y++) {
			for (int x = 1; x <= width; x++) {
				final int position = y * stride + x;
				if (!hidden[position]) continue;
				((x + y & 1) == 0 ? red : black).add(position);
				if (x == 1) addBorder(position - 1, position);
				if (x == width) addBorder(position + 1, position);
				if (y == 1) addBorder(position - stride, position);
				if (y == height) addBorder(position + stride, position);
			}
		}
		repeatBorder();
	}

	private void addBorder(final int outside, final int pixel) {
		border.add(outside);
		inside.add(pixel);
	}

	private void repeatBorder() {
		for (int y = 1; y <= height; y++) {
			values[y * stride] = values[y * stride + 1];
			values[y * stride + width + 1] = values[y * stride + width];
		}
		System.arraycopy(values, stride, values, 0, stride);
		System.arraycopy(values, height * stride, values, (height + 1) * stride, stride);
	}

	private void interpolate(final Level coarse, final PixelList list) {
		for (int k = 0; k < list.size(); k++) {
			final int position = list.get(k);
			final int x = position % stride - 1;
			final int y = position / stride - 1;
			final int nearest = ((y >> 1) + 1) * coarse.stride + (x >> 1) + 1;
			final int across = (x & 1) == 0 ? -1 : 1;
			final int along = (y & 1) == 0 ? -coarse.stride : coarse.stride;
			final double[] v = coarse.values;
			values[position] = (9 * v[nearest] + 3 * (v[nearest + across] + v[nearest + along]) + v[nearest + across +
				along]) / 16;
		}
	}

	private void relax(final PixelList list, final double factor) {
		final int[] positions = list.array();
		final int count = list.size();
		final double[] v = values;
		final int s = stride;
		for (int k = 0; k < count; k++) {
			final int i = positions[k];
			v[i] += 0.25 * factor * (v[i - 1] + v[i + 1] + v[i - s] + v[i + s] - 4 * v[i]);
		}
		repeatHiddenBorder();
	}

	private void store(final PixelList list, final float[] plane) {
		for (int k = 0; k < list.size(); k++) {
			final int position = list.get(k);
			plane[(position / stride - 1) * width + position % stride - 1] = (float) values[position];
		}
	}
}
