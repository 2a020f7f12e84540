package org.vaerestore.zarr.codec;

/**
 * Unpacks one stream of BloscLZ, a kind of FastLZ: runs of literal bytes, and matches of what was unpacked before, at most 8191
 * bytes away or, with two more bytes, 73725.
 */
final class BloscLzDecoder {

	private static final int LONG = 7, FAR = 31, NEAREST_FAR = 8191, LEAST_MATCH = 3;

	private final byte[] packed;
	private final int end;
	private final byte[] to;
	private final int offset;
	private final int limit;
	private int from;
	private int at;

	BloscLzDecoder(final byte[] packed, final int from, final int length, final byte[] to, final int offset, final int size) {
		this.packed = packed;
		this.from = from;
		this.end = from + length;
		this.to = to;
		this.offset = offset;
		this.at = offset;
		this.limit = offset + size;
	}

	/** Returns how many bytes there were. */
	int decode() {
		// The first one is always literal; its upper bits say which version has written it.
		int control = next() & 31;
		while (true) {
			if (control < 32) literal(control + 1);
			else match(control >> 5, control & 31);
			if (from >= end) return at - offset;
			control = next();
		}
	}

	private void literal(final int length) {
		if (length > limit - at || length > end - from) throw new IllegalArgumentException("A literal is too long.");
		System.arraycopy(packed, from, to, at, length);
		from += length;
		at += length;
	}

	private void match(final int lengthCode, final int high) {
		int length = lengthCode - 1 + LEAST_MATCH;
		if (lengthCode == LONG) {
			int more;
			do {
				more = next();
				length += more;
				if (length > limit - offset) throw new IllegalArgumentException("A match is too long.");
			}
			while (more == 255);
		}
		final int low = next();
		final int distance = low == 255 && high == FAR ? (next() << 8 | next()) + NEAREST_FAR + 1 : (high << 8 | low) + 1;
		if (length > limit - at || distance > at - offset) throw new IllegalArgumentException("A match is nowhere.");
		// Byte by byte: a match may go on into itself.
		for (final int stop = at + length; at < stop; at++)
			to[at] = to[at - distance];
	}

	private int next() {
		if (from >= end) throw new IllegalArgumentException("It is truncated.");
		return packed[from++] & 0xff;
	}
}
