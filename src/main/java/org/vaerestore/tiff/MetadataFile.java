package org.vaerestore.tiff;

import static org.vaerestore.tiff.TiffDirectory.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a file tells of its image besides the pixels, as a small TIFF file of one directory, in the same order of bytes. */
final class MetadataFile {

	private static final int[] TEXTS = { DESCRIPTION, SOFTWARE, DATE_TIME, ARTIST, HOST };
	private static final int ASCII = 2, SHORT_TYPE = 3, LONG_TYPE = 4, RATIONAL = 5;
	private static final int HEADER = 8, ENTRY = 12, INLINE = 4, IMAGEJ_COLOURS = 768, NIH_VALUES = 256, NIH_BYTES = 512;

	private final ByteOrder order;
	private final ByteArrayOutputStream entries = new ByteArrayOutputStream(), values = new ByteArrayOutputStream();
	private final int valuesAt;
	private int count;

	private MetadataFile(final ByteOrder order, final int mostEntries) {
		this.order = order;
		valuesAt = HEADER + 2 + ENTRY * mostEntries + INLINE;
	}

	static byte[] of(final TiffDirectory directory, final ByteOrder order) throws IOException {
		final MetadataFile file = new MetadataFile(order, 32);
		file.number(WIDTH, 1);
		file.number(HEIGHT, 1);
		file.number(BITS, 8);
		file.number(COMPRESSION, 1);
		file.number(PHOTOMETRIC, 1);
		file.text(directory, DESCRIPTION);
		file.number(STRIP_OFFSETS, HEADER);
		file.fraction(directory, X_RESOLUTION);
		file.fraction(directory, Y_RESOLUTION);
		if (directory.has(RESOLUTION_UNIT)) file.number(RESOLUTION_UNIT, (int) directory.number(RESOLUTION_UNIT, 1));
		for (int text = 1; text < TEXTS.length; text++)
			file.text(directory, TEXTS[text]);
		if (directory.count(COLOUR_MAP) == IMAGEJ_COLOURS && directory.type(COLOUR_MAP) == SHORT_TYPE) file.add(COLOUR_MAP, SHORT_TYPE,
			IMAGEJ_COLOURS, directory.raw(COLOUR_MAP).array());
		if (directory.count(NIH_IMAGE) == NIH_VALUES && directory.type(NIH_IMAGE) == SHORT_TYPE && directory.raw(NIH_IMAGE)
			.capacity() == NIH_BYTES) file.add(NIH_IMAGE, SHORT_TYPE, NIH_VALUES, directory.raw(NIH_IMAGE).array());
		file.imageJ(directory);
		return file.bytes();
	}

	private void number(final int tag, final int value) {
		entry(tag, LONG_TYPE, 1, value);
	}

	private void text(final TiffDirectory directory, final int tag) throws IOException {
		if (!directory.has(tag) || TiffDirectory.bytes(directory.type(tag)) != 1 || directory.count(tag) <= INLINE) return;
		final byte[] text = directory.raw(tag).array();
		add(tag, ASCII, text.length, text);
	}

	private void fraction(final TiffDirectory directory, final int tag) throws IOException {
		if (directory.count(tag) == 1 && directory.type(tag) == RATIONAL) add(tag, RATIONAL, 1, directory.raw(tag).array());
	}

	private void imageJ(final TiffDirectory directory) throws IOException {
		if (!directory.has(IMAGEJ_COUNTS) || !directory.has(IMAGEJ)) return;
		final long[] counts = directory.numbers(IMAGEJ_COUNTS);
		final ByteBuffer metadata = directory.raw(IMAGEJ);
		requireConsistent(counts, metadata);
		final ByteBuffer ints = ByteBuffer.allocate(counts.length * Integer.BYTES).order(order);
		for (final long value : counts)
			ints.putInt((int) value);
		add(IMAGEJ_COUNTS, LONG_TYPE, counts.length, ints.array());
		add(IMAGEJ, 1, metadata.capacity(), metadata.array());
	}

	/** The first length is that of a list of kinds of metadata, and how many further lengths each of them has. */
	private static void requireConsistent(final long[] counts, final ByteBuffer metadata) throws TiffException {
		long bytes = 0;
		for (final long value : counts)
			bytes += Math.max(0, Math.min(value, Integer.MAX_VALUE));
		boolean good = counts.length > 1 && bytes == metadata.capacity() && counts[0] >= HEADER + INLINE &&
			counts[0] % HEADER == INLINE;
		long further = 0;
		for (int at = 0; good && at < counts[0] / HEADER; at++) {
			final int kind = metadata.getInt(INLINE + at * HEADER + INLINE);
			good = kind > 0;
			further += kind;
		}
		if (!good || further != counts.length - 1) throw TiffException.damaged("ImageJ's metadata in it are not as long as they should be");
	}

	private void add(final int tag, final int type, final int number, final byte[] bytes) {
		entry(tag, type, number, valuesAt + values.size());
		values.writeBytes(bytes);
	}

	private void entry(final int tag, final int type, final int number, final int value) {
		entries.writeBytes(ByteBuffer.allocate(ENTRY).order(order).putShort((short) tag).putShort((short) type).putInt(number).putInt(
			value).array());
		count++;
	}

	private byte[] bytes() {
		final ByteBuffer file = ByteBuffer.allocate(valuesAt + values.size()).order(order);
		file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(file.get(0)).putShort((short) 42).putInt(HEADER);
		file.putShort((short) count).put(entries.toByteArray()).putInt(0);
		return file.position(valuesAt).put(values.toByteArray()).array();
	}
}
