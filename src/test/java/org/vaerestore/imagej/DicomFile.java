package org.vaerestore.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes small signed 16-bit DICOM images, explicit little-endian. */
final class DicomFile {

	private DicomFile() {}

	/** Writes a square image whose pixels are all -1000. */
	static Path write(final Path file, final int side) {
		final short[] pixels = new short[side * side];
		Arrays.fill(pixels, (short) -1000);
		return write(file, side, pixels, 0);
	}

	/**
	 * Writes a square image.
	 *
	 * @param pixels as they are stored
	 * @param intercept what is added to them for the shown values
	 */
	static Path write(final Path file, final int side, final short[] pixels, final int intercept) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[128]);
		out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		element(out, 0x0002, 0x0010, "UI", text("1.2.840.10008.1.2.1\0"));
		element(out, 0x0028, 0x0002, "US", number(1));
		element(out, 0x0028, 0x0004, "CS", text("MONOCHROME2 "));
		element(out, 0x0028, 0x0010, "US", number(side));
		element(out, 0x0028, 0x0011, "US", number(side));
		element(out, 0x0028, 0x0100, "US", number(16));
		element(out, 0x0028, 0x0103, "US", number(1));
		if (intercept != 0) {
			element(out, 0x0028, 0x1052, "DS", text(intercept + (Integer.toString(intercept).length() % 2 == 0 ? "" : " ")));
			element(out, 0x0028, 0x1053, "DS", text("1 "));
		}
		final ByteBuffer bytes = ByteBuffer.allocate(2 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final short pixel : pixels)
			bytes.putShort(pixel);
		out.writeBytes(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x7fe0).putShort(
			(short) 0x0010).put(text("OW")).putShort((short) 0).putInt(bytes.capacity()).array());
		out.writeBytes(bytes.array());
		try {
			return Files.write(file, out.toByteArray());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void element(final ByteArrayOutputStream out, final int group, final int element, final String type,
		final byte[] value)
	{
		out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) group).putShort(
			(short) element).put(text(type)).putShort((short) value.length).array());
		out.writeBytes(value);
	}

	private static byte[] number(final int value) {
		return new byte[] { (byte) value, (byte) (value >> 8) };
	}

	private static byte[] text(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
