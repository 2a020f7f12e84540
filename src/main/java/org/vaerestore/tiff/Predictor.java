package org.vaerestore.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes values of the differences that they were stored as, row by row. */
final class Predictor {

	private Predictor() {}

	/**
	 * Undoes what a page's predictor did.
	 *
	 * @param rows of a segment, unpacked
	 * @param count of these
	 */
	static void undo(final TiffPage page, final byte[] rows, final int count) {
		final int rowBytes = (int) page.rowBytes(), together = page.samplesTogether();
		for (int row = 0; row < count && page.predictor() > 1; row++)
			if (page.predictor() == 2) sum(ByteBuffer.wrap(rows, row * rowBytes, rowBytes).slice().order(page.order()), page.bits(),
				together);
			else floats(rows, row * rowBytes, rowBytes, page.bits() / 8, together, page.order());
	}

	private static void sum(final ByteBuffer row, final int bits, final int together) {
		final int bytes = bits / 8, step = together * bytes;
		for (int at = step; at + bytes <= row.capacity(); at += bytes)
			switch (bits) {
				case 8:
					row.put(at, (byte) (row.get(at) + row.get(at - step)));
					break;
				case 16:
					row.putShort(at, (short) (row.getShort(at) + row.getShort(at - step)));
					break;
				case 32:
					row.putInt(at, row.getInt(at) + row.getInt(at - step));
					break;
				default:
					row.putLong(at, row.getLong(at) + row.getLong(at - step));
			}
	}

	// Adobe's: all highest bytes of a row first, then all that follow these, each the difference to the one before.
	private static void floats(final byte[] rows, final int from, final int length, final int bytes, final int together,
		final ByteOrder order)
	{
		for (int at = from + together; at < from + length; at++)
			rows[at] += rows[at - together];
		final byte[] apart = java.util.Arrays.copyOfRange(rows, from, from + length);
		final int values = length / bytes;
		for (int value = 0; value < values; value++)
			for (int place = 0; place < bytes; place++)
				rows[from + value * bytes + (order == ByteOrder.BIG_ENDIAN ? place : bytes - 1 - place)] = apart[place * values + value];
	}
}
