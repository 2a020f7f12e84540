package org.vaerestore.imagej;

import java.awt.Rectangle;
import java.util.List;

import org.vaerestore.tiles.Region;

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
		final boolean[] hidden = mask.plane(image.getCurrentSlice() - 1).read(new Region(region.x, region.y, region.width,
			region.height));
		return Mask.ofPixels(new ImageAxes(region.width, region.height, 1, 1, 1, mask.axes().rgb()), List.of(hidden));
	}
}
