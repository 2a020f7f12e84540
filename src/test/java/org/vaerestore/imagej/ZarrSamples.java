package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.vaerestore.job.Progress;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.OmeSpec;
import org.vaerestore.zarr.OmeZarr;
import org.vaerestore.zarr.OmeZarrWriter;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrFormat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/** OME-Zarrs with several levels. */
public final class ZarrSamples {

	/** Such that there are three levels, and several chunks. */
	public static final int WIDTH = 600, HEIGHT = 530;

	private ZarrSamples() {}

	/** Returns a smooth image with some noise, and with calibration and colours. */
	public static ImagePlus image(final int bits, final int channels, final int slices, final int frames) {
		final ImagePlus image = IJ.createHyperStack("cells", WIDTH, HEIGHT, channels, slices, frames, bits);
		final Random random = new Random(bits);
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final ImageProcessor pixels = image.getStack().getProcessor(plane);
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					pixels.setf(x, y, 100 + Math.round(50 * Math.sin(0.05 * x + plane) * Math.cos(0.04 * y)) + random.nextInt(9));
		}
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.12;
		calibration.pixelHeight = 0.13;
		calibration.pixelDepth = 0.5;
		calibration.frameInterval = 2.5;
		calibration.setUnit("micron");
		if (channels == 1) {
			image.setDisplayRange(20, 170);
			return image;
		}
		final CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
		final LUT[] tables = composite.getLuts();
		tables[0] = LUT.createLutFromColor(java.awt.Color.MAGENTA);
		for (int channel = 0; channel < channels; channel++) {
			tables[channel].min = 10 + channel;
			tables[channel].max = 180 + channel;
		}
		composite.setLuts(tables);
		composite.setOpenAsHyperStack(true);
		return composite;
	}

	/** Writes a label image: 1 in a rectangle of all slices, else 0. */
	public static void label(final Path zarr, final String name, final int width, final int height, final int slices) {
		final boolean deep = slices > 1;
		final List<Axis> axes = deep ? List.of(Axis.space("x", null), Axis.space("y", null), Axis.space("z", null)) : List.of(Axis.space("x", null),
			Axis.space("y", null));
		final List<Long> size = deep ? List.of((long) width, (long) height, (long) slices) : List.of((long) width, (long) height);
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(size.stream().mapToLong(Long::longValue).toArray());
		for (final Cursor<UnsignedByteType> pixel = image.localizingCursor(); pixel.hasNext();) {
			pixel.fwd();
			if (isDamaged(pixel.getIntPosition(0), pixel.getIntPosition(1))) pixel.get().set(1);
		}
		final OmeZarrWriter writer = OmeZarrWriter.label(zarr, new OmeSpec(name, axes, size, DataType.UINT8, deep ? List.of(1.0, 1.0, 1.0) : List.of(
			1.0, 1.0), List.of(), ZarrFormat.V2, ArraySpec.Storage.of(deep ? List.of(128, 128, 1) : List.of(128, 128), List.of()), OmeSpec.levelsOf(
				size)));
		for (long block = 0; block < writer.pixels().blocks(); block++)
			writer.pixels().write(Views.interval(image, writer.pixels().block(block)));
		writer.finish(1, Progress.silent());
	}

	/** Returns whether labels are there: a scratch, for which no network for large holes is asked. */
	public static boolean isDamaged(final int x, final int y) {
		return x >= 100 && x < 300 && y >= 200 && y < 203;
	}

	/** Packs a folder. */
	public static Path zip(final Path folder, final Path zip) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip)); Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, out);
			}
		}
		return zip;
	}

	/** Makes a plate of one well with two fields; returns its path. */
	public static Path plate(final Path folder, final ImagePlus field) throws IOException {
		final Path plate = Files.createDirectories(folder.resolve("plate.ome.zarr")), well = Files.createDirectories(plate.resolve("A/1"));
		Files.writeString(plate.resolve(".zgroup"), "{\"zarr_format\": 2}");
		Files.writeString(plate.resolve(".zattrs"), "{\"plate\": {\"version\": \"0.4\", \"rows\": [{\"name\": \"A\"}], \"columns\": [{\"name\": \"1\"}], " +
			"\"wells\": [{\"path\": \"A/1\", \"rowIndex\": 0, \"columnIndex\": 0}]}}");
		Files.writeString(well.resolve(".zgroup"), "{\"zarr_format\": 2}");
		Files.writeString(well.resolve(".zattrs"), "{\"well\": {\"version\": \"0.4\", \"images\": [{\"path\": \"0\"}, {\"path\": \"1\"}]}}");
		for (final String name : List.of("0", "1")) {
			ImageWriter.write(field, folder.resolve(name + ".ome.zarr"));
			Files.move(folder.resolve(name + ".ome.zarr"), well.resolve(name));
		}
		return plate;
	}

	/** Returns how an image differs from the array of a level with the axes x, y, z, channel and time; nothing if it doesn't. */
	public static String difference(final Path zarr, final int level, final ImagePlus image) {
		try (OmeZarr file = OmeZarr.open(zarr)) {
			final var array = file.image(file.images().get(0)).levels().get(level).array().image(new CellCache(1 << 24));
			final var size = List.of((int) array.dimension(0), (int) array.dimension(1), (int) array.dimension(2), (int) array.dimension(3),
				(int) array.dimension(4));
			final var shown = List.of(image.getWidth(), image.getHeight(), image.getNSlices(), image.getNChannels(), image.getNFrames());
			if (!size.equals(shown)) return size + " and " + shown;
			final var value = array.randomAccess();
			for (int plane = 1; plane <= image.getStackSize(); plane++) {
				final ImageProcessor pixels = image.getStack().getProcessor(plane);
				final int[] position = image.convertIndexToPosition(plane);
				for (int y = 0; y < pixels.getHeight(); y++)
					for (int x = 0; x < pixels.getWidth(); x++) {
						value.setPosition(new long[] { x, y, position[1] - 1, position[0] - 1, position[2] - 1 });
						if (value.get().getRealDouble() != pixels.getf(x, y)) return "Plane " + plane + ", x " + x + ", y " + y + ": " + value.get() +
							" and " + pixels.getf(x, y);
					}
			}
			return "";
		}
	}
}
