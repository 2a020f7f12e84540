package org.vaerestore.setaside;

import java.util.Arrays;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

/**
 * Rows of a plane with what lies around them; beyond the plane there is NaN.
 *
 * @param plane index of the plane
 * @param top first of the rows
 * @param rows how many they are
 * @param columns how many the plane has
 * @param values of the rows and of {@link #MARGIN} pixels around them, row by row
 */
record Band(long plane, int top, int rows, int columns, float[] values) {

	/** Pixels around what is looked at. */
	static final int MARGIN = 6;
	/** Pixels that are held at a time. */
	private static final int MOST_PIXELS = 1 << 20;
	/** Rows that are held at least: of fewer, what lies around them would be most of the work. */
	private static final int FEWEST_ROWS = 2 * MARGIN;

	/** Takes the bands of an image, from the first to the last. */
	@FunctionalInterface
	interface Visitor {

		void visit(Band band);
	}

	/** Reads all of an image. */
	static void each(final PlaneReader reader, final Visitor visitor, final Progress progress) {
		final Planes planes = reader.planes();
		final int rows = rows(planes);
		final int width = planes.width() + 2 * MARGIN;
		float[] values = new float[0];
		for (long plane = 0; plane < planes.count(); plane++)
			for (int top = 0; top < planes.height(); top += rows) {
				progress.checkCancelled();
				progress.update((plane + (double) top / planes.height()) / planes.count(), "looking for pixels that are no signal");
				final int some = Math.min(rows, planes.height() - top);
				final int size = width * (some + 2 * MARGIN);
				if (values.length < size) values = new float[size];
				read(reader, plane, top, some, values);
				visitor.visit(new Band(plane, top, some, planes.width(), values));
			}
	}

	/** Returns the rows of planes that are held at a time. */
	static int rows(final Planes planes) {
		return Math.min(planes.height(), Math.max(FEWEST_ROWS, MOST_PIXELS / (planes.width() + 2 * MARGIN) - 2 * MARGIN));
	}

	private static void read(final PlaneReader reader, final long plane, final int top, final int rows, final float[] values) {
		final int columns = reader.planes().width(), width = columns + 2 * MARGIN;
		final int begin = Math.max(0, top - MARGIN), end = Math.min(reader.planes().height(), top + rows + MARGIN);
		final float[] inside = reader.read(plane, new Region(0, begin, columns, end - begin));
		Arrays.fill(values, Float.NaN);
		for (int y = begin; y < end; y++)
			System.arraycopy(inside, (y - begin) * columns, values, (y - top + MARGIN) * width + MARGIN, columns);
	}

	/** Returns the pixels of a row of the values. */
	int width() {
		return columns + 2 * MARGIN;
	}

	/** Returns where a pixel of the rows is among the values. */
	int index(final int x, final int row) {
		return (row + MARGIN) * width() + x + MARGIN;
	}
}
