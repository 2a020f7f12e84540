package org.vaerestore.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;

/**
 * The axes of an ImageJ image: its plane, and how many channels, slices and frames of it there are.
 * <p>
 * ImgLib2 intervals made from images have no axes of length 1 besides the plane; this value object remembers them.
 * </p>
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param channels length of the channel axis, 1 if there is none
 * @param slices length of the z axis, 1 if there is none
 * @param frames length of the time axis, 1 if there is none
 * @param rgb whether every pixel is a red, green and blue byte; these three become one more, last axis
 */
public record ImageAxes(int width, int height, int channels, int slices, int frames, boolean rgb) {

	/** Returns the axes of an image. */
	public static ImageAxes of(final ImagePlus image) {
		final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
		final int planes = image.getStackSize();
		final int channels = image.getNChannels();
		final int slices = image.getNSlices();
		final int frames = image.getNFrames();
		// ImageJ lets the three disagree with the stack while a stack is being edited.
		if (channels * slices * frames != planes) return new ImageAxes(image.getWidth(), image.getHeight(), 1, planes, 1,
			rgb);
		return new ImageAxes(image.getWidth(), image.getHeight(), channels, slices, frames, rgb);
	}

	/** Returns the number of planes of the ImageJ stack; a plane of colours counts once. */
	public int planes() {
		return channels * slices * frames;
	}

	/** Returns the dimensions of the stack as an interval: x, y, and those of channel, z and time that aren't 1. */
	public long[] stackDimensions() {
		final List<Long> dimensions = new ArrayList<>(List.of((long) width, (long) height));
		for (final int length : new int[] { channels, slices, frames })
			if (length > 1) dimensions.add((long) length);
		return dimensions.stream().mapToLong(Long::longValue).toArray();
	}

	/** Returns the dimension, in {@link #stackDimensions}, along which slices lie: z, else time; -1 if there is neither. */
	public int sliceAxis() {
		final int first = channels > 1 ? 3 : 2;
		return slices > 1 || frames > 1 ? first : -1;
	}

	/** Returns width, height and number of planes in words, such as "256 x 256 pixels, 8 planes". */
	public String describe() {
		final String plane = width + " x " + height + " pixels";
		return planes() == 1 ? plane : plane + ", " + planes() + " planes";
	}
}
