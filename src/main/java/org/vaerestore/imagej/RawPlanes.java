package org.vaerestore.imagej;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

import org.vaerestore.tiff.PixelKind;
import org.vaerestore.tiff.TiffImage;

/**
 * Where the pixels of an uncompressed TIFF file lie, so that any rows of it can be read by themselves.
 *
 * @param file the file
 * @param tiff what it says; may be closed
 */
record RawPlanes(Path file, TiffImage tiff) {

	/** Returns the pixels of a file if they are uncompressed and grey; nothing else is read so. */
	static Optional<RawPlanes> of(final Path file, final TiffImage tiff) {
		return tiff.isRaw() && !tiff.isWhiteZero() && !tiff.hasPalette() ? Optional.of(new RawPlanes(file, tiff)) : Optional.empty();
	}

	int width() {
		return tiff.width();
	}

	int height() {
		return tiff.height();
	}

	PixelKind type() {
		return tiff.kind();
	}

	/** Returns whether the lowest byte of a pixel comes first. */
	boolean littleEndian() {
		return tiff.order() == ByteOrder.LITTLE_ENDIAN;
	}

	/** Returns the number of planes. */
	int planes() {
		return tiff.pages();
	}

	/** Returns the bytes of all pixels. */
	long bytes() {
		return planes() * planeBytes();
	}

	/** Returns the bytes of a plane. */
	long planeBytes() {
		return rowBytes() * height();
	}

	/** Returns the bytes of a row. */
	long rowBytes() {
		return (long) width() * type().bytes();
	}

	/** Returns where in the file a row begins. */
	long offset(final int plane, final int row) {
		return tiff.offset(plane, row);
	}

	/** Returns how many rows from one on lie one behind the other. */
	int together(final int plane, final int row) {
		return tiff.together(plane, row);
	}
}
