package org.vaerestore.imagej;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;

import net.imglib2.img.array.ArrayImgs;

/** Writes the rows of an image as the pixels of a TIFF file, rounded and clamped as in an image of the same type. */
final class TiffRows implements RowWriter {

	private final OutputStream out;
	private final int bits;
	private final ByteOrder order;

	/**
	 * @param bits of a pixel: 8, 16 (unsigned) or 32 (floating point)
	 * @param order of the bytes of a pixel
	 */
	TiffRows(final OutputStream out, final int bits, final ByteOrder order) {
		this.out = out;
		this.order = order;
		this.bits = bits;
	}

	/**
	 * Writes the next rows, which may not be left out or come in another order.
	 *
	 * @throws UncheckedIOException if they can't be written
	 */
	@Override
	public void write(final long plane, final Region rows, final float[] values) {
		final float[] row = new float[rows.width()];
		final byte[] bytes = new byte[rows.width() * bits / 8];
		try {
			for (int y = 0; y < rows.height(); y++) {
				System.arraycopy(values, y * row.length, row, 0, row.length);
				encode(row, ByteBuffer.wrap(bytes).order(order));
				out.write(bytes);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void encode(final float[] row, final ByteBuffer buffer) {
		final Region line = new Region(0, 0, row.length, 1);
		switch (bits) {
			case 8:
				PlaneWriter.of(ArrayImgs.unsignedBytes(buffer.array(), row.length, 1)).write(0, line, row);
				break;
			case 16:
				final short[] shorts = new short[row.length];
				PlaneWriter.of(ArrayImgs.unsignedShorts(shorts, row.length, 1)).write(0, line, row);
				buffer.asShortBuffer().put(shorts);
				break;
			default:
				buffer.asFloatBuffer().put(row);
		}
	}
}
