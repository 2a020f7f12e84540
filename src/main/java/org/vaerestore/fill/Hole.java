package org.vaerestore.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hole of a plane: hidden pixels that hang together by their sides.
 *
 * @param pixels indices into the plane
 * @param left least column
 * @param top least row
 * @param right column after the last
 * @param bottom row after the last
 * @param depths of its pixels: how far each is from what is visible, in steps to any of a pixel's eight neighbours; what
 *          lies beyond the plane is not visible
 */
public record Hole(int[] pixels, int left, int top, int right, int bottom, int[] depths) {

	/**
	 * Finds the holes of a plane.
	 *
	 * @param hidden true where a pixel is not known, row by row
	 * @param width of the plane in pixels
	 * @return in the order of their first pixels
	 */
	public static List<Hole> of(final boolean[] hidden, final int width) {
		final int[] depths = depths(hidden, width);
		final boolean[] found = new boolean[hidden.length];
		final List<Hole> holes = new ArrayList<>();
		for (int first = 0; first < hidden.length; first++)
			if (hidden[first] && !found[first]) holes.add(from(first, hidden, found, depths, width));
		return holes;
	}

	/** Returns the depth of its deepest pixel: 1 for lines of one or two pixels, 16 for a square of 32. */
	public int depth() {
		return Arrays.stream(depths).max().orElse(0);
	}

	private static Hole from(final int first, final boolean[] hidden, final boolean[] found, final int[] depths,
		final int width)
	{
		final PixelList pixels = new PixelList();
		found[first] = true;
		pixels.add(first);
		int left = width, right = 0, bottom = 0;
		for (int k = 0; k < pixels.size(); k++) {
			final int pixel = pixels.get(k), x = pixel % width, y = pixel / width;
			left = Math.min(left, x);
			right = Math.max(right, x + 1);
			bottom = Math.max(bottom, y + 1);
			if (x > 0) open(pixel - 1, hidden, found, pixels);
			if (x < width - 1) open(pixel + 1, hidden, found, pixels);
			if (y > 0) open(pixel - width, hidden, found, pixels);
			if (pixel + width < hidden.length) open(pixel + width, hidden, found, pixels);
		}
		final int[] inOrder = Arrays.copyOf(pixels.array(), pixels.size());
		return new Hole(inOrder, left, first / width, right, bottom, Arrays.stream(inOrder).map(pixel -> depths[pixel])
			.toArray());
	}

	private static void open(final int pixel, final boolean[] hidden, final boolean[] found, final PixelList pixels) {
		if (!hidden[pixel] || found[pixel]) return;
		found[pixel] = true;
		pixels.add(pixel);
	}

	/** Chessboard distances by a pass forth and one back (Rosenfeld and Pfaltz, Pattern Recognition 1, 1968). */
	private static int[] depths(final boolean[] hidden, final int width) {
		final int height = hidden.length / width, far = Math.max(width, height);
		final int[] depths = new int[hidden.length];
		for (int i = 0; i < depths.length; i++)
			depths[i] = !hidden[i] ? 0 : Math.min(far, 1 + Math.min(Math.min(at(depths, i, -1, -1, width, far), at(depths, i, 0,
				-1, width, far)), Math.min(at(depths, i, 1, -1, width, far), at(depths, i, -1, 0, width, far))));
		for (int i = depths.length - 1; i >= 0; i--)
			depths[i] = Math.min(depths[i], 1 + Math.min(Math.min(at(depths, i, 1, 1, width, far), at(depths, i, 0, 1, width,
				far)), Math.min(at(depths, i, -1, 1, width, far), at(depths, i, 1, 0, width, far))));
		return depths;
	}

	private static int at(final int[] depths, final int i, final int dx, final int dy, final int width, final int far) {
		final int x = i % width + dx, y = i / width + dy;
		return x < 0 || x >= width || y < 0 || y >= depths.length / width ? far : depths[y * width + x];
	}
}
