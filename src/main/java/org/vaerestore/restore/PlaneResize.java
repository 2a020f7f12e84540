package org.vaerestore.restore;

/** Resizes planes in which some pixels are hidden. */
final class PlaneResize {

	private PlaneResize() {}

	/** A plane and what is hidden of it; hidden pixels are NaN. */
	record Masked(float[] values, boolean[] hidden, int width, int height) {
	}

	/**
	 * Returns a plane of another size: each pixel is the mean of the visible pixels that it covers, or, where the plane
	 * grows, of the nearest ones; it is hidden if more than half of what it covers is.
	 */
	static Masked resize(final Masked plane, final int width, final int height) {
		final float[] values = new float[width * height];
		final boolean[] hidden = new boolean[values.length];
		for (int y = 0; y < height; y++) {
			final int top = from(y, height, plane.height);
			final int bottom = to(y, height, plane.height);
			for (int x = 0; x < width; x++) {
				final int left = from(x, width, plane.width);
				final int right = to(x, width, plane.width);
				double sum = 0;
				int visible = 0;
				for (int v = top; v < bottom; v++)
					for (int u = left; u < right; u++)
						if (!plane.hidden[v * plane.width + u]) {
							sum += plane.values[v * plane.width + u];
							visible++;
						}
				final int i = y * width + x;
				hidden[i] = 2 * visible < (bottom - top) * (right - left);
				values[i] = hidden[i] ? Float.NaN : (float) (sum / visible);
			}
		}
		return new Masked(values, hidden, width, height);
	}

	/** Returns a plane of another size by bilinear interpolation between pixel centres. */
	static float[] interpolate(final float[] values, final int width, final int height, final int newWidth,
		final int newHeight)
	{
		final float[] result = new float[newWidth * newHeight];
		for (int y = 0; y < newHeight; y++) {
			final double v = Math.max(0, Math.min(height - 1, (y + 0.5) * height / newHeight - 0.5));
			final int row = (int) v;
			final int nextRow = Math.min(row + 1, height - 1);
			final double down = v - row;
			for (int x = 0; x < newWidth; x++) {
				final double u = Math.max(0, Math.min(width - 1, (x + 0.5) * width / newWidth - 0.5));
				final int column = (int) u;
				final int next = Math.min(column + 1, width - 1);
				final double right = u - column;
				result[y * newWidth + x] = (float) ((1 - down) * ((1 - right) * values[row * width + column] + right *
					values[row * width + next]) + down * ((1 - right) * values[nextRow * width + column] + right *
						values[nextRow * width + next]));
			}
		}
		return result;
	}

	private static int from(final int index, final int length, final int oldLength) {
		return (int) ((long) index * oldLength / length);
	}

	private static int to(final int index, final int length, final int oldLength) {
		return (int) Math.max(from(index, length, oldLength) + 1, ((index + 1L) * oldLength + length - 1) / length);
	}
}
