package org.vaerestore.blocks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.vaerestore.job.Progress;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.OmeSpec;
import org.vaerestore.zarr.OmeZarrWriter;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrFormat;
import org.vaerestore.zarr.codec.Blosc;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/** Noisy images of several blocks. */
final class Volume {

	static final List<Axis> SPACE = List.of(Axis.space("x", "micrometer"), Axis.space("y", "micrometer"), Axis.space("z", "micrometer"));
	static final List<Axis> ALL = List.of(Axis.space("x", null), Axis.space("y", null), Axis.space("z", null), Axis.channel(), Axis.time(null));

	private Volume() {}

	/** Returns waves with noise, other ones in each plane. */
	static Img<UnsignedShortType> waves(final long... size) {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(size);
		final Random random = new Random(size[0]);
		final var pixel = image.localizingCursor();
		while (pixel.hasNext()) {
			pixel.fwd();
			double phase = 0;
			for (int axis = 2; axis < size.length; axis++)
				phase += axis * pixel.getDoublePosition(axis);
			pixel.get().set((int) Math.max(0, 128 + 60 * Math.sin(0.2 * pixel.getDoublePosition(0) + phase) * Math.cos(0.15 * pixel
				.getDoublePosition(1)) + 12 * random.nextGaussian()));
		}
		return image;
	}

	static void write(final Img<UnsignedShortType> image, final List<Axis> axes, final Path folder, final ZarrFormat format,
		final ArraySpec.Storage storage)
	{
		write(image, axes, folder, format, storage, 1);
	}

	static void write(final Img<UnsignedShortType> image, final List<Axis> axes, final Path folder, final ZarrFormat format,
		final ArraySpec.Storage storage, final int levels)
	{
		final List<Long> size = Arrays.stream(image.dimensionsAsLongArray()).boxed().toList();
		final OmeZarrWriter writer = OmeZarrWriter.image(folder, new OmeSpec("waves", axes, size, DataType.UINT16, size.stream().map(each -> 0.5)
			.toList(), List.of(), format, storage, levels));
		writer.pixels().write(image);
		writer.finish(1, Progress.silent());
	}

	static ArraySpec.Storage chunks(final Integer... chunk) {
		return ArraySpec.Storage.of(List.of(chunk), List.of(Blosc.standard(2)));
	}
}
