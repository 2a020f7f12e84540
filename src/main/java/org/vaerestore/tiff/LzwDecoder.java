package org.vaerestore.tiff;

/** Unpacks one segment of TIFF's LZW: codes of 9 to 12 bits, highest bit first, that grow one code early. */
final class LzwDecoder {

	private static final int CLEAR = 256, END = 257, FIRST = 258, CODES = 4096, LEAST_BITS = 9, MOST_BITS = 12;

	private final byte[] packed;
	private final int length;
	private final byte[] to;
	private final int size;
	/** A string is what was written once: where, and how long it is. */
	private final int[] starts = new int[CODES];
	private final int[] lengths = new int[CODES];
	private int bits = LEAST_BITS;
	private long position;
	private int at;

	LzwDecoder(final byte[] packed, final int length, final byte[] to, final int size) {
		this.packed = packed;
		this.length = length;
		this.to = to;
		this.size = size;
	}

	int decode() throws TiffException {
		int codes = FIRST, before = -1;
		while (at < size) {
			final int code = next();
			if (code < 0 || code == END) break;
			if (code == CLEAR) {
				bits = LEAST_BITS;
				codes = FIRST;
				before = -1;
				continue;
			}
			final int start = at;
			if (before >= 0 && codes < CODES) {
				// What came before, and the byte that comes next.
				starts[codes] = start - lengthOf(before);
				lengths[codes] = lengthOf(before) + 1;
				codes++;
			}
			if (code >= codes || code >= FIRST && before < 0) throw TiffException.damaged("LZW-compressed pixels can't be unpacked");
			write(code);
			before = code;
			if (codes + 1 >= 1 << bits && bits < MOST_BITS) bits++;
		}
		return at;
	}

	private int lengthOf(final int code) {
		return code < CLEAR ? 1 : lengths[code];
	}

	private void write(final int code) {
		if (code < CLEAR) {
			to[at++] = (byte) code;
			return;
		}
		final int from = starts[code], end = Math.min(size, at + lengths[code]);
		// Byte by byte: a string may go on into itself.
		for (int source = from; at < end; source++)
			to[at++] = to[source];
	}

	private int next() {
		if (position + bits > 8L * length) return -1;
		final int byteIndex = (int) (position >> 3);
		final int window = byteAt(byteIndex) << 16 | byteAt(byteIndex + 1) << 8 | byteAt(byteIndex + 2);
		final int code = window >> 24 - (int) (position & 7) - bits & (1 << bits) - 1;
		position += bits;
		return code;
	}

	private int byteAt(final int index) {
		return index < length ? packed[index] & 0xff : 0;
	}
}
