package org.vaerestore.imagej;

import java.util.Arrays;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Images whose pixels are numbers of palette entries, which no arithmetic suits: they become what they show, grey if all of it
 * is grey, else RGB.
 */
final class PaletteImage {

	private static final int BYTE = 0xff, OPAQUE = 0xff000000, VALUES = 256;

	private PaletteImage() {}

	/**
	 * Returns an image of what another one shows.
	 *
	 * @param image any image; of 8 bit, its lookup tables are taken for palettes
	 */
	static ImagePlus toColours(final ImagePlus image) {
		if (image.getBitDepth() != 8 || image.isComposite()) return image;
		final ImageStack stack = image.getStack();
		boolean grey = true;
		for (int plane = 1; plane <= stack.getSize(); plane++)
			grey &= isGrey((byte[]) stack.getPixels(plane), palette(stack.getProcessor(plane)));
		final ImageStack shown = new ImageStack(stack.getWidth(), stack.getHeight());
		for (int plane = 1; plane <= stack.getSize(); plane++)
			shown.addSlice(stack.getSliceLabel(plane), shown((byte[]) stack.getPixels(plane), palette(stack.getProcessor(plane)),
				grey, stack.getWidth(), stack.getHeight()));
		if (stack.getSize() == 1) image.setProcessor(shown.getProcessor(1));
		else image.setStack(shown);
		return image;
	}

	/**
	 * Returns what one plane shows.
	 *
	 * @param indices entries of the palette, row-major
	 * @param palette colours as 0xRRGGBB
	 */
	static ImageProcessor shown(final byte[] indices, final int[] palette, final int width, final int height) {
		return shown(indices, palette, isGrey(indices, palette), width, height);
	}

	/** Returns whether all entries that are in use are grey. */
	static boolean isGrey(final byte[] indices, final int[] palette) {
		final boolean[] coloured = new boolean[VALUES];
		for (int entry = 0; entry < palette.length; entry++) {
			final int blue = palette[entry] & BYTE;
			coloured[entry] = (palette[entry] >> 16 & BYTE) != blue || (palette[entry] >> 8 & BYTE) != blue;
		}
		for (final byte index : indices)
			if (coloured[index & BYTE]) return false;
		return true;
	}

	/** Returns what one plane shows, as 8-bit or as RGB; entries that the palette doesn't have are black. */
	static ImageProcessor shown(final byte[] indices, final int[] palette, final boolean grey, final int width,
		final int height)
	{
		final int[] all = Arrays.copyOf(palette, VALUES);
		if (!grey) {
			final int[] colours = new int[indices.length];
			for (int pixel = 0; pixel < colours.length; pixel++)
				colours[pixel] = OPAQUE | all[indices[pixel] & BYTE];
			return new ColorProcessor(width, height, colours);
		}
		final byte[] values = new byte[indices.length];
		for (int pixel = 0; pixel < values.length; pixel++)
			values[pixel] = (byte) all[indices[pixel] & BYTE];
		return new ByteProcessor(width, height, values);
	}

	private static int[] palette(final ImageProcessor pixels) {
		final LUT table = pixels.getLut();
		final int[] palette = new int[VALUES];
		for (int entry = 0; entry < VALUES; entry++)
			palette[entry] = table.getRGB(entry) & 0xffffff;
		return palette;
	}
}
