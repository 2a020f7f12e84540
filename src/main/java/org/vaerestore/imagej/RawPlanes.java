package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.Optional;

import ij.io.FileInfo;

/**
 * Where the pixels of an uncompressed TIFF file lie, so that any rows of it can be read by themselves.
 *
 * @param file the file
 * @param width of a plane in pixels
 * @param height of a plane in pixels
 * @param type of the pixels
 * @param littleEndian whether the lowest byte of a pixel comes first
 * @param entries as ImageJ decodes them: one for each plane, or one for planes that lie one behind the other
 */
record RawPlanes(Path file, int width, int height, Type type, boolean littleEndian, FileInfo... entries) {

	/** The pixels that can be read so. */
	enum Type {
		BYTE(1), SHORT(2), SIGNED_SHORT(2), FLOAT(4);

		private final int bytes;

		Type(final int bytes) {
			this.bytes = bytes;
		}

		/** Returns the bytes of a pixel. */
		int bytes() {
			return bytes;
		}
	}

	/** Returns the pixels of a file if they are of one kind, uncompressed and grey; nothing else is read so. */
	static Optional<RawPlanes> of(final Path file, final FileInfo... entries) {
		final FileInfo first = entries[0];
		final Type type = type(first);
		if (type == null || entries.length > 1 && first.nImages > 1) return Optional.empty();
		for (final FileInfo entry : entries)
			if (entry.width != first.width || entry.height != first.height || entry.fileType != first.fileType ||
				entry.intelByteOrder != first.intelByteOrder || entry.compression > FileInfo.COMPRESSION_NONE || entry.whiteIsZero)
				return Optional.empty();
		return Optional.of(new RawPlanes(file, first.width, first.height, type, first.intelByteOrder, entries));
	}

	/** Returns the number of planes. */
	int planes() {
		return entries.length > 1 ? entries.length : Math.max(1, entries[0].nImages);
	}

	/** Returns the bytes of all pixels. */
	long bytes() {
		return planes() * planeBytes();
	}

	/** Returns the bytes of a plane. */
	long planeBytes() {
		return rowBytes() * height;
	}

	/** Returns the bytes of a row. */
	long rowBytes() {
		return (long) width * type.bytes;
	}

	/** Returns where in the file a row begins. */
	long offset(final int plane, final int row) {
		final FileInfo entry = entries.length > 1 ? entries[plane] : entries[0];
		if (isStripped(entry)) return (entry.stripOffsets[row / entry.rowsPerStrip] & 0xffffffffL) + row %
			entry.rowsPerStrip * rowBytes();
		final long before = entries.length > 1 ? 0 : plane * (planeBytes() + entry.getGap());
		return entry.getOffset() + before + row * rowBytes();
	}

	/** Returns how many rows from one on lie one behind the other. */
	int together(final int row) {
		return isStripped(entries[0]) ? Math.min(entries[0].rowsPerStrip - row % entries[0].rowsPerStrip, height - row)
			: height - row;
	}

	private static boolean isStripped(final FileInfo entry) {
		return entry.nImages <= 1 && entry.stripOffsets != null && entry.stripOffsets.length > 1 && entry.rowsPerStrip > 0;
	}

	private static Type type(final FileInfo info) {
		switch (info.fileType) {
			case FileInfo.GRAY8:
				return Type.BYTE;
			case FileInfo.GRAY16_UNSIGNED:
				return Type.SHORT;
			case FileInfo.GRAY16_SIGNED:
				return Type.SIGNED_SHORT;
			case FileInfo.GRAY32_FLOAT:
				return Type.FLOAT;
			default:
				return null;
		}
	}
}
