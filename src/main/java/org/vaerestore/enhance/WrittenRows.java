package org.vaerestore.enhance;

import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;

/** Remembers how far the writing is. */
final class WrittenRows implements RowWriter {

	private final RowWriter writer;
	private long plane;
	private int rows;

	WrittenRows(final RowWriter writer) {
		this.writer = writer;
	}

	/** Returns the plane that was written to last, or the first one. */
	long plane() {
		return plane;
	}

	/** Returns how many of its rows are written. */
	int rows() {
		return rows;
	}

	@Override
	public void write(final long newPlane, final Region region, final float[] values) {
		writer.write(newPlane, region, values);
		plane = newPlane;
		rows = region.y() + region.height();
	}
}
