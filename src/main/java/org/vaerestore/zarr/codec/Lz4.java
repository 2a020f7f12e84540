package org.vaerestore.zarr.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;

/** A block of LZ4 behind the number of bytes that it unpacks to, 4 bytes little-endian, as numcodecs has it. */
public record Lz4() implements Codec {

	private static final int HEADER = 4;

	@Override
	public byte[] encode(final byte[] plain) {
		final Lz4Compressor compressor = new Lz4Compressor();
		final byte[] packed = new byte[HEADER + compressor.maxCompressedLength(plain.length)];
		ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(plain.length);
		return Arrays.copyOf(packed, HEADER + compressor.compress(plain, 0, plain.length, packed, HEADER, packed.length - HEADER));
	}

	@Override
	public byte[] decode(final byte[] packed, final int most) throws CodecException {
		if (packed.length < HEADER) throw CodecException.damaged("lz4", null);
		final int size = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt();
		if (size < 0) throw CodecException.damaged("lz4", null);
		if (size > most) throw CodecException.more("lz4", most);
		final byte[] plain = new byte[size];
		try {
			final int count = new Lz4Decompressor().decompress(packed, HEADER, packed.length - HEADER, plain, 0, size);
			if (count != size) throw CodecException.damaged("lz4", null);
			return plain;
		}
		catch (final RuntimeException e) {
			throw CodecException.damaged("lz4", e);
		}
	}
}
