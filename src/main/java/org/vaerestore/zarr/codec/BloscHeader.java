package org.vaerestore.zarr.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The 16 bytes that a Blosc container begins with.
 *
 * @param flags how values are shuffled, whether blocks are as they are or split, and in the upper three bits how they are packed
 * @param typeSize bytes of a value, 1 to 255
 * @param size bytes that all of it unpacks to
 * @param blockSize bytes that each block but the last unpacks to
 * @param packed bytes of the container
 */
record BloscHeader(int flags, int typeSize, int size, int blockSize, int packed) {

	static final int BYTES = 16;
	private static final int VERSION = 2, SHUFFLED = 1, AS_IT_IS = 2, BIT_SHUFFLED = 4, WHOLE = 16, FORMAT_SHIFT = 5;
	private static final int MOST_SPLITS = 16, LEAST_SPLIT = 128;

	static BloscHeader of(final Blosc.Packing packing, final Blosc.Shuffle shuffle, final int typeSize, final int size, final int blockSize,
		final int packed, final boolean asItIs)
	{
		final int flags = (asItIs ? AS_IT_IS : 0) | (shuffle == Blosc.Shuffle.BYTES ? SHUFFLED : 0) | (shuffle == Blosc.Shuffle.BITS
			? BIT_SHUFFLED : 0) | WHOLE | packing.format() << FORMAT_SHIFT;
		return new BloscHeader(flags, typeSize, size, blockSize, packed);
	}

	static BloscHeader read(final byte[] container, final int most) throws CodecException {
		if (container.length < BYTES) throw new CodecException("is shorter than a Blosc header");
		final ByteBuffer bytes = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
		if (bytes.get(0) != VERSION) throw new CodecException("is of Blosc format " + bytes.get(0) + ", not " + VERSION);
		final BloscHeader header = new BloscHeader(bytes.get(2) & 0xff, bytes.get(3) & 0xff, bytes.getInt(4), bytes.getInt(8), bytes.getInt(
			12));
		if (header.size < 0 || header.packed < BYTES || header.typeSize < 1 || header.blockSize < Math.min(1, header.size))
			throw CodecException.damaged("Blosc", null);
		if (header.packed > container.length) throw new CodecException("is truncated: it has " + container.length +
			" bytes, and its header promises " + header.packed);
		if (header.size > most) throw CodecException.more("Blosc", most);
		return header;
	}

	void write(final ByteBuffer to) {
		to.put((byte) VERSION).put((byte) 1).put((byte) flags).put((byte) typeSize).putInt(size).putInt(blockSize).putInt(packed);
	}

	boolean isAsItIs() {
		return (flags & AS_IT_IS) != 0;
	}

	int format() {
		return flags >> FORMAT_SHIFT;
	}

	Blosc.Shuffle shuffle() {
		if ((flags & SHUFFLED) != 0) return Blosc.Shuffle.BYTES;
		return (flags & BIT_SHUFFLED) != 0 ? Blosc.Shuffle.BITS : Blosc.Shuffle.NONE;
	}

	int blocks() {
		return size == 0 ? 0 : (size - 1) / blockSize + 1;
	}

	int blockSize(final int block) {
		return Math.min(blockSize, size - block * blockSize);
	}

	/** Returns of how many streams, one for each byte of a value, a block consists. */
	int splits(final int block) {
		return (flags & WHOLE) == 0 && typeSize <= MOST_SPLITS && blockSize / typeSize >= LEAST_SPLIT && blockSize(block) == blockSize
			? typeSize : 1;
	}
}
