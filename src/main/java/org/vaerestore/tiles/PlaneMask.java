package org.vaerestore.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which pixels of a plane are chosen: a bit for each pixel of the squares of 64 x 64 that have a chosen one, and nothing
 * for the others. Never changes.
 *
 * <pre>
 * PlaneMask mask = new PlaneMask.Builder(width, height).add(region, chosen).build();
 * </pre>
 */
public final class PlaneMask {

	/** Side of a square in pixels: the bits of a row are one long. */
	public static final int SIDE = Long.SIZE;

	private static final long[] FULL = new long[SIDE];

	static {
		Arrays.fill(FULL, -1);
	}

	private final int width;
	private final int height;
	/** The rows of squares by row and column; null where there is no chosen pixel. */
	private final long[][][] squares;
	private final long count;
	private final Region bounds;

	private PlaneMask(final int width, final int height, final long[][][] squares) {
		this.width = width;
		this.height = height;
		this.squares = squares;
		long chosen = 0;
		int left = width, right = -1, top = height, bottom = -1;
		for (int v = 0; v < squares.length; v++)
			for (int u = 0; squares[v] != null && u < squares[v].length; u++)
				for (int y = 0; squares[v][u] != null && y < SIDE; y++) {
					final long bits = squares[v][u][y];
					if (bits == 0) continue;
					chosen += Long.bitCount(bits);
					left = Math.min(left, u * SIDE + Long.numberOfTrailingZeros(bits));
					right = Math.max(right, u * SIDE + SIDE - 1 - Long.numberOfLeadingZeros(bits));
					top = Math.min(top, v * SIDE + y);
					bottom = Math.max(bottom, v * SIDE + y);
				}
		count = chosen;
		bounds = chosen == 0 ? null : new Region(left, top, right + 1 - left, bottom + 1 - top);
	}

	/** Returns a mask without a pixel. */
	public static PlaneMask none(final int width, final int height) {
		return new Builder(width, height).build();
	}

	/**
	 * Returns the mask of pixels.
	 *
	 * @param chosen row by row, true where a pixel is chosen
	 */
	public static PlaneMask of(final boolean[] chosen, final int width) {
		return new Builder(width, chosen.length / width).add(new Region(0, 0, width, chosen.length / width), chosen).build();
	}

	/** Returns the width of the plane in pixels. */
	public int width() {
		return width;
	}

	/** Returns the height of the plane in pixels. */
	public int height() {
		return height;
	}

	/** Returns the number of chosen pixels. */
	public long count() {
		return count;
	}

	/** Returns whether no pixel is chosen. */
	public boolean isEmpty() {
		return count == 0;
	}

	/** Returns whether every pixel is chosen. */
	public boolean isWhole() {
		return count == (long) width * height;
	}

	/** Returns the smallest region with all chosen pixels, null if there is none. */
	public Region bounds() {
		return bounds;
	}

	/** Returns whether a pixel of the plane is chosen. */
	public boolean get(final int x, final int y) {
		final long[] square = square(x / SIDE, y / SIDE);
		return square != null && (square[y % SIDE] >>> x & 1) != 0;
	}

	/** Returns whether a pixel, counted row by row, is chosen. */
	public boolean get(final int index) {
		return get(index % width, index / width);
	}

	/** Returns which pixels of a region inside the plane are chosen, row by row. */
	public boolean[] read(final Region region) {
		final boolean[] chosen = new boolean[region.size()];
		read(region, chosen);
		return chosen;
	}

	/** Returns which pixels of the plane are chosen, row by row. */
	public boolean[] toArray() {
		return read(new Region(0, 0, width, height));
	}

	void read(final Region region, final boolean[] chosen) {
		Arrays.fill(chosen, 0, region.size(), false);
		final int right = region.x() + region.width(), bottom = region.y() + region.height();
		for (int v = region.y() / SIDE; v * SIDE < bottom; v++)
			for (int u = region.x() / SIDE; u * SIDE < right; u++) {
				final long[] square = square(u, v);
				if (square == null) continue;
				for (int y = Math.max(region.y(), v * SIDE); y < Math.min(bottom, v * SIDE + SIDE); y++) {
					final long bits = square[y % SIDE];
					if (bits == 0) continue;
					final int to = region.index(0, y);
					for (int x = Math.max(region.x(), u * SIDE); x < Math.min(right, u * SIDE + SIDE); x++)
						chosen[to + x] = (bits >>> x & 1) != 0;
				}
			}
	}

	/** Returns the mask of the pixels that are chosen in this one, or in another one of the same size, or in both. */
	public PlaneMask or(final PlaneMask other) {
		return other.isEmpty() ? this : isEmpty() ? other : new Builder(width, height).add(this).add(other).build();
	}

	/** Returns the mask of the pixels that are chosen in this one and not in another one of the same size. */
	public PlaneMask without(final PlaneMask other) {
		if (isEmpty() || other.isEmpty()) return this;
		final long[][][] left = new long[squares.length][][];
		for (int v = 0; v < left.length; v++) {
			if (squares[v] == null) continue;
			left[v] = new long[squares[v].length][];
			for (int u = 0; u < left[v].length; u++) {
				final long[] removed = other.square(u, v);
				left[v][u] = squares[v][u];
				if (left[v][u] == null || removed == null) continue;
				left[v][u] = left[v][u].clone();
				long any = 0;
				for (int y = 0; y < SIDE; y++)
					any |= left[v][u][y] &= ~removed[y];
				if (any == 0) left[v][u] = null;
			}
		}
		return new PlaneMask(width, height, left);
	}

	/** Returns the mask of all other pixels. */
	public PlaneMask inverse() {
		final long[][][] others = new long[squares.length][squareColumns()][];
		for (int v = 0; v < others.length; v++)
			for (int u = 0; u < others[v].length; u++)
				others[v][u] = inverse(u, v);
		return new PlaneMask(width, height, others);
	}

	private long[] inverse(final int column, final int row) {
		final int columns = Math.min(SIDE, width - column * SIDE), rows = Math.min(SIDE, height - row * SIDE);
		final long[] square = square(column, row);
		if (square == null && columns == SIDE && rows == SIDE) return FULL;
		final long[] inverse = new long[SIDE];
		long any = 0;
		for (int y = 0; y < rows; y++)
			any |= inverse[y] = (square == null ? -1 : ~square[y]) & -1L >>> SIDE - columns;
		return any == 0 ? null : inverse;
	}

	/** Returns the number of squares side by side. */
	public int squareColumns() {
		return (width + SIDE - 1) / SIDE;
	}

	/** Returns whether all pixels of a square of 64 x 64, counted row by row, are chosen. */
	public boolean isSquareFull(final int index) {
		final long[] square = square(index % squareColumns(), index / squareColumns());
		if (square == null) return false;
		for (final long bits : square)
			if (bits != -1) return false;
		return true;
	}

	/**
	 * Returns the squares that have a chosen pixel, counted row by row, in clusters that hang together by sides or corners: so
	 * pixels of two clusters are more than 64 pixels away from each other.
	 */
	public List<int[]> clusters() {
		final List<int[]> clusters = new ArrayList<>();
		final boolean[] found = new boolean[squareColumns() * squares.length];
		for (int first = 0; first < found.length; first++)
			if (!found[first] && isSquareThere(first % squareColumns(), first / squareColumns())) clusters.add(cluster(first,
				found));
		return clusters;
	}

	private int[] cluster(final int first, final boolean[] found) {
		int[] cluster = { first };
		int size = 1;
		found[first] = true;
		for (int k = 0; k < size; k++)
			for (int v = cluster[k] / squareColumns() - 1, last = v + 2; v <= last; v++)
				for (int u = cluster[k] % squareColumns() - 1, end = u + 2; u <= end; u++) {
					if (!isSquareThere(u, v) || found[v * squareColumns() + u]) continue;
					found[v * squareColumns() + u] = true;
					if (size == cluster.length) cluster = Arrays.copyOf(cluster, 2 * size);
					cluster[size++] = v * squareColumns() + u;
				}
		return Arrays.copyOf(cluster, size);
	}

	private boolean isSquareThere(final int column, final int row) {
		return column >= 0 && column < squareColumns() && row >= 0 && row < squares.length && square(column, row) != null;
	}

	/**
	 * Returns the mask of the chosen pixels of some squares.
	 *
	 * @param which squares that have any, counted row by row
	 */
	public PlaneMask ofSquares(final int... which) {
		final long[][][] kept = new long[squares.length][][];
		for (final int index : which) {
			final int u = index % squareColumns(), v = index / squareColumns();
			if (kept[v] == null) kept[v] = new long[squareColumns()][];
			kept[v][u] = squares[v][u];
		}
		return new PlaneMask(width, height, kept);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof PlaneMask mask && mask.width == width && mask.height == height && mask.count == count &&
			without(mask).isEmpty();
	}

	@Override
	public int hashCode() {
		return Long.hashCode(count * 31 + width);
	}

	@Override
	public String toString() {
		return count + " of " + width + " x " + height + " pixels" + (isEmpty() ? "" : ", in " + bounds);
	}

	private long[] square(final int column, final int row) {
		return squares[row] == null ? null : squares[row][column];
	}

	/** Gathers chosen pixels. */
	public static final class Builder {

		private final int width;
		private final int height;
		private long[][][] squares;

		/** Begins with no pixel. */
		public Builder(final int width, final int height) {
			this.width = width;
			this.height = height;
			squares = new long[(height + SIDE - 1) / SIDE][][];
		}

		/** Adds a pixel of the plane. */
		public Builder add(final int x, final int y) {
			square(x / SIDE, y / SIDE)[y % SIDE] |= 1L << x;
			return this;
		}

		/**
		 * Adds pixels.
		 *
		 * @param region inside the plane
		 * @param chosen its pixels, row by row
		 */
		public Builder add(final Region region, final boolean[] chosen) {
			for (int y = 0, i = 0; y < region.height(); y++)
				for (int x = 0; x < region.width(); x++)
					if (chosen[i++]) add(region.x() + x, region.y() + y);
			return this;
		}

		/** Adds the pixels of another mask of the same size. */
		public Builder add(final PlaneMask mask) {
			for (int v = 0; v < squares.length; v++)
				for (int u = 0; mask.squares[v] != null && u < mask.squares[v].length; u++) {
					if (mask.squares[v][u] == null) continue;
					final long[] square = square(u, v);
					for (int y = 0; y < SIDE; y++)
						square[y] |= mask.squares[v][u][y];
				}
			return this;
		}

		/** Returns the mask; ends the gathering. */
		public PlaneMask build() {
			final PlaneMask mask = new PlaneMask(width, height, squares);
			squares = null;
			return mask;
		}

		private long[] square(final int column, final int row) {
			if (squares[row] == null) squares[row] = new long[(width + SIDE - 1) / SIDE][];
			if (squares[row][column] == null) squares[row][column] = new long[SIDE];
			return squares[row][column];
		}
	}
}
