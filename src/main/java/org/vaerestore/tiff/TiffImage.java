package org.vaerestore.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image in a TIFF or BigTIFF file: its pages of full resolution, all of one size and type.
 * <p>
 * Strips and tiles are read, uncompressed or packed by LZW, PackBits or deflate, with their predictors; grey values of 1 to 32 bit,
 * signed, unsigned or floating point, RGB and palettes, with any values besides.
 * </p>
 */
public final class TiffImage implements Closeable {

	private static final int SMALLER_OR_MASK = 5;

	private final TiffSource source;
	private final TiffDirectory first;
	private final List<TiffPage> pages;
	private PlaneDecoder decoder;
	private int decoded;

	private TiffImage(final TiffSource source, final TiffDirectory first, final List<TiffPage> pages) {
		this.source = source;
		this.first = first;
		this.pages = pages;
	}

	/**
	 * Opens a file and checks what it says of its pages; the pixels are read when they are asked for.
	 *
	 * @throws TiffException if it is damaged, truncated or of a kind that isn't read
	 */
	public static TiffImage open(final Path file) throws IOException {
		final TiffSource source = new TiffSource(file);
		try {
			return read(source);
		}
		catch (final IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	private static TiffImage read(final TiffSource source) throws IOException {
		final TiffDirectories directories = new TiffDirectories(source);
		final List<TiffPage> pages = new ArrayList<>();
		TiffDirectory first = null;
		for (TiffDirectory directory = directories.next(); directory != null; directory = directories.next()) {
			// Smaller versions, and masks, of other pages.
			if ((directory.number(TiffDirectory.SUBFILE, 0) & SMALLER_OR_MASK) != 0) continue;
			final TiffPage page = new PageReader(directory, source).read();
			if (first == null) first = directory;
			else requireAlike(pages.get(0), page, pages.size() + 1);
			pages.add(page);
		}
		if (first == null) throw TiffException.damaged("there is no image of full resolution in it");
		return new TiffImage(source, first, pages.size() == 1 ? StackedPlanes.of(pages.get(0), first, source) : pages);
	}

	private static void requireAlike(final TiffPage first, final TiffPage page, final int number) throws TiffException {
		if (page.isLike(first)) return;
		final boolean sizes = page.width() != first.width() || page.height() != first.height();
		throw new TiffException("has pages of different " + (sizes ? "sizes" : "types") + " (page 1: " + first.describe() + "; page " +
			number + ": " + page.describe() + "), which are no stack; save each of them as a file of its own");
	}

	/** Returns the pixels along x. */
	public int width() {
		return page().width();
	}

	/** Returns the pixels along y. */
	public int height() {
		return page().height();
	}

	/** Returns the number of pages. */
	public int pages() {
		return pages.size();
	}

	/** Returns what values are read as. */
	public PixelKind kind() {
		try {
			return page().kind();
		}
		catch (final TiffException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Returns how many values each pixel has, one that tells how opaque it is not counted. */
	public int channels() {
		return page().samples() - (page().alpha() < 0 ? 0 : 1);
	}

	/** Returns whether the last value of each pixel tells how opaque it is. */
	public boolean hasAlpha() {
		return page().alpha() >= 0;
	}

	/** Returns whether the channels are red, green and blue. */
	public boolean isRgb() {
		return page().photometric() == Photometric.RGB;
	}

	/** Returns whether 0 is shown white. */
	public boolean isWhiteZero() {
		return page().photometric() == Photometric.WHITE_IS_ZERO;
	}

	/** Returns whether values are numbers of palette entries. */
	public boolean hasPalette() {
		return page().photometric() == Photometric.PALETTE;
	}

	/** Returns the palette of a page: 16 bit each of red, green and blue, all reds first; not a copy. */
	public int[] palette(final int page) {
		return pages.get(page).palette();
	}

	/** Returns the order of bytes in the file. */
	public ByteOrder order() {
		return source.order();
	}

	/** Returns the description in the first page, empty if there is none. */
	public String description() throws IOException {
		return first.has(TiffDirectory.DESCRIPTION) ? new String(first.raw(TiffDirectory.DESCRIPTION).array(), StandardCharsets.UTF_8) : "";
	}

	/**
	 * Reads the values of a page.
	 *
	 * @return for each value of a pixel one array, row-major, of big-endian values of this {@link #kind}
	 * @throws TiffException if they can't be unpacked to as many as there are to be
	 */
	public byte[][] read(final int page) throws IOException {
		return whole(new PlaneDecoder(source, pages.get(page)), height());
	}

	/**
	 * Reads the values of some rows of a page.
	 *
	 * @param top 0, or the first row behind those read before
	 * @return as {@link #read(int)}, of as many rows as are best read at once
	 */
	public byte[][] read(final int page, final int top) throws IOException {
		if (decoder == null || decoded != page) decoder = new PlaneDecoder(source, pages.get(page));
		decoded = page;
		final byte[][] rows = decoder.planes(decoder.together(top));
		decoder.decode(top, rows, 0);
		return rows;
	}

	private static byte[][] whole(final PlaneDecoder decoder, final int height) throws IOException {
		final byte[][] planes = decoder.planes(height);
		for (int top = 0; top < height; top += decoder.together(top))
			decoder.decode(top, planes, top);
		return planes;
	}

	/** Reads the values of a page as {@link #read(int)} does, also after this was closed. */
	public byte[][] readAgain(final int page) throws IOException {
		try (TiffSource again = source.reopened()) {
			return whole(new PlaneDecoder(again, pages.get(page)), height());
		}
	}

	/** Returns whether {@link #offset} says it all: values lie row by row, as they are, one for each pixel and of a whole number of bytes. */
	public boolean isRaw() {
		for (final TiffPage page : pages)
			if (page.compression() != Compression.NONE || page.segments().width() != page.width() || page.samples() > 1 || page.bits() != 8 *
				kind().bytes() || kind() == PixelKind.FLOAT && page.format() != SampleFormat.FLOAT) return false;
		return true;
	}

	/** Returns where in the file a row of a raw image begins. */
	public long offset(final int page, final int row) {
		final TiffPage.Segments segments = pages.get(page).segments();
		return segments.offsets()[row / segments.height()] + row % segments.height() * pages.get(page).rowBytes();
	}

	/** Returns how many rows of a raw image from one on lie one behind the other. */
	public int together(final int page, final int row) {
		final int height = pages.get(page).segments().height();
		return Math.min(height - row % height, height() - row);
	}

	/**
	 * Returns a small file of one directory with what this one tells of its image besides the pixels, for readers that are less
	 * strict; it has no pixels.
	 */
	public byte[] metadata() throws IOException {
		return MetadataFile.of(first, source.order());
	}

	@Override
	public void close() throws IOException {
		source.close();
	}

	private TiffPage page() {
		return pages.get(0);
	}
}
