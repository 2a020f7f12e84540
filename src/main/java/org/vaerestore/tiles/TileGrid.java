package org.vaerestore.tiles;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Cuts a plane into tiles: their cores cover the plane without overlap, and all their inputs have one size, so that a
 * network needs one set of buffers.
 * <p>
 * Inputs begin at multiples of the granularity, and their sizes are multiples of it. At the borders of the plane there is no halo,
 * and cores are larger by so much; inputs reach beyond the plane, by less than the granularity, only to the right and at the bottom.
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
	 * @param core largest side of a core in the middle of the plane, at least 1; rounded up to a multiple of the granularity
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

	/**
	 * The tiles along one axis: inputs overlap by two halos, and cores end in the middle of that.
	 *
	 * @param step from one input to the next
	 */
	private record Axis(int length, int padded, int step, int halo, int inputLength) {

		static Axis of(final int length, final int core, final int halo, final int granularity) {
			final int padded = roundUp(length, granularity), largest = roundUp(core, granularity), rim = roundUp(halo, granularity);
			final long count = Math.max(1, (padded - 2L * rim + largest - 1) / largest);
			if (count == 1) return new Axis(length, padded, padded, rim, padded);
			final int input = roundUp((int) ((padded + 2L * rim * (count - 1) + count - 1) / count), granularity);
			return new Axis(length, padded, input - 2 * rim, rim, input);
		}

		int count() {
			return (padded - inputLength + step - 1) / step + 1;
		}

		int core(final int k) {
			return k == 0 ? 0 : k * step + halo;
		}

		int coreLength(final int k) {
			return (k == count() - 1 ? length : core(k + 1)) - core(k);
		}

		int input(final int k) {
			return Math.min(k * step, padded - inputLength);
		}

		private static int roundUp(final int value, final int multiple) {
			return Math.multiplyExact((int) ((value + (long) multiple - 1) / multiple), multiple);
		}
	}
}
