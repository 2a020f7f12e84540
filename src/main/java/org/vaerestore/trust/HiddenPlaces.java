package org.vaerestore.trust;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.vaerestore.fill.Hole;

/** Chooses known pixels to be hidden: single ones, or pieces shaped like what a mask marks. */
final class HiddenPlaces {

	/** One pixel is hidden of each square of this side: few enough that its surroundings stay known. */
	private static final int SPACING = 8;
	/** Share of the known pixels that may be hidden in pieces. */
	private static final double MOST = 0.04;
	/** Pieces larger than this share of the plane have no room elsewhere. */
	private static final double LARGEST = 0.02;
	private static final int MOST_PIECES = 400;
	private static final int TRIES = 20;
	/** What stands in for pieces that are too large: discs of this radius in pixels. */
	private static final int RADIUS = 8;

	private HiddenPlaces() {}

	/** Returns scattered single pixels. */
	static boolean[] scattered(final boolean[] known, final int width, final Random random) {
		final int height = known.length / width;
		final boolean[] hidden = new boolean[known.length];
		for (int top = 0; top + SPACING <= height; top += SPACING)
			for (int left = 0; left + SPACING <= width; left += SPACING) {
				final int pixel = (top + random.nextInt(SPACING)) * width + left + random.nextInt(SPACING);
				hidden[pixel] = known[pixel];
			}
		return hidden;
	}

	/**
	 * Returns pieces of the shapes and sizes of those of a mask, at other places.
	 *
	 * @param known true where pixels are neither masked nor without a value
	 */
	static boolean[] likeMask(final boolean[] masked, final boolean[] known, final int width, final Random random) {
		final List<Hole> pieces = Hole.of(masked, width).stream().filter(piece -> piece.pixels().length <= LARGEST *
			masked.length).collect(Collectors.toList());
		Collections.shuffle(pieces, random);
		final boolean[] hidden = new boolean[masked.length];
		int count = 0, all = 0;
		for (final boolean is : known)
			if (is) all++;
		for (int piece = 0; piece < MOST_PIECES && count < MOST * all; piece++) {
			final int[][] shape = pieces.isEmpty() ? disc() : shape(pieces.get(piece % pieces.size()), width);
			count += place(shape, hidden, known, width, random);
		}
		return hidden;
	}

	/** Puts a piece where all of it, and what is around it, is known; returns how many pixels it has, 0 if there is no room. */
	private static int place(final int[][] shape, final boolean[] hidden, final boolean[] known, final int width,
		final Random random)
	{
		final int height = known.length / width;
		for (int attempt = 0; attempt < TRIES; attempt++) {
			final int left = random.nextInt(width), top = random.nextInt(height);
			if (!hasRoom(shape, left, top, hidden, known, width)) continue;
			for (final int[] pixel : shape)
				hidden[(top + pixel[1]) * width + left + pixel[0]] = true;
			return shape.length;
		}
		return 0;
	}

	private static boolean hasRoom(final int[][] shape, final int left, final int top, final boolean[] hidden,
		final boolean[] known, final int width)
	{
		final int height = known.length / width;
		for (final int[] pixel : shape)
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int x = left + pixel[0] + dx, y = top + pixel[1] + dy;
					if (x < 0 || y < 0 || x >= width || y >= height) return false;
					final int i = y * width + x;
					if (!known[i] || hidden[i]) return false;
				}
		return true;
	}

	private static int[][] shape(final Hole piece, final int width) {
		final int[][] shape = new int[piece.pixels().length][];
		for (int k = 0; k < shape.length; k++)
			shape[k] = new int[] { piece.pixels()[k] % width - piece.left(), piece.pixels()[k] / width - piece.top() };
		return shape;
	}

	private static int[][] disc() {
		return IntStream.range(0, (2 * RADIUS + 1) * (2 * RADIUS + 1)).mapToObj(i -> new int[] { i % (2 *
			RADIUS + 1), i / (2 * RADIUS + 1) }).filter(pixel -> Math.hypot(pixel[0] - RADIUS, pixel[1] - RADIUS) <= RADIUS)
			.toArray(int[][]::new);
	}
}
