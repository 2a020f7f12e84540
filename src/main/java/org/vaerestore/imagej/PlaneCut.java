package org.vaerestore.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.vaerestore.tiles.PlaneMask;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.LUT;

/**
 * The part of a hyperstack that a command is for, as an image of its own; and the way back.
 *
 * @param image the hyperstack
 * @param channels which of its channels, counted from 0, ascending
 * @param slices which of its slices
 * @param frames which of its frames
 */
public record PlaneCut(ImagePlus image, List<Integer> channels, List<Integer> slices, List<Integer> frames) {

	/** Keeps the lists unchangeable. */
	public PlaneCut {
		channels = List.copyOf(channels);
		slices = List.copyOf(slices);
		frames = List.copyOf(frames);
	}

	/** Chooses all of an image. */
	public static PlaneCut whole(final ImagePlus image) {
		final ImageAxes axes = ImageAxes.of(image);
		return new PlaneCut(image, all(axes.channels()), all(axes.slices()), all(axes.frames()));
	}

	/** Chooses all channels of an image's current z and time. */
	public static PlaneCut current(final ImagePlus image) {
		final ImageAxes axes = ImageAxes.of(image);
		final int slice = (image.getCurrentSlice() - 1) / axes.channels();
		return new PlaneCut(image, all(axes.channels()), List.of(slice % axes.slices()), List.of(slice / axes.slices()));
	}

	/** Returns whether it is all of the image. */
	public boolean isWhole() {
		return channels.size() * slices.size() * frames.size() == image.getStackSize();
	}

	/**
	 * Returns the planes as an image of their own, with calibration, display and labels, over the same arrays; all of them
	 * are the image itself.
	 */
	public ImagePlus input() {
		if (isWhole()) return image;
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (final int plane : planes())
			stack.addSlice(image.getStack().getSliceLabel(plane + 1), image.getStack().getPixels(plane + 1));
		final ImagePlus cut = ResultImage.ofStack(image.getTitle(), stack);
		cut.setDimensions(channels.size(), slices.size(), frames.size());
		cut.setOpenAsHyperStack(image.isHyperStack());
		cut.setCalibration(image.getCalibration().copy());
		cut.setProperties(image.getPropertiesAsArray());
		if (stack.getSize() == 1) cut.setProp("Slice_Label", stack.getSliceLabel(1));
		if (image.getInfoProperty() != null) cut.setProperty("Info", image.getInfoProperty());
		if (image.getOverlay() != null) cut.setOverlay(overlay(cut));
		cut.setHideOverlay(image.getHideOverlay());
		return withDisplay(cut);
	}

	/** Returns the part of a mask of the image that lies in it, as a mask of {@link #input()}. */
	public Mask cut(final Mask mask) {
		if (isWhole()) return mask;
		final ImageAxes axes = mask.axes();
		return new Mask(new ImageAxes(axes.width(), axes.height(), channels.size(), slices.size(), frames.size(), axes
			.rgb()), planes().stream().map(mask::plane).toList(), mask.complete());
	}

	/** Returns a mask of {@link #input()} as a mask of the whole image. */
	public Mask spread(final Mask cut) {
		if (isWhole()) return cut;
		final List<Integer> planes = planes();
		final PlaneMask empty = PlaneMask.none(image.getWidth(), image.getHeight());
		final List<PlaneMask> all = new ArrayList<>();
		for (int plane = 0; plane < image.getStackSize(); plane++)
			all.add(planes.contains(plane) ? cut.plane(planes.indexOf(plane)) : empty);
		return new Mask(ImageAxes.of(image), all);
	}

	/** Writes the pixels of an image like {@link #input()} back. */
	public void putBack(final ImagePlus result) {
		final int pixels = image.getWidth() * image.getHeight();
		final List<Integer> planes = planes();
		for (int i = 0; i < planes.size(); i++)
			System.arraycopy(result.getStack().getPixels(i + 1), 0, image.getStack().getPixels(planes.get(i) + 1), 0, pixels);
	}

	/** Returns the planes of the image's stack, counted from 0, in their order. */
	public List<Integer> planes() {
		final ImageAxes axes = ImageAxes.of(image);
		final List<Integer> planes = new ArrayList<>();
		for (final int frame : frames)
			for (final int slice : slices)
				for (final int channel : channels)
					planes.add((frame * axes.slices() + slice) * axes.channels() + channel);
		return planes;
	}

	private static List<Integer> all(final int length) {
		return IntStream.range(0, length).boxed().toList();
	}

	private Overlay overlay(final ImagePlus cut) {
		final Overlay overlay = image.getOverlay().create();
		for (final Roi element : image.getOverlay()) {
			final RoiPosition position = RoiPosition.of(element, ImageAxes.of(image));
			final int channel = moved(position.channel(), channels);
			final int slice = moved(position.slice(), slices);
			final int frame = moved(position.frame(), frames);
			if (channel < 0 || slice < 0 || frame < 0) continue;
			final Roi copy = (Roi) element.clone();
			new RoiPosition(channel, slice, frame).set(copy, cut);
			overlay.add(copy);
		}
		return overlay;
	}

	/** Returns where a coordinate counted from 1 lies in the cut, 0 if it is everywhere, -1 if it isn't there. */
	private static int moved(final int coordinate, final List<Integer> chosen) {
		if (coordinate == 0) return 0;
		final int index = chosen.indexOf(coordinate - 1);
		return index < 0 ? -1 : index + 1;
	}

	private ImagePlus withDisplay(final ImagePlus cut) {
		if (image.isComposite() && channels.size() > 1) {
			final CompositeImage composite = new CompositeImage(cut, ((CompositeImage) image).getMode());
			composite.setLuts(channels.stream().map(channel -> image.getLuts()[channel]).toArray(LUT[]::new));
			for (int channel = 0; channel < channels.size(); channel++)
				composite.getActiveChannels()[channel] = ((CompositeImage) image).getActiveChannels()[channels.get(channel)];
			return composite;
		}
		if (image.getType() != ImagePlus.COLOR_RGB) {
			cut.getProcessor().setLut(image.getProcessor().getLut());
			cut.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		}
		return cut;
	}
}
