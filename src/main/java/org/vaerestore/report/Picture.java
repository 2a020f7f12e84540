package org.vaerestore.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A plane of values, and how to show it.
 * <p>
 * Values are clipped to the display range for showing. Pixels that are NaN get a green that is in no palette.
 * </p>
 *
 * @param caption what it shows, in plain text
 * @param width pixels
 * @param height pixels
 * @param plane values, row-major; not copied, so it must not change
 * @param lo value at the low end of the palette
 * @param hi value at the high end of the palette; if it is not above {@code lo}, only values above {@code lo} are
 *          bright
 * @param palette how values become colours
 */
public record Picture(String caption, int width, int height, float[] plane, double lo, double hi, Palette palette) {

	private static final int LEVELS = 255;

	/**
	 * Checks the size and the range.
	 *
	 * @throws IllegalArgumentException if the plane's length is not width times height, or a bound is not finite
	 */
	public Picture {
		Objects.requireNonNull(caption, "caption");
		Objects.requireNonNull(palette, "palette");
		if (width < 1 || height < 1 || plane.length != (long) width * height) throw new IllegalArgumentException(
			"A plane of " + plane.length + " values can't be " + width + " x " + height + " pixels.");
		if (!Double.isFinite(lo) || !Double.isFinite(hi)) throw new IllegalArgumentException("The display range " + lo +
			" to " + hi + " is not finite.");
	}

	/** Returns a picture in shades of grey. */
	public static Picture gray(final String caption, final int width, final int height, final float[] plane,
		final double lo, final double hi)
	{
		return new Picture(caption, width, height, plane, lo, hi, Palette.GRAY);
	}

	/** Returns a part of this picture, cut to what lies within it, under another caption; all in pixels. */
	public Picture crop(final String newCaption, final int left, final int top, final int newWidth, final int newHeight) {
		final int x0 = Math.max(0, left), y0 = Math.max(0, top);
		final int x1 = Math.min(width, left + newWidth), y1 = Math.min(height, top + newHeight);
		if (x1 <= x0 || y1 <= y0) throw new IllegalArgumentException("The part is outside of the picture.");
		final float[] part = new float[(x1 - x0) * (y1 - y0)];
		for (int y = y0; y < y1; y++) System.arraycopy(plane, y * width + x0, part, (y - y0) * (x1 - x0), x1 - x0);
		return new Picture(newCaption, x1 - x0, y1 - y0, part, lo, hi, palette);
	}

	/** Returns the picture as a PNG file of 8 bits per pixel. */
	public byte[] png() {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours());
		final byte[] levels = new byte[plane.length];
		for (int i = 0; i < levels.length; i++) levels[i] = (byte) level(plane[i]);
		image.getRaster().setDataElements(0, 0, width, height, levels);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		// the stream of ImageIO's own choice would make a file in the temporary folder
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			if (!ImageIO.write(image, "png", out)) throw new IllegalStateException("This Java can't write PNG.");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return bytes.toByteArray();
	}

	/** Returns 0 for no value, else 1 to 255. */
	private int level(final float value) {
		if (Float.isNaN(value)) return 0;
		final double place = hi > lo ? (value - lo) / (hi - lo) : value > lo ? 1 : 0;
		return 1 + (int) Math.round(Math.min(1, Math.max(0, place)) * (LEVELS - 1));
	}

	private IndexColorModel colours() {
		final int[] colours = new int[LEVELS + 1];
		colours[0] = Palette.NO_VALUE;
		for (int i = 0; i < LEVELS; i++) colours[1 + i] = palette.colour(i / (LEVELS - 1.0));
		return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
	}
}
