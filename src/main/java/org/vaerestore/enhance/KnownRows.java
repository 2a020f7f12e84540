package org.vaerestore.enhance;

import java.util.Arrays;

import org.vaerestore.setaside.SetAside;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;

/** Rows of the input, and which pixels of them stay as they are. */
final class KnownRows {

	/** Rows that are copied at a time. */
	private static final int ROWS = 64;

	private final float[] values;
	private final boolean[] kept;

	/** Reads rows; pixels that are no numbers are kept too unless they are to be restored. */
	KnownRows(final PlaneReader reader, final SetAside aside, final long plane, final Region rows,
		final boolean restoresNaNs)
	{
		values = reader.read(plane, rows);
		kept = aside.map(plane, rows, values);
		if (!restoresNaNs) for (int i = 0; i < kept.length; i++)
			kept[i] |= !Float.isFinite(values[i]);
	}

	/** Returns the input, row by row. */
	float[] values() {
		return values;
	}

	/** Copies a plane of which no pixel is signal. */
	static void copy(final PlaneReader reader, final long plane, final RowWriter output, final RowWriter uncertainty) {
		final int width = reader.planes().width(), height = reader.planes().height();
		for (int y = 0; y < height; y += ROWS) {
			final Region rows = new Region(0, y, width, Math.min(ROWS, height - y));
			output.write(plane, rows, reader.read(plane, rows));
			if (uncertainty == null) continue;
			final float[] unknown = new float[rows.size()];
			Arrays.fill(unknown, Float.NaN);
			uncertainty.write(plane, rows, unknown);
		}
	}

	/**
	 * Mixes what was enhanced with the input, in place.
	 *
	 * @param strength share of what was enhanced; all of it where the input is no number
	 */
	float[] blend(final float[] enhanced, final float strength) {
		for (int i = 0; i < enhanced.length; i++)
			if (kept[i]) enhanced[i] = values[i];
			else if (strength != 1 && Float.isFinite(values[i])) enhanced[i] = values[i] + strength * (enhanced[i] - values[i]);
		return enhanced;
	}

	/** Multiplies standard deviations in place; those of what is kept are NaN. */
	float[] spread(final float[] deviation, final float factor) {
		for (int i = 0; i < deviation.length; i++)
			deviation[i] = kept[i] ? Float.NaN : factor * deviation[i];
		return deviation;
	}
}
