package org.vaerestore.imagej;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.io.TiffEncoder;

/**
 * What comes before the pixels in a TIFF file of ImageJ's kind: one directory, the number of planes in its description, and
 * after it the pixels of all planes, one behind the other.
 *
 * @param bytes of it
 * @param order of the bytes of a pixel
 */
record TiffHeader(byte[] bytes, ByteOrder order) {

	private static final int WIDTH = 256, HEIGHT = 257, ROWS_PER_STRIP = 278, STRIP_OFFSET = 273, STRIP_BYTES = 279;
	private static final int DIRECTORY_AT = 4, ENTRY_BYTES = 12, VALUE = 8, LONG = 4;
	private static final long MOST = 0xffffffffL;

	/**
	 * Returns the header of a file.
	 *
	 * @param outline image of planes of one pixel, with all that describes the file's image
	 * @param width of a plane in pixels
	 * @param height of a plane in pixels
	 * @throws InputException if TIFF can't hold planes of this size
	 */
	static TiffHeader of(final ImagePlus outline, final int width, final int height) throws IOException {
		final long plane = (long) width * height * outline.getBytesPerPixel();
		if (plane > MOST) throw new InputException("TIFF holds planes of at most 4 GB, and those of the result of " + width + " x " +
			height + " pixels are larger; cut the image into parts.");
		final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		new TiffEncoder(ImageWriter.tiffInfo(outline)).write(new DataOutputStream(encoded));
		final byte[] header = encoded.toByteArray();
		// A setting of ImageJ's.
		final ByteOrder order = header[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final ByteBuffer buffer = ByteBuffer.wrap(header).order(order);
		final int directory = buffer.getInt(DIRECTORY_AT);
		final int entries = buffer.getShort(directory), end = directory + Short.BYTES + entries * ENTRY_BYTES;
		int length = header.length;
		for (int at = directory + Short.BYTES; at < end; at += ENTRY_BYTES)
			switch (buffer.getShort(at)) {
				case WIDTH:
					put(buffer, at, width);
					break;
				case HEIGHT:
				case ROWS_PER_STRIP:
					put(buffer, at, height);
					break;
				case STRIP_BYTES:
					put(buffer, at, (int) plane);
					break;
				case STRIP_OFFSET:
					length = buffer.getInt(at + VALUE);
					break;
				default:
			}
		// As ImageJ does for stacks of more than 4 GB: directories of further planes could not be found behind them.
		buffer.putInt(end, 0);
		return new TiffHeader(Arrays.copyOf(header, length), order);
	}

	private static void put(final ByteBuffer buffer, final int entry, final int value) {
		buffer.putShort(entry + 2, (short) LONG).putInt(entry + 4, 1).putInt(entry + VALUE, value);
	}
}
