package org.vaerestore.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the values of a page: one array for each sample, of big-endian values of the page's {@link PixelKind}. */
final class PlaneDecoder {

	private static final int LONGEST = Integer.MAX_VALUE - 8, PIECE = 1 << 22;

	private final TiffSource source;
	private final TiffPage page;
	private final SampleValues values;
	private byte[] unpacked = {};
	private byte[] packed = {};

	PlaneDecoder(final TiffSource source, final TiffPage page) throws TiffException {
		this.source = source;
		this.page = page;
		values = new SampleValues(page);
	}

	/** Returns how many rows from one on are best read at once: those of a row of segments, or some of what isn't packed. */
	int together(final int top) {
		final int height = page.segments().height(), left = Math.min(height - top % height, page.height() - top);
		return page.compression() == Compression.NONE ? (int) Math.min(left, Math.max(1, PIECE / page.rowBytes())) : left;
	}

	/**
	 * Reads rows.
	 *
	 * @param top where a stretch of {@link #together} rows begins
	 * @param planes where values go, one array for each sample
	 * @param first where in these the first row goes
	 */
	void decode(final int top, final byte[][] planes, final int first) throws IOException {
		final TiffPage.Segments segments = page.segments();
		final int rows = together(top), perSample = page.across() * page.down(), row = top / segments.height();
		final int needed = Math.toIntExact(Math.min(LONGEST, rows * page.rowBytes()));
		if (rows * page.rowBytes() > LONGEST) throw TiffException.unsupported("whose strips or tiles have " + rows * page.rowBytes() +
			" bytes");
		if (unpacked.length < needed) unpacked = new byte[needed];
		for (int sample = 0; sample < page.samples(); sample += page.samplesTogether())
			for (int column = 0; column < page.across(); column++) {
				final int left = column * segments.width(), width = Math.min(segments.width(), page.width() - left);
				unpack(sample * perSample + row * page.across() + column, top % segments.height() * page.rowBytes(), needed);
				Predictor.undo(page, unpacked, rows);
				for (int y = 0; y < rows; y++)
					for (int together = 0; together < page.samplesTogether(); together++)
						values.copy(unpacked, (int) (y * page.rowBytes()), together, width, planes[sample + together], (first + y) * page
							.width() + left);
			}
	}

	/** Makes room for rows. */
	byte[][] planes(final int rows) throws TiffException {
		final long bytes = (long) page.width() * rows * page.kind().bytes();
		if (bytes > LONGEST) throw new TiffException("has planes of " + bytes + " bytes, and at most " + LONGEST +
			" can be read at once; cut it into parts");
		return new byte[page.samples()][(int) bytes];
	}

	private void unpack(final int segment, final long skipped, final int needed) throws IOException {
		final long offset = page.segments().offsets()[segment], bytes = page.segments().bytes()[segment];
		if (page.compression() == Compression.NONE) {
			source.read(offset + skipped, ByteBuffer.wrap(unpacked, 0, needed));
			return;
		}
		if (bytes > LONGEST) throw TiffException.unsupported("whose strips or tiles have " + bytes + " bytes");
		if (packed.length < bytes) packed = new byte[(int) bytes];
		source.read(offset, ByteBuffer.wrap(packed, 0, (int) bytes));
		final int count = page.compression().unpack(packed, (int) bytes, unpacked, needed);
		if (count < needed) throw TiffException.damaged("strip or tile " + (segment + 1) + " unpacks to " + count +
			" bytes and not to the " + needed + " of its pixels");
	}

	/** Takes single samples out of rows. */
	private static final class SampleValues {

		private final TiffPage page;
		private final int bits;
		private final PixelKind kind;
		private final boolean little;

		SampleValues(final TiffPage page) throws TiffException {
			this.page = page;
			bits = page.bits();
			kind = page.kind();
			little = page.order() == ByteOrder.LITTLE_ENDIAN;
		}

		void copy(final byte[] rows, final int from, final int sample, final int width, final byte[] to, final int pixel) {
			final int together = page.samplesTogether();
			if (isAsItIs()) {
				copyAsItIs(rows, from + sample * kind.bytes(), together * kind.bytes(), width, to, pixel * kind.bytes());
				return;
			}
			for (int x = 0; x < width; x++) {
				final long raw = raw(rows, from, (long) (x * together + sample) * bits);
				final int at = (pixel + x) * kind.bytes();
				switch (kind) {
					case BYTE:
						to[at] = (byte) (bits == 1 ? -raw : raw);
						break;
					case FLOAT:
						put(to, at, Float.floatToRawIntBits(real(raw)));
						break;
					default:
						final long value = page.format() == SampleFormat.SIGNED ? raw << 64 - bits >> 64 - bits : raw;
						to[at] = (byte) (value >> 8);
						to[at + 1] = (byte) value;
				}
			}
		}

		// Most files are so, and large ones should be read as fast as the disk is.
		private void copyAsItIs(final byte[] rows, final int from, final int step, final int width, final byte[] to, final int first) {
			final int bytes = kind.bytes();
			if (step == bytes && (!little || bytes == 1)) System.arraycopy(rows, from, to, first, width * bytes);
			else if (bytes == 2) for (int x = 0, at = from, out = first; x < width; x++, at += step, out += 2) {
				to[out] = rows[little ? at + 1 : at];
				to[out + 1] = rows[little ? at : at + 1];
			}
			else for (int x = 0, at = from, out = first; x < width; x++, at += step, out += bytes)
				for (int place = 0; place < bytes; place++)
					to[out + place] = rows[at + (little ? bytes - 1 - place : place)];
		}

		private boolean isAsItIs() {
			return bits == 8 * kind.bytes() && (kind != PixelKind.FLOAT || page.format() == SampleFormat.FLOAT);
		}

		private long raw(final byte[] rows, final int from, final long bit) {
			final int first = from + (int) (bit >> 3);
			long value = 0;
			if ((bits & 7) == 0) {
				for (int place = 0; place < bits / 8; place++)
					value = value << 8 | rows[little ? first + bits / 8 - 1 - place : first + place] & 0xff;
				return value;
			}
			// Packed, the highest bit first, in either order of bytes.
			final int last = from + (int) (bit + bits - 1 >> 3);
			for (int place = first; place <= last; place++)
				value = value << 8 | rows[place] & 0xff;
			return value >> 7 - (bit + bits - 1 & 7) & (1L << bits) - 1;
		}

		private float real(final long raw) {
			switch (page.format()) {
				case UNSIGNED:
					return raw;
				case SIGNED:
					return raw << 64 - bits >> 64 - bits;
				default:
					return bits == 32 ? Float.intBitsToFloat((int) raw) : bits == 64 ? (float) Double.longBitsToDouble(raw) : half((int) raw);
			}
		}

		/** Returns the value of a half-precision number (IEEE 754 binary16). */
		private static float half(final int raw) {
			final int exponent = raw >> 10 & 0x1f, fraction = raw & 0x3ff;
			final float sign = (raw & 0x8000) == 0 ? 1 : -1;
			if (exponent == 0) return sign * Math.scalb((float) fraction, -24);
			if (exponent == 0x1f) return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
			return sign * Math.scalb((float) (fraction | 0x400), exponent - 25);
		}

		private static void put(final byte[] to, final int at, final int value) {
			for (int place = 0; place < 4; place++)
				to[at + place] = (byte) (value >> 24 - 8 * place);
		}
	}
}
