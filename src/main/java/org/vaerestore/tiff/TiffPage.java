package org.vaerestore.tiff;

import java.nio.ByteOrder;
import java.util.Locale;

/**
 * One page: what its pixels are, and where in the file they lie, in segments that are strips or tiles.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param bits of a value
 * @param format what these stand for
 * @param samples values of a pixel
 * @param alpha which of them tells how opaque the pixel is, -1 if none does
 * @param photometric how they are shown
 * @param separate whether each sample has segments of its own, one sample after the other
 * @param compression of each segment
 * @param predictor what each segment's values are differences of: 1 nothing, 2 the value before, 3 that of floating point numbers
 * @param segments where they lie
 * @param palette colours as 16 bit each of red, green and blue, all reds first; null if there is none
 * @param order of the bytes of a value
 */
record TiffPage(int width, int height, int bits, SampleFormat format, int samples, int alpha, Photometric photometric, boolean separate,
	Compression compression, int predictor, Segments segments, int[] palette, ByteOrder order)
{

	/**
	 * Strips or tiles, row by row.
	 *
	 * @param width of a segment in pixels
	 * @param height of a segment in pixels
	 * @param offsets of segments in the file
	 * @param bytes of segments in the file
	 */
	record Segments(int width, int height, long[] offsets, long[] bytes) {
	}

	/** Returns how many segments lie beside each other. */
	int across() {
		return (width - 1) / segments.width + 1;
	}

	/** Returns how many segments lie below each other. */
	int down() {
		return (height - 1) / segments.height + 1;
	}

	/** Returns the samples of a segment. */
	int samplesTogether() {
		return separate ? 1 : samples;
	}

	/** Returns the bytes of a segment's row, unpacked. */
	long rowBytes() {
		return ((long) segments.width * samplesTogether() * bits + 7) / 8;
	}

	/** Returns how many rows of the image segments in a row of them hold. */
	int rows(final int segmentRow) {
		return Math.min(segments.height, height - segmentRow * segments.height);
	}

	PixelKind kind() throws TiffException {
		return format.kind(bits);
	}

	/** Returns whether another page can follow this one in a stack. */
	boolean isLike(final TiffPage other) {
		return width == other.width && height == other.height && bits == other.bits && format == other.format && samples ==
			other.samples && alpha == other.alpha && photometric == other.photometric;
	}

	/** Returns size and type in words, such as "64 x 48 pixels, 16 bit unsigned". */
	String describe() {
		final boolean rgb = photometric == Photometric.RGB;
		final String type = rgb ? "RGB" : photometric == Photometric.PALETTE ? "palette" : format.name().toLowerCase(
			Locale.ROOT);
		return width + " x " + height + " pixels, " + bits + " bit " + type + (samples > 1 && !rgb ? ", " + samples +
			" values each" : "");
	}
}
