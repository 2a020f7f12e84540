package org.vaerestore.zarr.codec;

/**
 * A way to pack bytes that loses nothing, with its settings.
 * <p>
 * All are values, and may be used by several threads at a time. {@link Codecs} reads and writes them as JSON.
 * </p>
 */
public sealed interface Codec permits Blosc, Crc32c, Gzip, Lz4, Zlib, Zstd {

	/** Packs bytes. */
	byte[] encode(byte[] plain);

	/**
	 * Unpacks bytes.
	 *
	 * @param most the most bytes that there may be
	 * @return at most so many
	 * @throws CodecException if they are damaged, or become more
	 */
	byte[] decode(byte[] packed, int most) throws CodecException;

	/** Returns the most bytes that any writer needs to pack so many, with room to spare; those of none can become more. */
	static long mostPacked(final long plain) {
		return plain + plain / 8 + (1 << 16);
	}
}
