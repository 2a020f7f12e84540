package org.vaerestore.imagej;

import java.awt.Rectangle;
import java.util.List;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * A part of an image's current plane.
 *
 * @param image any
 * @param region within the plane
 */
public record PlaneRegion(ImagePlus image, Rectangle region) {

	/** Returns the pixels as an image of its own, displayed as the image is. */
	public ImagePlus copy() {
		final ImageProcessor plane = image.getStack().getProcessor(image.getCurrentSlice());
		plane.setRoi(region);
		final ImagePlus part = new ImagePlus(image.getTitle(), plane.crop());
		part.setCalibration(image.getCalibration().copy());
		if (image.getType() != ImagePlus.COLOR_RGB) {
			part.getProcessor().setLut(image.getProcessor().getLut());
			part.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		}
		return part;
	}

	/** Returns the part of a mask of the image. */
	public Mask cut(final Mask mask) {
		final boolean[] from = mask.plane(image.getCurrentSlice() - 1);
		final boolean[] hidden = new boolean[region.width * region.height];
		for (int y = 0; y < region.height; y++)
			System.arraycopy(from, (region.y + y) * image.getWidth() + region.x, hidden, y * region.width, region.width);
		return new Mask(new ImageAxes(region.width, region.height, 1, 1, 1, mask.axes().rgb()), List.of(hidden));
	}
}
