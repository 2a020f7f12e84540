package org.vaerestore.zarr.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/** Unpacks one stream of a block of a Blosc container; for one thread. */
interface BlockUnpacker {

	/**
	 * Unpacks a stream.
	 *
	 * @param size the most bytes to unpack
	 * @return how many there were
	 * @throws RuntimeException if it is damaged
	 */
	int unpack(byte[] packed, int from, int length, byte[] to, int offset, int size);

	/** Returns what unpacks a format by its number. */
	static BlockUnpacker of(final int format) throws CodecException {
		return switch (format) {
			case 0 -> (packed, from, length, to, offset, size) -> new BloscLzDecoder(packed, from, length, to, offset, size).decode();
			case 1 -> new Lz4Decompressor()::decompress;
			case 2 -> throw new CodecException("is packed by Snappy in Blosc, which isn't read");
			case 3 -> BlockUnpacker::inflate;
			case 4 -> new ZstdDecompressor()::decompress;
			default -> throw new CodecException("is packed in Blosc in an unknown way (" + format + ")");
		};
	}

	private static int inflate(final byte[] packed, final int from, final int length, final byte[] to, final int offset, final int size) {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed, from, length);
			int at = 0;
			while (at < size && !inflater.finished()) {
				final int count = inflater.inflate(to, offset + at, size - at);
				if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) break;
				at += count;
			}
			return at;
		}
		catch (final DataFormatException e) {
			throw new IllegalArgumentException(e);
		}
		finally {
			inflater.end();
		}
	}
}
