package org.vaerestore.zarr.codec;

import java.util.Arrays;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/** Zstandard (RFC 8878); written at the level 3 that is its default. */
public record Zstd() implements Codec {

	static final int LEVEL = 3;

	@Override
	public byte[] encode(final byte[] plain) {
		final ZstdCompressor compressor = new ZstdCompressor();
		final byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
		return Arrays.copyOf(packed, compressor.compress(plain, 0, plain.length, packed, 0, packed.length));
	}

	@Override
	public byte[] decode(final byte[] packed, final int most) throws CodecException {
		try {
			final long size = packed.length == 0 ? -1 : ZstdDecompressor.getDecompressedSize(packed, 0, packed.length);
			if (size > most) throw CodecException.more("zstd", most);
			// Of several frames, the first one alone says how large it is.
			final byte[] plain = new byte[most];
			final int count = new ZstdDecompressor().decompress(packed, 0, packed.length, plain, 0, most);
			return count == most ? plain : Arrays.copyOf(plain, count);
		}
		catch (final RuntimeException e) {
			throw CodecException.damaged("zstd", e);
		}
	}
}
