package org.vaerestore.nn;

import static org.vaerestore.nn.WinogradTransform.PAIR;
import static org.vaerestore.nn.WinogradTransform.POINTS;
import static org.vaerestore.nn.WinogradTransform.TILE;

import java.util.function.Consumer;

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

	/** Returns the floats that are needed between the axes for a block of tiles. */
	long floatsBetween(final int down, final int across) {
		return (long) count(down) * across * POINTS * channels;
	}

	/**
	 * Returns what takes tiles to points.
	 *
	 * @param maps all of them, [image, y, x, channel]
	 * @param matrix [tile, point; pixel], for a pair of tiles
	 * @param lines what is between the axes, [y, tile, point along x, channel]
	 * @param points take the result, [point along y, tile, point along x, channel]
	 */
	Consumer<TileBlock> toPoints(final Floats maps, final float[] matrix, final Floats lines, final Floats points) {
		final Floats constant = Floats.of(Workers.scratch().constant(matrix));
		final int pitch = TILE * (PAIR - 1) + seen;
		final PlacedProduct alongX = PlacedProduct.setting(constant, pitch, maps, lines);
		final PlacedProduct alongY = PlacedProduct.setting(constant, pitch, lines, points);
		return block -> {
			final int line = lineFloats(block);
			for (int image = 0; image < block.images(); image++) {
				forEachRun(block, image, (tiles, first, count, map, at) -> alongX.run(tiles * POINTS, channels, count, first, map,
					channels, at, channels));
				forEachRow(block, image, (tiles, first, count, at, point) -> alongY.run(POINTS, line, count, first, at, line, point,
					block.down() * block.images() * line));
			}
		};
	}

	/**
	 * Returns what takes points to tiles. Where tiles overlap, they are added to what the maps have; elsewhere they replace
	 * it.
	 *
	 * @param points [point along y, tile, point along x, channel]
	 * @param matrix [pixel; tile, point], for a pair of tiles
	 * @param lines what is between the axes, [y, tile, point along x, channel]
	 * @param maps take the result, [image, y, x, channel]
	 */
	Consumer<TileBlock> fromPoints(final Floats points, final float[] matrix, final Floats lines, final Floats maps) {
		final Floats constant = Floats.of(Workers.scratch().constant(matrix));
		final int pitch = PAIR * POINTS;
		final boolean overlap = seen > TILE;
		final PlacedProduct alongY = product(overlap, constant, pitch, points, lines);
		final PlacedProduct alongX = product(overlap, constant, pitch, lines, maps);
		return block -> {
			final int line = lineFloats(block);
			for (int image = 0; image < block.images(); image++) {
				if (overlap) lines.clear((long) count(block.down()) * line);
				forEachRow(block, image, (tiles, first, count, at, point) -> alongY.run(count, line, POINTS, first * pitch, point,
					block.down() * block.images() * line, at, line));
				forEachRun(block, image, (tiles, first, count, map, at) -> alongX.run(count, channels, tiles * POINTS, first * pitch,
					at, channels, map, channels));
			}
		};
	}

	private static PlacedProduct product(final boolean add, final Floats left, final int pitch, final Floats right,
		final Floats result)
	{
		return add ? PlacedProduct.adding(left, pitch, right, result) : PlacedProduct.setting(left, pitch, right, result);
	}

	/**
	 * Takes a part of some tiles: how many tiles, the first of their pixels along an axis that are inside, how many these are,
	 * and where they are on both sides.
	 */
	@FunctionalInterface
	private interface Part {

		void at(int tiles, int first, int count, long from, long to);
	}

	/** Goes through the rows of pixels of each pair of tiles, and where they are in maps and in lines. */
	private void forEachRun(final TileBlock block, final int image, final Part part) {
		final int top = block.top() * TILE - halo;
		for (int y = Math.max(0, -top); y < Math.min(count(block.down()), height - top); y++) {
			final long row = ((long) (block.image() + image) * height + top + y) * width;
			for (int tile = 0; tile < block.across(); tile += PAIR) {
				final int tiles = Math.min(PAIR, block.across() - tile);
				final int left = (block.left() + tile) * TILE - halo;
				final int from = Math.max(0, left), to = Math.min(width, left + TILE * (tiles - 1) + seen);
				part.at(tiles, from - left, to - from, (row + from) * channels, (long) y * lineFloats(block) + (long) tile * POINTS *
					channels);
			}
		}
	}

	/** Goes through the rows of tiles, and where these are in lines and in points. */
	private void forEachRow(final TileBlock block, final int image, final Part part) {
		final int top = block.top() * TILE - halo;
		for (int tile = 0; tile < block.down(); tile++) {
			final int first = tile * TILE;
			final int from = Math.max(first, -top), to = Math.min(first + seen, height - top);
			part.at(1, from - first, to - from, (long) from * lineFloats(block), (long) (image * block.down() + tile) * lineFloats(
				block));
		}
	}

	/** Returns the rows of pixels that so many rows of tiles have. */
	private int count(final int down) {
		return down * TILE + seen - TILE;
	}

	private int lineFloats(final TileBlock block) {
		return block.across() * POINTS * channels;
	}
}
