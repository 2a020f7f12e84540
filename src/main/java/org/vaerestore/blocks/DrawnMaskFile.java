package org.vaerestore.blocks;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.Node;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Blosc;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/** A mask that was in memory, as an array beside the plan of a job. */
final class DrawnMaskFile {

	private static final int SIDE = 512;

	private DrawnMaskFile() {}

	/** Returns which of its axes, x and y and those of the image's channels, slices and frames that aren't 1, are which. */
	static HyperstackAxes axes(final RandomAccessibleInterval<? extends BooleanType<?>> mask, final OmeImage image) {
		if (mask.numDimensions() == 2) return new HyperstackAxes(-1, -1, -1);
		final HyperstackAxes of = HyperstackAxes.of(image);
		final long[] size = image.levels().get(0).array().dimensions();
		int next = 2;
		final int channel = of.channel() >= 0 && size[of.channel()] > 1 ? next++ : -1;
		final int slice = of.slice() >= 0 && size[of.slice()] > 1 ? next++ : -1;
		return new HyperstackAxes(channel, slice, of.frame() >= 0 && size[of.frame()] > 1 ? next : -1);
	}

	static void write(final RandomAccessibleInterval<? extends BooleanType<?>> mask, final Node node) {
		final List<Long> dimensions = new ArrayList<>();
		final List<Integer> chunk = new ArrayList<>();
		for (int axis = 0; axis < mask.numDimensions(); axis++) {
			dimensions.add(mask.dimension(axis));
			chunk.add(axis < 2 ? (int) Math.min(SIDE, mask.dimension(axis)) : 1);
		}
		final ArrayWriter writer = ArrayWriter.create(node, new ArraySpec(ZarrFormat.V2, DataType.UINT8, dimensions, ArraySpec.Storage.of(chunk,
			List.of(Blosc.standard(1))), List.of()));
		final RandomAccessibleInterval<UnsignedByteType> marks = Views.zeroMin(Converters.convert2(mask, (from, to) -> to.setInteger(from.get()
			? 1 : 0), UnsignedByteType::new));
		for (long block = 0; block < writer.blocks(); block++)
			writer.write(Views.interval(marks, writer.block(block)));
	}
}
