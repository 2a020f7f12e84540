package org.vaerestore.nn;

import static org.vaerestore.nn.WinogradTransform.POINTS;
import static org.vaerestore.nn.WinogradTransform.TILE;

/**
 * Takes the tiles of feature maps to Winograd's points and back, along one axis after the other.
 * <p>
 * Both ways are products of a small matrix with rows of pixels as they lie in memory; pixels beyond the border are rows that
 * are left out, as they are zero.
 * </p>
 */
final class WinogradTiles {

	private final int height;
	private final int width;
	private final int channels;
	/** Pixels of a tile along an axis. */
	private final int seen;
	/** How many of them are before the tile's own. */
	private final int halo;

	private WinogradTiles(final int height, final int width, final int channels, final int seen, final int halo) {
		this.height = height;
		this.width = width;
		this.channels = channels;
		this.seen = seen;
		this.halo = halo;
	}

	/** Returns tiles of maps that a convolution reads; they overlap. */
	static WinogradTiles ofInput(final int height, final int width, final int channels) {
		return new WinogradTiles(height, width, channels, POINTS, WinogradTransform.HALO);
	}

	/** Returns tiles of maps that a convolution writes; they don't overlap. */
	static WinogradTiles ofOutput(final int height, final int width, final int channels) {
		return new WinogradTiles(height, width, channels, TILE, 0);
	}

	/**
	 * Takes tiles to points.
	 *
	 * @param block the tiles
	 * @param maps all of them, [image, y, x, channel]
	 * @param matrix [point, pixel of a tile]
	 * @param points takes the result, [point along x, point along y, tile, channel]
	 */
	void toPoints(final TileBlock block, final Floats maps, final float[] matrix, final Floats points) {
		final Floats lines = lines(block), constant = constant(matrix);
		final PlacedProduct alongX = PlacedProduct.setting(constant, seen, maps, lines);
		final PlacedProduct alongY = PlacedProduct.setting(constant, seen, lines, points);
		for (int image = 0; image < block.images(); image++) {
			forEachRun(block, image, (first, count, map, line) -> alongX.run(POINTS, channels, count, first, map, channels, line,
				linesOfPoint(block)));
			forEachColumn(block, image, (first, count, line, point) -> alongY.run(POINTS, lineFloats(block), count, first, line,
				lineFloats(block), point, block.tiles() * channels));
		}
	}

	/**
	 * Takes points to tiles. Where tiles overlap, they are added to what the maps have; elsewhere they replace it.
	 *
	 * @param block the tiles
	 * @param points [point along x, point along y, tile, channel]
	 * @param matrix [pixel of a tile, point]
	 * @param maps take the result, [image, y, x, channel]
	 */
	void fromPoints(final TileBlock block, final Floats points, final float[] matrix, final Floats maps) {
		final boolean overlap = seen > TILE;
		final Floats lines = lines(block), constant = constant(matrix);
		final PlacedProduct alongY = product(overlap, constant, points, lines);
		final PlacedProduct alongX = product(overlap, constant, lines, maps);
		for (int image = 0; image < block.images(); image++) {
			if (overlap) lines.clear((long) POINTS * linesOfPoint(block));
			forEachColumn(block, image, (first, count, line, point) -> alongY.run(count, lineFloats(block), POINTS, first * POINTS,
				point, block.tiles() * channels, line, lineFloats(block)));
			forEachRun(block, image, (first, count, map, line) -> alongX.run(count, channels, POINTS, first * POINTS, line,
				linesOfPoint(block), map, channels));
		}
	}

	private static PlacedProduct product(final boolean add, final Floats left, final Floats right, final Floats result) {
		return add ? PlacedProduct.adding(left, POINTS, right, result) : PlacedProduct.setting(left, POINTS, right, result);
	}

	/** Takes a part of a tile: its first pixel along an axis, how many there are, and where they are on both sides. */
	@FunctionalInterface
	private interface Part {

		void at(int first, int count, long from, long to);
	}

	/** Goes through the rows of pixels of each tile, and where they are in maps and in lines. */
	private void forEachRun(final TileBlock block, final int image, final Part part) {
		final int top = block.top() * TILE - halo;
		for (int y = Math.max(0, -top); y < Math.min(count(block), height - top); y++)
			for (int tile = 0; tile < block.across(); tile++) {
				final int left = (block.left() + tile) * TILE - halo;
				final int from = Math.max(0, left), to = Math.min(width, left + seen);
				part.at(from - left, to - from, ((long) (block.image() + image) * height * width + (long) (top + y) * width +
					from) * channels, (long) y * lineFloats(block) + (long) tile * channels);
			}
	}

	/** Goes through the rows of tiles for each point along x, and where these are in lines and in points. */
	private void forEachColumn(final TileBlock block, final int image, final Part part) {
		final int top = block.top() * TILE - halo;
		for (int point = 0; point < POINTS; point++)
			for (int tile = 0; tile < block.down(); tile++) {
				final int first = tile * TILE;
				final int from = Math.max(first, -top), to = Math.min(first + seen, height - top);
				part.at(from - first, to - from, (long) point * linesOfPoint(block) + (long) from * lineFloats(block),
					((long) point * POINTS * block.tiles() + (long) (image * block.down() + tile) * block.across()) * channels);
			}
	}

	/** Returns the rows of pixels that a block's tiles have. */
	private int count(final TileBlock block) {
		return block.down() * TILE + seen - TILE;
	}

	private int lineFloats(final TileBlock block) {
		return block.across() * channels;
	}

	private int linesOfPoint(final TileBlock block) {
		return count(block) * lineFloats(block);
	}

	/** Returns what is between the axes, [point along x, y, tile, channel]. */
	private Floats lines(final TileBlock block) {
		return Floats.of(Workers.scratch().atLeast("winograd lines", (long) POINTS * linesOfPoint(block)));
	}

	private static Floats constant(final float[] matrix) {
		return Floats.of(Workers.scratch().constant(matrix));
	}
}
