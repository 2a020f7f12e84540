package org.vaerestore.tiff;

import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How segments of pixels are packed: those ways that lose nothing. */
enum Compression {

	NONE(1) {

		@Override
		int unpack(final byte[] packed, final int length, final byte[] to, final int size) {
			final int count = Math.min(length, size);
			System.arraycopy(packed, 0, to, 0, count);
			return count;
		}
	},
	/** At best 4096 bytes for one code of 12 bits. */
	LZW(2731) {

		@Override
		int unpack(final byte[] packed, final int length, final byte[] to, final int size) throws TiffException {
			return new LzwDecoder(packed, length, to, size).decode();
		}
	},
	PACK_BITS(64) {

		@Override
		int unpack(final byte[] packed, final int length, final byte[] to, final int size) {
			int from = 0, at = 0;
			while (from + 1 < length && at < size) {
				final int head = packed[from++];
				if (head >= 0) {
					final int count = Math.min(head + 1, Math.min(length - from, size - at));
					System.arraycopy(packed, from, to, at, count);
					from += count;
					at += count;
				}
				else if (head != Byte.MIN_VALUE) {
					final int end = Math.min(at + 1 - head, size);
					java.util.Arrays.fill(to, at, end, packed[from++]);
					at = end;
				}
			}
			return at;
		}
	},
	DEFLATE(1033) {

		@Override
		int unpack(final byte[] packed, final int length, final byte[] to, final int size) throws TiffException {
			final Inflater inflater = new Inflater();
			try {
				inflater.setInput(packed, 0, length);
				int at = 0;
				while (at < size && !inflater.finished()) {
					final int count = inflater.inflate(to, at, size - at);
					if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) break;
					at += count;
				}
				return at;
			}
			catch (final DataFormatException e) {
				throw TiffException.damaged("deflated pixels can't be unpacked");
			}
			finally {
				inflater.end();
			}
		}
	};

	private static final Map<Long, Compression> CODES = Map.of(0L, NONE, 1L, NONE, 5L, LZW, 8L, DEFLATE, 32946L, DEFLATE, 32773L,
		PACK_BITS);
	private static final Map<Long, String> OTHERS = Map.ofEntries(
		Map.entry(2L, "CCITT"), Map.entry(3L, "CCITT group 3"), Map.entry(4L, "CCITT group 4"), Map.entry(6L, "old JPEG"),
		Map.entry(7L, "JPEG"), Map.entry(9L, "JBIG"), Map.entry(10L, "JBIG"), Map.entry(22610L, "JPEG XR"),
		Map.entry(32766L, "NeXT"), Map.entry(32771L, "CCITT"), Map.entry(32809L, "ThunderScan"),
		Map.entry(33003L, "JPEG 2000"), Map.entry(33004L, "JPEG 2000"), Map.entry(33005L, "JPEG 2000"),
		Map.entry(34661L, "JBIG"), Map.entry(34676L, "SGI log"), Map.entry(34677L, "SGI log"),
		Map.entry(34712L, "JPEG 2000"), Map.entry(34887L, "LERC"), Map.entry(34892L, "lossy JPEG"),
		Map.entry(34925L, "LZMA"), Map.entry(34926L, "Zstandard"), Map.entry(34927L, "WebP"), Map.entry(34933L, "PNG"),
		Map.entry(34934L, "JPEG XR"), Map.entry(50000L, "Zstandard"), Map.entry(50001L, "WebP"),
		Map.entry(50002L, "JPEG XL"), Map.entry(52546L, "JPEG XL"));

	private final int ratio;

	Compression(final int ratio) {
		this.ratio = ratio;
	}

	static Compression of(final long code) throws TiffException {
		final Compression compression = CODES.get(code);
		if (compression != null) return compression;
		throw TiffException.unsupported("with " + OTHERS.getOrDefault(code, "an unknown kind of") + " compression (" + code + ")");
	}

	/** Returns the most bytes that so many packed ones can become. */
	long most(final long packed) {
		return packed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : packed * ratio + ratio - 1;
	}

	/**
	 * Unpacks a segment.
	 *
	 * @param length of what is packed
	 * @param size the most bytes to unpack
	 * @return how many there were, at most size
	 */
	abstract int unpack(byte[] packed, int length, byte[] to, int size) throws TiffException;
}
