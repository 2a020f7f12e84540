package org.vaerestore.zarr.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * Blosc 1 (<a href="https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst">its format</a>): blocks of values whose
 * bytes or bits are put together by their place in the value, and then packed.
 * <p>
 * All that Blosc 1 writes is read but Snappy; what is written is packed by Zstandard, LZ4 or zlib, in blocks that aren't split.
 * </p>
 *
 * @param packing how blocks are packed
 * @param level 0, as it is, to 9, smallest; Zstandard and LZ4 have one way here
 * @param shuffle what of the values is put together
 * @param typeSize bytes of a value, 1 to 255
 */
public record Blosc(Packing packing, int level, Shuffle shuffle, int typeSize) implements Codec {

	/** About what caches hold, and what other writers take. */
	private static final int BLOCK = 1 << 18;
	private static final int MOST_TYPE_SIZE = 255;

	/** How blocks are packed. */
	public enum Packing {

		/** Blosc's own; not written. */
		BLOSCLZ(0),
		/** Fast. */
		LZ4(1),
		/** Read as LZ4 is, and written as it. */
		LZ4HC(1),
		/** Small and old. */
		ZLIB(3),
		/** Small and fast. */
		ZSTD(4);

		private final int format;

		Packing(final int format) {
			this.format = format;
		}

		int format() {
			return format;
		}

		/** Returns what metadata calls it. */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What of values is put together before they are packed. */
	public enum Shuffle {
		/** Nothing. */
		NONE("noshuffle"),
		/** Bytes of the same place. */
		BYTES("shuffle"),
		/** Bits of the same place. */
		BITS("bitshuffle");

		private final String id;

		Shuffle(final String id) {
			this.id = id;
		}

		/** Returns what metadata of Zarr v3 calls it; that of v2 has its ordinal. */
		public String id() {
			return id;
		}
	}

	/** Checks the values. */
	public Blosc {
		if (level < 0 || level > 9 || typeSize < 1 || typeSize > MOST_TYPE_SIZE) throw new IllegalArgumentException(
			"There is no Blosc of level " + level + " for values of " + typeSize + " bytes.");
	}

	/** Returns what suits images best in most cases: Zstandard of shuffled bytes. */
	public static Blosc standard(final int typeSize) {
		return new Blosc(Packing.ZSTD, 5, Shuffle.BYTES, typeSize);
	}

	@Override
	public byte[] encode(final byte[] plain) {
		if (packing == Packing.BLOSCLZ) throw new IllegalStateException("BloscLZ is read only.");
		final int blockSize = Math.max(1, Math.min(plain.length, BLOCK / (8 * typeSize) * 8 * typeSize));
		final byte[] packed = level == 0 ? null : packed(plain, blockSize);
		if (packed != null) return packed;
		final ByteBuffer asItIs = ByteBuffer.allocate(BloscHeader.BYTES + plain.length).order(ByteOrder.LITTLE_ENDIAN);
		BloscHeader.of(packing, Shuffle.NONE, typeSize, plain.length, blockSize, asItIs.capacity(), true).write(asItIs);
		return asItIs.put(plain).array();
	}

	/** Returns null if packing makes nothing smaller. */
	private byte[] packed(final byte[] plain, final int blockSize) {
		final int blocks = plain.length == 0 ? 0 : (plain.length - 1) / blockSize + 1;
		final ByteBuffer to = ByteBuffer.allocate(BloscHeader.BYTES + plain.length).order(ByteOrder.LITTLE_ENDIAN);
		final BlockPacker packer = BlockPacker.of(packing, level);
		int end = BloscHeader.BYTES + 4 * blocks;
		final byte[] shuffled = new byte[Math.min(blockSize, plain.length)];
		for (int block = 0; block < blocks; block++) {
			final int from = block * blockSize, size = Math.min(blockSize, plain.length - from);
			Shuffling.apply(shuffle, typeSize, plain, from, size, shuffled);
			final byte[] stream = packer.pack(shuffled, size);
			final boolean smaller = stream.length < size;
			final int length = smaller ? stream.length : size;
			if (end + 4L + length > to.capacity()) return null;
			to.putInt(BloscHeader.BYTES + 4 * block, end);
			to.putInt(end, length);
			to.put(end + 4, smaller ? stream : shuffled, 0, length);
			end += 4 + length;
		}
		BloscHeader.of(packing, shuffle, typeSize, plain.length, blockSize, end, false).write(to);
		return Arrays.copyOf(to.array(), end);
	}

	@Override
	public byte[] decode(final byte[] packed, final int most) throws CodecException {
		final BloscHeader header = BloscHeader.read(packed, most);
		if (header.isAsItIs()) {
			if (header.packed() < (long) BloscHeader.BYTES + header.size()) throw CodecException.damaged("Blosc", null);
			return Arrays.copyOfRange(packed, BloscHeader.BYTES, BloscHeader.BYTES + header.size());
		}
		return new BloscBlocks(header, packed).unpack();
	}
}
