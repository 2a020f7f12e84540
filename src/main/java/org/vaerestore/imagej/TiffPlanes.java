package org.vaerestore.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.vaerestore.tiff.PixelKind;
import org.vaerestore.tiff.TiffImage;

import ij.io.FileInfo;

/**
 * The planes of a TIFF file as ImageJ reads raw ones: one behind the other, the highest byte of a value first, RGB pixel by pixel;
 * palettes as what they show, unless ImageJ wrote them: then they are lookup tables over intensities.
 * <p>
 * What can't be read is told at the end, as ImageJ would swallow it.
 * </p>
 */
final class TiffPlanes extends InputStream {

	private static final int BYTE = 0xff;

	private final TiffImage tiff;
	private final boolean rgb;
	private final boolean palette;
	private final boolean lookupTable;
	private final List<byte[]> opacity = new ArrayList<>();
	private byte[] plane = {};
	private int position;
	private int page;
	private int top;
	private int channel;
	private byte[][] read = {};
	private IOException failure;

	TiffPlanes(final TiffImage tiff) throws IOException {
		this.tiff = tiff;
		final String description = tiff.description();
		lookupTable = description.startsWith("ImageJ") && !description.contains("8bitcolor=true");
		palette = tiff.hasPalette() && !(lookupTable && tiff.kind() == PixelKind.BYTE);
		rgb = palette ? !isGrey() : tiff.isRgb() && tiff.kind() == PixelKind.BYTE;
	}

	/** Returns how many planes each page gives. */
	int channels() {
		return rgb || palette ? 1 : tiff.channels();
	}

	int count() {
		return tiff.pages() * channels();
	}

	/** Returns whether each plane is a page as it is. */
	boolean areSingle() {
		return !rgb && !palette && channels() == 1 && !tiff.hasAlpha();
	}

	boolean hasLookupTable() {
		return lookupTable;
	}

	long planeBytes() {
		return (long) tiff.width() * tiff.height() * (rgb ? Integer.BYTES : tiff.kind().bytes());
	}

	int fileType() {
		if (rgb) return FileInfo.RGB;
		switch (tiff.kind()) {
			case BYTE:
				return tiff.hasPalette() && lookupTable ? FileInfo.COLOR8 : FileInfo.GRAY8;
			case SHORT:
				return FileInfo.GRAY16_UNSIGNED;
			case SIGNED_SHORT:
				return FileInfo.GRAY16_SIGNED;
			default:
				return FileInfo.GRAY32_FLOAT;
		}
	}

	/** Returns how opaque pixels are, once all are read; null if the file says nothing of it. */
	List<byte[]> opacity() {
		return opacity.isEmpty() ? null : opacity;
	}

	/** Throws what couldn't be read. */
	void requireRead() throws IOException {
		if (failure != null) throw failure;
	}

	@Override
	public int read() {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & BYTE;
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int length) {
		if (position == plane.length && !next()) return -1;
		final int count = Math.min(length, plane.length - position);
		System.arraycopy(plane, position, bytes, offset, count);
		position += count;
		return count;
	}

	private boolean next() {
		if (failure != null || page == tiff.pages()) return false;
		try {
			plane = null;
			plane = channels() > 1 ? nextChannel() : nextRows();
			position = 0;
			return true;
		}
		catch (final IOException e) {
			plane = new byte[0];
			position = 0;
			failure = e;
			return false;
		}
	}

	private byte[] nextChannel() throws IOException {
		if (channel == 0) {
			read = tiff.read(page);
			if (tiff.hasAlpha()) opacity.add(highBytes(read[read.length - 1], tiff.kind()));
		}
		final byte[] values = read[channel];
		channel = (channel + 1) % channels();
		if (channel == 0) page++;
		return values;
	}

	private byte[] nextRows() throws IOException {
		final byte[][] rows = tiff.read(page, top);
		final int count = rows[0].length / tiff.kind().bytes();
		if (tiff.hasAlpha()) {
			if (top == 0) opacity.add(new byte[Math.multiplyExact(tiff.width(), tiff.height())]);
			System.arraycopy(highBytes(rows[rows.length - 1], tiff.kind()), 0, opacity.get(opacity.size() - 1), top * tiff.width(), count);
		}
		final byte[] values = palette ? shown(rows[0]) : rgb ? pixelByPixel(rows) : rows[0];
		top += count / tiff.width();
		if (top == tiff.height()) {
			page++;
			top = 0;
		}
		return values;
	}

	private boolean isGrey() {
		for (int number = 0; number < tiff.pages(); number++) {
			final int[] colours = tiff.palette(number);
			final int count = colours.length / 3;
			for (int entry = 0; entry < count; entry++)
				if (colours[entry] != colours[entry + count] || colours[entry] != colours[entry + 2 * count]) return false;
		}
		return true;
	}

	private byte[] shown(final byte[] indices) {
		final int[] colours = tiff.palette(page);
		final int count = colours.length / 3, bytes = tiff.kind().bytes();
		final byte[] shown = new byte[rgb ? indices.length / bytes * 3 : indices.length];
		for (int pixel = 0; pixel < indices.length / bytes; pixel++) {
			final int entry = bytes == 1 ? indexOf(indices[pixel] & BYTE, count) : (indices[2 * pixel] & BYTE) << 8 | indices[2 * pixel +
				1] & BYTE;
			for (int part = 0; part < (rgb ? 3 : bytes); part++)
				if (rgb) shown[3 * pixel + part] = (byte) (colours[part * count + entry] >> 8);
				else shown[bytes * pixel + part] = (byte) (colours[entry] >> 8 - 8 * part);
		}
		return shown;
	}

	// Single bits are read as 0 and 255.
	private static int indexOf(final int value, final int count) {
		return count == 2 && value == BYTE ? 1 : value;
	}

	private static byte[] pixelByPixel(final byte[][] colours) {
		final byte[] pixels = new byte[3 * colours[0].length];
		for (int pixel = 0; pixel < colours[0].length; pixel++)
			for (int colour = 0; colour < 3; colour++)
				pixels[3 * pixel + colour] = colours[colour][pixel];
		return pixels;
	}

	// What is drawn faintly is drawn.
	private static byte[] highBytes(final byte[] values, final PixelKind kind) {
		final byte[] high = new byte[values.length / kind.bytes()];
		for (int pixel = 0; pixel < high.length; pixel++) {
			boolean any = false;
			for (int part = 0; part < kind.bytes(); part++)
				any |= values[pixel * kind.bytes() + part] != 0;
			final byte first = values[pixel * kind.bytes()];
			high[pixel] = any && first == 0 ? 1 : first;
		}
		return high;
	}
}
