package org.vaerestore.vae.noise;

/**
 * What all pixels of each row, and of each column, of a plane share besides what it shows.
 *
 * @param rows of each row, in units of the image; or null if rows share nothing
 * @param columns the same of each column
 */
public record SharedOffsets(float[] rows, float[] columns) {

	/** No row and no column shares anything. */
	public static final SharedOffsets NONE = new SharedOffsets(null, null);

	/** Segments into which rows are divided, at most, and pixels of each in small planes. */
	private static final int MOST_SEGMENTS = 32, SEGMENT = 12;

	/**
	 * Finds them in a plane, of which some rows are read at a time, twice.
	 *
	 * @param ofRows whether rows may share something
	 * @param ofColumns whether columns may
	 */
	public static SharedOffsets find(final PlaneStrips plane, final boolean ofRows, final boolean ofColumns) {
		final int across = segments(plane.width()), down = segments(plane.height());
		return new SharedOffsets(!ofRows || across == 0 || plane.height() < 2 ? null : offsets(RowSteps.ofRows(plane, across, plane
			.height())), !ofColumns || down == 0 || plane.width() < 2 ? null : offsets(RowSteps.ofColumns(plane, down, plane
				.width())));
	}

	/** Returns the bytes that are held while they are looked for in a plane. */
	public static long bytes(final long width, final long height) {
		return Math.max(width, height) * Double.BYTES * (4 * MOST_SEGMENTS + 8) + Float.BYTES * RowSteps.pixels(width, height);
	}

	private static int segments(final int length) {
		if (!RowSteps.canDivide(length, SharedVariance.SEGMENTS)) return 0;
		final int groups = MOST_SEGMENTS / SharedVariance.SEGMENTS;
		return SharedVariance.SEGMENTS * Math.max(1, Math.min(groups, length / (SharedVariance.SEGMENTS * SEGMENT)));
	}

	private static float[] offsets(final RowSteps steps) {
		final double variance = SharedVariance.of(steps.grouped(SharedVariance.SEGMENTS));
		return variance > 0 ? floats(RowOffsets.of(steps, variance)) : null;
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}

	/** Returns whether there are none. */
	public boolean isNone() {
		return rows == null && columns == null;
	}

	/**
	 * Takes them away from a region of the plane.
	 *
	 * @param left first column
	 * @param top first row
	 * @param width of the region
	 * @param values of it, row by row; changed
	 * @param count how many these are
	 */
	public void subtract(final int left, final int top, final int width, final float[] values, final int count) {
		for (int i = 0; i < count; i++) {
			if (rows != null) values[i] -= rows[top + i / width];
			if (columns != null) values[i] -= columns[left + i % width];
		}
	}
}
