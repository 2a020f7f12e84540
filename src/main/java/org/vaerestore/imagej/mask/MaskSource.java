package org.vaerestore.imagej.mask;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/** Where a mask comes from. */
public sealed interface MaskSource {

	/**
	 * Marks what is to be restored.
	 *
	 * @param image never changed
	 * @param scope the planes to mark
	 * @return a mask of the whole image, empty outside the scope
	 * @throws InputException if the source has nothing for this image
	 */
	Mask mask(ImagePlus image, PlaneCut scope);

	/**
	 * Regions of interest, such as the selection, those of the ROI Manager or of the overlay; one that has a position goes
	 * to its own planes, wherever the scope is.
	 *
	 * @param rois at least one
	 * @param name what to call them in messages
	 */
	record Regions(List<Roi> rois, String name) implements MaskSource {

		@Override
		public Mask mask(final ImagePlus image, final PlaneCut scope) {
			final ImageAxes axes = ImageAxes.of(image);
			final MaskPlanes planes = new MaskPlanes(axes);
			final RoiPlanes positions = new RoiPlanes(image);
			for (final Roi roi : rois)
				planes.add(positions.of(roi).orElseGet(scope::planes), RoiPixels.of(roi, axes.width(), axes.height()));
			final Mask mask = planes.mask();
			if (mask.count() == 0) throw new InputException("The " + name + " lies outside the image \"" + image.getTitle() +
				"\" (" + axes.describe() + "); draw it on what is to be restored.");
			return mask;
		}
	}

	/**
	 * The pixels between the thresholds that are set on the image.
	 */
	record Threshold() implements MaskSource {

		@Override
		public Mask mask(final ImagePlus image, final PlaneCut scope) {
			final ImageProcessor shown = image.getProcessor();
			if (shown.getMinThreshold() == ImageProcessor.NO_THRESHOLD) throw new InputException("No threshold is set on \"" +
				image.getTitle() + "\"; set one with Image > Adjust > Threshold..., without pressing Apply.");
			final double low = shown.getMinThreshold(), high = shown.getMaxThreshold();
			final MaskPlanes planes = new MaskPlanes(ImageAxes.of(image));
			final int width = image.getWidth();
			for (final int plane : scope.planes()) {
				final ImageProcessor values = image.getStack().getProcessor(plane + 1);
				final PlaneMask.Builder marked = new PlaneMask.Builder(width, image.getHeight());
				for (int pixel = 0; pixel < values.getPixelCount(); pixel++)
					if (values.getf(pixel) >= low && values.getf(pixel) <= high) marked.add(pixel % width, pixel / width);
				planes.add(List.of(plane), marked.build());
			}
			return planes.found(image, "The threshold from " + low + " to " + high + " includes no pixel");
		}
	}

	/**
	 * Another image: what isn't black there is to be restored.
	 *
	 * @param mask of the image's size, one plane for all of the scope or one for each of the image
	 */
	record MaskImage(ImagePlus mask) implements MaskSource {

		@Override
		public Mask mask(final ImagePlus image, final PlaneCut scope) {
			return MaskPlanes.within(scope, Mask.of(mask, "\"" + mask.getTitle() + "\"", image), image, "The mask image \"" + mask
				.getTitle() + "\" marks no pixel");
		}
	}

	/**
	 * An image in a file: what isn't black there is to be restored, or what is drawn where the rest is transparent.
	 *
	 * @param file see {@link Mask#read}
	 */
	record MaskFile(Path file) implements MaskSource {

		@Override
		public Mask mask(final ImagePlus image, final PlaneCut scope) {
			return MaskPlanes.within(scope, Mask.read(file, image, false), image, "The mask " + file + " marks no pixel");
		}
	}

	/**
	 * What a finder takes for damage, plane by plane.
	 */
	record Found(DamageFinder finder) implements MaskSource {

		@Override
		public Mask mask(final ImagePlus image, final PlaneCut scope) {
			if (image.getType() == ImagePlus.COLOR_RGB) throw new InputException("\"" + image.getTitle() + "\" is RGB, and " +
				"damage is searched for in single channels; use Image > Type > RGB Stack, or mark it by hand.");
			final ImageAxes axes = ImageAxes.of(image);
			final MaskPlanes planes = new MaskPlanes(axes);
			final DamageFinder prepared = finder.preparedFor(image);
			for (final int plane : scope.planes())
				planes.add(List.of(plane), PlaneMask.of(prepared.find((float[]) image.getStack().getProcessor(plane + 1)
					.convertToFloatProcessor().getPixels(), axes.width(), axes.height()), axes.width()));
			return planes.found(image, "There are no " + finder.name());
		}
	}
}
