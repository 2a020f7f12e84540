package org.vaerestore.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.nio.charset.StandardCharsets;

/** Planes that lie one behind the other and have only one directory, as ImageJ, NIH Image and MetaMorph write them. */
final class StackedPlanes extends AbstractList<TiffPage> {

	private static final Pattern IMAGES = Pattern.compile("^ImageJ=[^\\x00]*?\\nimages=(\\d{1,9})[\\n\\x00]");
	private static final int NIH_VALUES = 256, NIH_IMAGES = 260;

	private final TiffPage first;
	private final long planeBytes;
	private final int count;

	private StackedPlanes(final TiffPage first, final long planeBytes, final int count) {
		this.first = first;
		this.planeBytes = planeBytes;
		this.count = count;
	}

	/**
	 * Returns all planes of a file with one page.
	 *
	 * @throws TiffException if those behind the first one lie beyond the file's end
	 */
	static List<TiffPage> of(final TiffPage first, final TiffDirectory directory, final TiffSource source) throws IOException {
		final long count = count(directory);
		if (count <= 1 || first.compression() != Compression.NONE || !isTogether(first)) return List.of(first);
		final long[] offsets = first.segments().offsets();
		final long bytes = Arrays.stream(first.segments().bytes()).sum();
		source.require(offsets[0], bytes * count);
		return new StackedPlanes(first, bytes, (int) count);
	}

	@Override
	public TiffPage get(final int index) {
		final TiffPage.Segments segments = first.segments();
		final long[] offsets = segments.offsets().clone();
		for (int segment = 0; segment < offsets.length; segment++)
			offsets[segment] += index * planeBytes;
		return new TiffPage(first.width(), first.height(), first.bits(), first.format(), first.samples(), first.alpha(), first.photometric(),
			first.separate(), first.compression(), first.predictor(), new TiffPage.Segments(segments.width(), segments.height(), offsets,
				segments.bytes()), first.palette(), first.order());
	}

	@Override
	public int size() {
		return count;
	}

	private static long count(final TiffDirectory directory) throws IOException {
		if (directory.has(TiffDirectory.METAMORPH)) return directory.count(TiffDirectory.METAMORPH);
		if (directory.count(TiffDirectory.NIH_IMAGE) == NIH_VALUES) {
			final ByteBuffer header = directory.raw(TiffDirectory.NIH_IMAGE).order(ByteOrder.BIG_ENDIAN);
			return header.capacity() >= NIH_IMAGES + 2 ? header.getShort(NIH_IMAGES) : 1;
		}
		if (!directory.has(TiffDirectory.DESCRIPTION)) return 1;
		final Matcher images = IMAGES.matcher(new String(directory.raw(TiffDirectory.DESCRIPTION).array(), StandardCharsets.ISO_8859_1));
		return images.find() ? Long.parseLong(images.group(1)) : 1;
	}

	private static boolean isTogether(final TiffPage page) {
		final TiffPage.Segments segments = page.segments();
		for (int segment = 1; segment < segments.offsets().length; segment++)
			if (segments.offsets()[segment] != segments.offsets()[segment - 1] + segments.bytes()[segment - 1]) return false;
		return segments.width() == page.width();
	}
}
