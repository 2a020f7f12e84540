package org.vaerestore.imagej;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;

/**
 * Whether a mask has the size of its image.
 *
 * @param mask the axes of the mask
 * @param image the axes of the image
 */
record MaskFit(ImageAxes mask, ImageAxes image) {

	/** Returns whether there is a plane for all planes of the image, one for each, or one for all channels of each. */
	boolean isThere() {
		return mask.width() == image.width() && mask.height() == image.height() && (mask.planes() == 1 || mask.planes() == image.planes() ||
			isForAllChannels());
	}

	private boolean isForAllChannels() {
		return mask.channels() == 1 && mask.slices() == image.slices() && mask.frames() == image.frames();
	}

	/** Returns one plane for all of the image, or one for each. */
	List<PlaneMask> spread(final List<PlaneMask> planes) {
		return planes.size() == 1 || planes.size() == image.planes() ? planes : IntStream.range(0, image.planes()).mapToObj(plane -> planes
			.get(plane / image.channels())).toList();
	}

	/**
	 * Checks that the mask fits.
	 *
	 * @param name of the mask
	 * @param masks axes of all resolution levels of the mask
	 * @param images axes of all resolution levels of the image
	 * @throws InputException if not, saying which level does
	 */
	void require(final String name, final List<ImageAxes> masks, final List<ImageAxes> images) {
		if (isThere()) return;
		final Optional<String> ofImage = level(images, level -> new MaskFit(mask, level).isThere()).map(level -> " It fits level " + level +
			" of the image, which VAE Open OME-Zarr... opens in ImageJ."), ofMask = level(masks, level -> new MaskFit(level, image).isThere()).map(
				level -> " Level " + level + " of the mask fits; VAE Open OME-Zarr... opens it in ImageJ, where VAE Select ROI as Mask takes it with " +
					"source=mask-image.");
		throw new InputException("The mask " + name + " has " + mask.describe() + ", but the image has " + image.describe() +
			"; a mask must have the image's size, with one plane for all or one for each." + ofImage.or(() -> ofMask).orElse(""));
	}

	private static Optional<Integer> level(final List<ImageAxes> levels, final Predicate<ImageAxes> fits) {
		return IntStream.range(0, levels.size()).filter(level -> fits.test(levels.get(level))).boxed().findFirst();
	}
}
