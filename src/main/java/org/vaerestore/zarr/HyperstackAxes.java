package org.vaerestore.zarr;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.view.MixedTransformView;
import net.imglib2.view.Views;

/**
 * Which axes of an OME-Zarr, of which the first two are x and y, are ImageJ's others.
 *
 * @param channel index of the axis of channels, or of what stands in their place; -1 for none
 * @param slice index of the axis of z; -1 for none
 * @param frame index of the axis of time; -1 for none
 */
public record HyperstackAxes(int channel, int slice, int frame) {

	/** Returns those of an image. */
	public static HyperstackAxes of(final OmeImage image) {
		final boolean slices = image.axes().size() > 2 && image.axes().get(2).kind() == Axis.Kind.SPACE;
		return new HyperstackAxes(Math.max(image.axis(Axis.Kind.CHANNEL), image.axis(Axis.Kind.OTHER)), slices ? 2 : -1, image.axis(
			Axis.Kind.TIME));
	}

	/** Returns which of the axes of another image is the same as one of these, beyond x and y; -1 if it has none. */
	public int in(final HyperstackAxes other, final int axis) {
		return axis == slice ? other.slice : axis == frame ? other.frame : other.channel;
	}

	/** Returns pixels of which the axes are x, y, and those of channels, z and time that are longer than 1. */
	public <T> RandomAccessibleInterval<T> arranged(final RandomAccessibleInterval<T> pixels) {
		final int[] kept = IntStream.of(0, 1, channel, slice, frame).filter(axis -> axis == 0 || axis == 1 || axis > 1 && pixels.dimension(
			axis) > 1).toArray();
		final int[] from = new int[pixels.numDimensions()];
		final boolean[] gone = new boolean[from.length];
		Arrays.fill(gone, true);
		final long[] dimensions = new long[kept.length];
		for (int to = 0; to < kept.length; to++) {
			from[kept[to]] = to;
			gone[kept[to]] = false;
			dimensions[to] = pixels.dimension(kept[to]);
		}
		final MixedTransform transform = new MixedTransform(kept.length, from.length);
		transform.setComponentMapping(from);
		transform.setComponentZero(gone);
		return Views.interval(new MixedTransformView<>(pixels, transform), new FinalInterval(dimensions));
	}
}
