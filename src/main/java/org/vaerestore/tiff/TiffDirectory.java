package org.vaerestore.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The entries of one directory, whose values are read when they are asked for. */
final class TiffDirectory {

	static final int SUBFILE = 254, WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259, PHOTOMETRIC = 262, FILL_ORDER = 266,
			DESCRIPTION = 270, STRIP_OFFSETS = 273, SAMPLES = 277, ROWS_PER_STRIP = 278, STRIP_BYTES = 279, X_RESOLUTION = 282,
			Y_RESOLUTION = 283, PLANAR = 284, RESOLUTION_UNIT = 296, SOFTWARE = 305, DATE_TIME = 306, ARTIST = 315, HOST = 316,
			PREDICTOR = 317, COLOUR_MAP = 320, TILE_WIDTH = 322, TILE_HEIGHT = 323, TILE_OFFSETS = 324, TILE_BYTES = 325,
			EXTRA_SAMPLES = 338, SAMPLE_FORMAT = 339, METAMORPH = 33629, NIH_IMAGE = 43314, IMAGEJ_COUNTS = 50838, IMAGEJ = 50839;

	private static final int BYTE = 1, SHORT = 3, LONG = 4, SIGNED_SHORT = 8, SIGNED_LONG = 9, FILE_OFFSET = 13, LONG8 = 16,
			SIGNED_LONG8 = 17, FILE_OFFSET8 = 18;

	private final TiffSource source;
	private final Map<Integer, Entry> entries = new HashMap<>();

	/**
	 * An entry.
	 *
	 * @param position of its first value in the file
	 */
	private record Entry(int tag, int type, long count, long position) {

		long bytes() {
			return count * TiffDirectory.bytes(type);
		}
	}

	TiffDirectory(final TiffSource source) {
		this.source = source;
	}

	/** Adds an entry of a type that is known, once its length is known to be possible. */
	void add(final int tag, final int type, final long count, final long position) throws TiffException {
		if (bytes(type) == 0) return;
		if (count < 0 || count > source.length()) throw TiffException.damaged("its entry " + tag + " has " + Long.toUnsignedString(
			count) + " values");
		entries.putIfAbsent(tag, new Entry(tag, type, count, position));
	}

	boolean has(final int tag) {
		return entries.containsKey(tag);
	}

	/** Returns a number, or what it is where it isn't said. */
	long number(final int tag, final long otherwise) throws IOException {
		if (!has(tag)) return otherwise;
		final long[] numbers = numbers(tag);
		if (numbers.length == 0) throw TiffException.damaged("its entry " + tag + " has no value");
		return numbers[0];
	}

	/** Returns the number of values of an entry. */
	long count(final int tag) {
		return has(tag) ? entries.get(tag).count : 0;
	}

	/** Returns the whole numbers of an entry, none if there is no such entry. */
	long[] numbers(final int tag) throws IOException {
		if (!has(tag)) return new long[0];
		final Entry entry = entries.get(tag);
		source.claim(entry.bytes());
		final ByteBuffer values = values(entry);
		final long[] numbers = new long[(int) entry.count];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = next(values, entry);
		return numbers;
	}

	/** Returns the bytes of an entry as they are, null if there is no such entry. */
	ByteBuffer raw(final int tag) throws IOException {
		return has(tag) ? values(entries.get(tag)) : null;
	}

	/** Returns the type of an entry as the file writes it. */
	int type(final int tag) {
		return entries.get(tag).type;
	}

	/** Returns the number of bytes of a value, 0 for types that aren't known. */
	static int bytes(final int type) {
		switch (type) {
			case BYTE, 2, 6, 7:
				return 1;
			case SHORT, SIGNED_SHORT:
				return 2;
			case LONG, SIGNED_LONG, 11, FILE_OFFSET:
				return 4;
			case 5, 10, 12, LONG8, SIGNED_LONG8, FILE_OFFSET8:
				return 8;
			default:
				return 0;
		}
	}

	private ByteBuffer values(final Entry entry) throws IOException {
		source.require(entry.position, entry.bytes());
		if (entry.bytes() > Integer.MAX_VALUE - 8) throw TiffException.damaged("its entry " + entry.tag + " has " + entry.bytes() +
			" bytes");
		return source.read(entry.position, (int) entry.bytes());
	}

	private static long next(final ByteBuffer values, final Entry entry) throws TiffException {
		switch (entry.type) {
			case BYTE:
				return values.get() & 0xff;
			case SHORT:
				return values.getShort() & 0xffff;
			case SIGNED_SHORT:
				return values.getShort();
			case LONG, FILE_OFFSET:
				return values.getInt() & 0xffffffffL;
			case SIGNED_LONG:
				return values.getInt();
			case LONG8, SIGNED_LONG8, FILE_OFFSET8:
				return values.getLong();
			default:
				throw TiffException.damaged("its entry " + entry.tag + " is no whole number");
		}
	}
}
