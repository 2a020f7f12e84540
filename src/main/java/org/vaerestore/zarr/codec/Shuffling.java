package org.vaerestore.zarr.codec;

/** Puts together the bytes, or the bits, that have the same place in the values of a block, as Blosc does. */
final class Shuffling {

	private static final int BITS = 8;

	private Shuffling() {}

	/** Shuffles some bytes of an array to the beginning of another one. */
	static void apply(final Blosc.Shuffle shuffle, final int typeSize, final byte[] plain, final int offset, final int size, final byte[] to) {
		final int values = values(shuffle, typeSize, size);
		switch (shuffle) {
			case NONE -> {}
			case BYTES -> {
				for (int place = 0, at = 0; place < typeSize; place++)
					for (int value = 0, from = offset + place; value < values; value++, from += typeSize)
						to[at++] = plain[from];
			}
			case BITS -> {
				final int row = values / BITS;
				for (int place = 0; place < typeSize; place++)
					for (int group = 0; group < row; group++) {
						long square = 0;
						for (int i = 0; i < BITS; i++)
							square |= (plain[offset + (group * BITS + i) * typeSize + place] & 0xffL) << BITS * i;
						square = transpose(square);
						for (int bit = 0; bit < BITS; bit++)
							to[(place * BITS + bit) * row + group] = (byte) (square >>> BITS * bit);
					}
			}
		}
		final int done = values * typeSize;
		System.arraycopy(plain, offset + done, to, done, size - done);
	}

	/** Undoes it, from the beginning of an array to some bytes of another one. */
	static void undo(final Blosc.Shuffle shuffle, final int typeSize, final byte[] shuffled, final int size, final byte[] to, final int offset) {
		final int values = values(shuffle, typeSize, size);
		switch (shuffle) {
			case NONE -> {}
			case BYTES -> {
				for (int place = 0, from = 0; place < typeSize; place++)
					for (int value = 0, at = offset + place; value < values; value++, at += typeSize)
						to[at] = shuffled[from++];
			}
			case BITS -> {
				final int row = values / BITS;
				for (int place = 0; place < typeSize; place++)
					for (int group = 0; group < row; group++) {
						long square = 0;
						for (int bit = 0; bit < BITS; bit++)
							square |= (shuffled[(place * BITS + bit) * row + group] & 0xffL) << BITS * bit;
						square = transpose(square);
						for (int i = 0; i < BITS; i++)
							to[offset + (group * BITS + i) * typeSize + place] = (byte) (square >>> BITS * i);
					}
			}
		}
		final int done = values * typeSize;
		System.arraycopy(shuffled, done, to, offset + done, size - done);
	}

	/** Values that are shuffled; those that are left over stay as they are. */
	private static int values(final Blosc.Shuffle shuffle, final int typeSize, final int size) {
		final int values = size / typeSize;
		return switch (shuffle) {
			case NONE -> 0;
			case BYTES -> typeSize == 1 ? 0 : values;
			// Blosc 1 shuffles bits only where they fill whole bytes.
			case BITS -> values % BITS == 0 ? values : 0;
		};
	}

	/** Transposes a square of 8 x 8 bits (Warren, Hacker's Delight, 7-3). */
	private static long transpose(final long square) {
		long x = square;
		long t = (x ^ x >>> 7) & 0x00aa00aa00aa00aaL;
		x ^= t ^ t << 7;
		t = (x ^ x >>> 14) & 0x0000cccc0000ccccL;
		x ^= t ^ t << 14;
		t = (x ^ x >>> 28) & 0x00000000f0f0f0f0L;
		return x ^ t ^ t << 28;
	}
}
