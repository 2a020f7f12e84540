package org.vaerestore.tiles;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Cuts a plane into tiles: their cores cover the plane without overlap, and all their inputs have one size, so that a
 * network needs one set of buffers.
 * <p>
 * Inputs begin at multiples of the granularity, and their sizes are multiples of it. At the borders of the plane the
 * input is moved inwards, so that a tile there sees more of the plane than the halo; it reaches beyond the plane, by
 * less than the granularity, only to the right and at the bottom.
 * </p>
 *
 * <pre>
 * for (Tile tile : TileGrid.of(image.dimension(0), image.dimension(1), 256, 64, 16).tiles()) {
 * 	reader.read(plane, tile.input(), values);
 * 	// ...
 * 	writer.write(plane, tile.core(), values, tile.input(), hidden);
 * }
 * </pre>
 */
public final class TileGrid {

	private final Axis columns;
	private final Axis rows;

	private TileGrid(final Axis columns, final Axis rows) {
		this.columns = columns;
		this.rows = rows;
	}

	/**
	 * Cuts a plane.
	 *
	 * @param width of the plane in pixels, at least 1
	 * @param height of the plane in pixels, at least 1
	 * @param core largest side of a core, at least 1; rounded up to a multiple of the granularity
	 * @param halo least distance from a core to the end of its input, but at the plane's borders; rounded up to a
	 *          multiple of the granularity
	 * @param granularity that inputs are aligned to, at least 1
	 */
	public static TileGrid of(final int width, final int height, final int core, final int halo, final int granularity) {
		return of(width, height, core, core, halo, granularity);
	}

	/** Cuts a plane into tiles that are not square; see the other method. */
	public static TileGrid of(final int width, final int height, final int core, final int coreHeight, final int halo,
		final int granularity)
	{
		if (width < 1 || height < 1 || core < 1 || coreHeight < 1 || halo < 0 || granularity < 1) throw new IllegalArgumentException(
			"There is no grid for " + width + " x " + height + " pixels with core " + core + ", halo " + halo +
				", granularity " + granularity + ".");
		return new TileGrid(Axis.of(width, core, halo, granularity), Axis.of(height, coreHeight, halo, granularity));
	}

	/** Returns all tiles, row by row; a list that makes each when it is asked for, as large planes have many. */
	public List<Tile> tiles() {
		return new Tiles();
	}

	/** Returns the number of tiles side by side. */
	public int columns() {
		return columns.count();
	}

	/** Returns the width of all inputs in pixels. */
	public int inputWidth() {
		return columns.inputLength();
	}

	/** Returns the height of all inputs in pixels. */
	public int inputHeight() {
		return rows.inputLength();
	}

	private final class Tiles extends AbstractList<Tile> implements RandomAccess {

		@Override
		public Tile get(final int index) {
			final int u = index % columns.count(), v = Objects.checkIndex(index, size()) / columns.count();
			return new Tile(new Region(columns.core(u), rows.core(v), columns.coreLength(u), rows.coreLength(v)), new Region(
				columns.input(u), rows.input(v), columns.inputLength(), rows.inputLength()));
		}

		@Override
		public int size() {
			return Math.multiplyExact(columns.count(), rows.count());
		}
	}

	/** The tiles along one axis; cores but the last are of one length. */
	private record Axis(int length, int padded, int step, int halo, int inputLength) {

		static Axis of(final int length, final int core, final int halo, final int granularity) {
			final int padded = roundUp(length, granularity);
			final int largest = Math.min(roundUp(core, granularity), padded);
			final int count = (padded + largest - 1) / largest;
			// Cores of about one length: less is computed twice than with a narrow last one.
			final int step = roundUp((padded + count - 1) / count, granularity);
			final int rim = Math.min(roundUp(halo, granularity), padded);
			return new Axis(length, padded, step, rim, (int) Math.min(step + 2L * rim, padded));
		}

		int count() {
			return (length + step - 1) / step;
		}

		int core(final int k) {
			return k * step;
		}

		int coreLength(final int k) {
			return Math.min(step, length - core(k));
		}

		int input(final int k) {
			return Math.max(0, Math.min(core(k) - halo, padded - inputLength));
		}

		private static int roundUp(final int value, final int multiple) {
			return Math.multiplyExact((int) ((value + (long) multiple - 1) / multiple), multiple);
		}
	}
}
