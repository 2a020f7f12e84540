package org.vaerestore.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** Writes small TIFF files of any layout, from the format's description and not from the reader. */
public final class TiffBuilder {

	private static final int LONG8 = 16, LONG = 4, SHORT = 3, ASCII = 2;

	private final ByteOrder order;
	private final boolean big;
	private final List<TreeMap<Integer, Object>> directories = new ArrayList<>();
	private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
	private boolean circle;

	public TiffBuilder(final ByteOrder order, final boolean big) {
		this.order = order;
		this.big = big;
	}

	/**
	 * Adds a page.
	 *
	 * @param raw bits of all values, row-major, the samples of a pixel beside each other
	 */
	public TiffBuilder page(final long[] raw, final int width, final int height, final int bits, final int samples,
		final Layout layout)
	{
		final TreeMap<Integer, Object> tags = new TreeMap<>();
		tags.put(256, width);
		tags.put(257, height);
		tags.put(258, bits);
		tags.put(259, layout.deflate ? 8 : 1);
		tags.put(262, 1);
		tags.put(277, samples);
		tags.put(284, layout.separate ? 2 : 1);
		tags.put(317, layout.predictor);
		final int across = layout.tile > 0 ? layout.tile : width, down = layout.tile > 0 ? layout.tile : layout.rows;
		if (layout.tile > 0) {
			tags.put(322, across);
			tags.put(323, down);
		}
		else tags.put(278, down);
		final List<Long> offsets = new ArrayList<>(), lengths = new ArrayList<>();
		final int together = layout.separate ? 1 : samples;
		for (int sample = 0; sample < samples; sample += together)
			for (int top = 0; top < height; top += down)
				for (int left = 0; left < width; left += across) {
					final int rows = layout.tile > 0 ? down : Math.min(down, height - top);
					final byte[] segment = segment(raw, width, height, bits, samples, sample, together, left, top, across, rows, layout);
					offsets.add(8L + 8 + pixels.size());
					lengths.add((long) segment.length);
					pixels.writeBytes(segment);
				}
		tags.put(layout.tile > 0 ? 324 : 273, offsets.stream().mapToLong(Long::longValue).toArray());
		tags.put(layout.tile > 0 ? 325 : 279, lengths.stream().mapToLong(Long::longValue).toArray());
		directories.add(tags);
		return this;
	}

	/** How pixels lie: tile is 0 for strips, of so many rows. */
	public record Layout(int tile, int rows, boolean separate, boolean deflate, int predictor) {

		public static Layout strips(final int rows) {
			return new Layout(0, rows, false, false, 1);
		}
	}

	/** Sets an entry of the last page: a number, numbers (as long[]) or a text; null removes it. */
	public TiffBuilder with(final int tag, final Object value) {
		if (value == null) directories.get(directories.size() - 1).remove(tag);
		else directories.get(directories.size() - 1).put(tag, value);
		return this;
	}

	/** Makes the last directory name the first one as the next. */
	public TiffBuilder inACircle() {
		circle = true;
		return this;
	}

	public Path write(final Path file) {
		try {
			return Files.write(file, bytes());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public byte[] bytes() {
		final int first = 16 + pixels.size() + pixels.size() % 2;
		int length = first;
		for (final TreeMap<Integer, Object> tags : directories)
			length += directoryBytes(tags) + tags.values().stream().mapToInt(this::outside).sum();
		final ByteBuffer file = ByteBuffer.allocate(length).order(order);
		file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(file.get(0)).putShort((short) (big ? 43 : 42));
		if (big) file.putShort((short) 8).putShort((short) 0).putLong(first);
		else file.putInt(first);
		file.position(16).put(pixels.toByteArray());
		int at = first;
		for (int index = 0; index < directories.size(); index++)
			at = writeDirectory(file, directories.get(index), at, index == directories.size() - 1 ? circle ? first : 0 : -1);
		return file.array();
	}

	private int writeDirectory(final ByteBuffer file, final TreeMap<Integer, Object> tags, final int at, final int next) {
		file.position(at);
		if (big) file.putLong(tags.size());
		else file.putShort((short) tags.size());
		int outside = at + directoryBytes(tags);
		for (final var tag : tags.entrySet()) {
			final byte[] value = value(tag.getValue());
			file.putShort(tag.getKey().shortValue()).putShort((short) type(tag.getValue()));
			final int count = tag.getValue() instanceof long[] numbers ? numbers.length : tag.getValue() instanceof String ? value.length : 1;
			if (big) file.putLong(count);
			else file.putInt(count);
			final int room = big ? 8 : 4, position = file.position();
			if (value.length <= room) file.put(value);
			else {
				if (big) file.putLong(outside);
				else file.putInt(outside);
				System.arraycopy(value, 0, file.array(), outside, value.length);
				outside += value.length + value.length % 2;
			}
			file.position(position + room);
		}
		final int following = next < 0 ? outside : next;
		if (big) file.putLong(following);
		else file.putInt(following);
		return outside;
	}

	private int directoryBytes(final TreeMap<Integer, Object> tags) {
		return big ? 8 + 20 * tags.size() + 8 : 2 + 12 * tags.size() + 4;
	}

	private int outside(final Object value) {
		final int length = value(value).length;
		return length <= (big ? 8 : 4) ? 0 : length + length % 2;
	}

	private int type(final Object value) {
		return value instanceof String ? ASCII : value instanceof long[] ? big ? LONG8 : LONG : value instanceof Long ? LONG : (int) value >>> 16 != 0
			? LONG : SHORT;
	}

	private byte[] value(final Object value) {
		if (value instanceof String text) return (text + "\0").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
		if (value instanceof long[] numbers) {
			final ByteBuffer bytes = ByteBuffer.allocate(numbers.length * (big ? 8 : 4)).order(order);
			for (final long number : numbers)
				if (big) bytes.putLong(number);
				else bytes.putInt((int) number);
			return bytes.array();
		}
		if (type(value) == LONG) return ByteBuffer.allocate(4).order(order).putInt(((Number) value).intValue()).array();
		return ByteBuffer.allocate(2).order(order).putShort(((Integer) value).shortValue()).array();
	}

	private byte[] segment(final long[] raw, final int width, final int height, final int bits, final int samples, final int sample,
		final int together, final int left, final int top, final int across, final int rows, final Layout layout)
	{
		final int rowBytes = (across * together * bits + 7) / 8;
		final byte[] bytes = new byte[rowBytes * rows];
		for (int y = 0; y < rows; y++) {
			final long[] values = new long[across * together];
			for (int x = 0; x < across; x++)
				for (int s = 0; s < together; s++)
					if (left + x < width && top + y < height) values[x * together + s] = raw[((top + y) * width + left + x) * samples + sample + s];
			if (layout.predictor == 2) for (int i = values.length - 1; i >= together; i--)
				values[i] -= values[i - together];
			final byte[] row = row(values, bits, rowBytes, layout.predictor == 3, together);
			System.arraycopy(row, 0, bytes, y * rowBytes, rowBytes);
		}
		return layout.deflate ? deflated(bytes) : bytes;
	}

	private byte[] row(final long[] values, final int bits, final int rowBytes, final boolean apart, final int together) {
		final byte[] row = new byte[rowBytes];
		final int bytes = bits / 8;
		for (int i = 0; i < values.length; i++)
			for (int bit = 0; bit < bits; bit++) {
				if ((values[i] >> bits - 1 - bit & 1) == 0) continue;
				int place = i * bits + bit;
				if (apart) place = (bit / 8 * values.length + i) * 8 + bit % 8;
				else if (bits % 8 == 0 && order == ByteOrder.LITTLE_ENDIAN) place = (i * bytes + bytes - 1 - bit / 8) * 8 + bit % 8;
				row[place / 8] |= 0x80 >> place % 8;
			}
		if (apart) for (int i = rowBytes - 1; i >= together; i--)
			row[i] -= row[i - together];
		return row;
	}

	private static byte[] deflated(final byte[] bytes) {
		final Deflater deflater = new Deflater();
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] out = new byte[2 * bytes.length + 64];
		final int count = deflater.deflate(out);
		deflater.end();
		return java.util.Arrays.copyOf(out, count);
	}
}
