package org.vaerestore.zarr.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Unpacks the blocks of a Blosc container. */
final class BloscBlocks {

	private final BloscHeader header;
	private final byte[] packed;
	private final ByteBuffer numbers;
	private final BlockUnpacker unpacker;

	BloscBlocks(final BloscHeader header, final byte[] packed) throws CodecException {
		this.header = header;
		this.packed = packed;
		numbers = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
		unpacker = BlockUnpacker.of(header.format());
		if (BloscHeader.BYTES + 4L * header.blocks() > header.packed()) throw CodecException.damaged("Blosc", null);
	}

	byte[] unpack() throws CodecException {
		final byte[] plain = new byte[header.size()];
		final byte[] shuffled = new byte[Math.min(header.blockSize(), header.size())];
		for (int block = 0; block < header.blocks(); block++) {
			final int size = header.blockSize(block);
			unpackBlock(block, shuffled, size);
			Shuffling.undo(header.shuffle(), header.typeSize(), shuffled, size, plain, block * header.blockSize());
		}
		return plain;
	}

	private void unpackBlock(final int block, final byte[] to, final int size) throws CodecException {
		final int splits = header.splits(block), each = size / splits;
		int at = numbers.getInt(BloscHeader.BYTES + 4 * block);
		for (int split = 0; split < splits; split++) {
			if (at < BloscHeader.BYTES || at > header.packed() - 4) throw CodecException.damaged("Blosc", null);
			final int length = numbers.getInt(at);
			at += 4;
			if (length < 1 || length > header.packed() - at) throw CodecException.damaged("Blosc", null);
			if (length == each) System.arraycopy(packed, at, to, split * each, each);
			else unpackStream(at, length, to, split * each, each);
			at += length;
		}
	}

	private void unpackStream(final int at, final int length, final byte[] to, final int offset, final int size) throws CodecException {
		try {
			if (unpacker.unpack(packed, at, length, to, offset, size) != size) throw CodecException.damaged("Blosc", null);
		}
		catch (final RuntimeException e) {
			throw CodecException.damaged("Blosc", e);
		}
	}
}
