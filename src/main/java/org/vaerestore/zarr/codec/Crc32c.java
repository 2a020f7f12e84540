package org.vaerestore.zarr.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The bytes as they are, with their CRC32C checksum behind them, 4 bytes little-endian. */
public record Crc32c() implements Codec {

	/** How many bytes the checksum has. */
	public static final int BYTES = 4;

	@Override
	public byte[] encode(final byte[] plain) {
		final byte[] packed = Arrays.copyOf(plain, plain.length + BYTES);
		ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(plain.length, checksum(plain, plain.length));
		return packed;
	}

	@Override
	public byte[] decode(final byte[] packed, final int most) throws CodecException {
		final int length = packed.length - BYTES;
		if (length < 0) throw new CodecException("has no room for its checksum");
		if (length > most) throw CodecException.more("crc32c", most);
		if (ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(length) != checksum(packed, length))
			throw new CodecException("doesn't fit its checksum");
		return Arrays.copyOf(packed, length);
	}

	private static int checksum(final byte[] bytes, final int length) {
		final CRC32C crc = new CRC32C();
		crc.update(bytes, 0, length);
		return (int) crc.getValue();
	}
}
