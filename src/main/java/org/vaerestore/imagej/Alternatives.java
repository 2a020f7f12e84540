package org.vaerestore.imagej;

import java.util.List;
import java.util.stream.LongStream;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image with room for several versions of another one, along an axis that the other doesn't have.
 *
 * @param image the versions along time, or along z
 * @param alongTime whether they are along time
 */
record Alternatives(ImagePlus image, boolean alongTime) {

	/**
	 * Makes copies of an image.
	 *
	 * @param count at least 2
	 * @param seed of the samples
	 * @throws InputException if the image has both z and time, or there isn't memory enough
	 */
	static Alternatives of(final ImagePlus source, final int count, final long seed, final String title) {
		final ImageAxes axes = ImageAxes.of(source);
		if (count < 2) throw new InputException("The number of alternatives is " + count +
			"; ask for at least 2 samples.");
		if (axes.frames() > 1 && axes.slices() > 1) throw new InputException("The image has " + axes.slices() +
			" slices and " + axes.frames() + " frames, so there is no axis left for alternatives; apply to the slice.");
		final boolean alongTime = axes.frames() == 1;
		MemoryBudget.require(MemoryNeed.onHeap((long) axes.width() * axes.height() * axes.planes() * count * source
			.getBytesPerPixel()), count + " alternatives", "ask for fewer, or apply to the slice");
		final ImageStack stack = new ImageStack(axes.width(), axes.height());
		// Channels are fastest, then slices, then frames.
		final int together = alongTime ? axes.planes() : axes.channels();
		for (int first = 0; first < axes.planes(); first += together)
			for (int copy = 0; copy < count; copy++)
				for (int plane = first; plane < first + together; plane++)
					stack.addSlice(label(source, plane, "alternative " + (copy + 1) + " of " + count + ", " + ResultProperties.sampled(
						seed)), source.getStack().getProcessor(plane + 1).duplicate());
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(axes.channels(), alongTime ? axes.slices() : count, alongTime ? count : axes.frames());
		image.setOpenAsHyperStack(true);
		image.setCalibration(source.getCalibration().copy());
		image.setProperties(source.getPropertiesAsArray());
		if (source.getInfoProperty() != null) image.setProperty("Info", source.getInfoProperty());
		if (source.getOverlay() != null) image.setOverlay(overlay(source, image));
		image.setHideOverlay(source.getHideOverlay());
		return new Alternatives(ResultImage.withDisplay(source, image), alongTime);
	}

	/** Returns what writes into each of them as into the source. */
	<T extends RealType<T>> List<PlaneWriter> writers() {
		final RandomAccessibleInterval<T> pixels = Pixels.of(image);
		final ImageAxes axes = ImageAxes.of(image);
		final int after = (alongTime ? 0 : axes.frames() > 1 ? 1 : 0) + (axes.rgb() ? 1 : 0);
		final int axis = pixels.numDimensions() - 1 - after;
		return LongStream.rangeClosed(pixels.min(axis), pixels.max(axis)).mapToObj(copy -> PlaneWriter.of(Views.hyperSlice(pixels,
			axis, copy))).toList();
	}

	private static String label(final ImagePlus source, final int plane, final String alternative) {
		final String label = source.getStackSize() == 1 ? source.getProp("Slice_Label") : source.getStack().getSliceLabel(
			plane + 1);
		return alternative + (label == null ? "" : ", " + label);
	}

	// What was on one plane is now on that of each alternative.
	private static Overlay overlay(final ImagePlus source, final ImagePlus image) {
		final Overlay overlay = source.getOverlay().duplicate();
		for (final Roi element : overlay)
			RoiPosition.of(element, ImageAxes.of(source)).set(element, image);
		return overlay;
	}
}
