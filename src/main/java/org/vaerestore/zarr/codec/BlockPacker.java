package org.vaerestore.zarr.codec;

import java.util.Arrays;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;

/** Packs one block of a Blosc container; for one thread. */
interface BlockPacker {

	/** Packs the first bytes of a block. */
	byte[] pack(byte[] block, int length);

	static BlockPacker of(final Blosc.Packing packing, final int level) {
		return switch (packing) {
			case ZSTD -> by(new ZstdCompressor());
			case LZ4, LZ4HC -> by(new Lz4Compressor());
			case ZLIB -> (block, length) -> new Zlib(level).encode(block.length == length ? block : Arrays.copyOf(block, length));
			case BLOSCLZ -> throw new IllegalArgumentException("BloscLZ is read only.");
		};
	}

	private static BlockPacker by(final Compressor compressor) {
		return (block, length) -> {
			final byte[] packed = new byte[compressor.maxCompressedLength(length)];
			return Arrays.copyOf(packed, compressor.compress(block, 0, length, packed, 0, packed.length));
		};
	}
}
