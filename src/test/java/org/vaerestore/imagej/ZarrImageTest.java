package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.zarr.Axis;
import org.vaerestore.zarr.OmeSpec;
import org.vaerestore.zarr.OmeZarrWriter;
import org.vaerestore.zarr.array.ArraySpec;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.array.ZarrFormat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;

/** What goes through an OME-Zarr is what goes through ImageJ's own files. */
class ZarrImageTest {

	private static final VaeModel MODEL = TinyModel.noisy();

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void keepsPixelsAxesAndCalibration(final int bits) {
		final ImagePlus image = IJ.createHyperStack("cells", 600, 530, 2, 3, 2, bits);
		final Random random = new Random(bits);
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final ImageProcessor pixels = image.getStack().getProcessor(plane);
			for (int i = 0; i < pixels.getPixelCount(); i++)
				pixels.setf(i, bits == 32 ? random.nextFloat() - 0.5f : random.nextInt(1 << bits));
		}
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.12;
		calibration.pixelHeight = 0.13;
		calibration.pixelDepth = 0.5;
		calibration.frameInterval = 2.5;
		calibration.setUnit("micron");
		final CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
		final LUT red = LUT.createLutFromColor(Color.RED), green = LUT.createLutFromColor(Color.GREEN);
		red.min = 3;
		red.max = 90;
		composite.setLuts(new LUT[] { red, green });
		final Path path = folder.resolve("cells.ome.zarr");
		ImageWriter.write(composite, path);
		final ImagePlus read = ImageReader.read(path);
		assertEquals(ImageAxes.of(image), ImageAxes.of(read));
		assertArrayEquals(Kept.bits(image), Kept.bits(read));
		final Calibration kept = read.getCalibration();
		assertEquals(List.of(0.12, 0.13, 0.5, 2.5, "micron"), List.of(kept.pixelWidth, kept.pixelHeight, kept.pixelDepth, kept.frameInterval,
			kept.getUnit()));
		final LUT first = ((CompositeImage) read).getChannelLut(1);
		assertEquals(List.of(0xff0000, 3.0, 90.0), List.of(first.getRGB(255) & 0xffffff, first.min, first.max));
		assertTrue(Files.isDirectory(path.resolve("1")) && Files.isDirectory(path.resolve("2")), "smaller levels");
	}

	@Test
	void keepsScansWithASign() {
		final ImagePlus scan = IJ.createImage("scan", "16-bit black", 40, 30, 2);
		scan.getLocalCalibration().setSigned16BitCalibration();
		for (int i = 0; i < 1200; i++)
			scan.getStack().getProcessor(2).set(i, 32768 + 3 * i - 1024);
		final Path path = folder.resolve("scan.ome.zarr");
		ImageWriter.write(scan, path);
		final ImagePlus read = ImageReader.read(path);
		assertArrayEquals(Kept.bits(scan), Kept.bits(read));
		assertTrue(read.getCalibration().isSigned16Bit());
		read.setSlice(2);
		assertEquals(-1024, read.getProcessor().getf(0) - 32768, 0);
	}

	@Test
	void readsWhatImageJHasNoTypeForAsFloatingPoint() {
		assertArrayEquals(new float[] { -70_000, -69_999, -69_998 }, firstRow(new IntType(), -70_000, Axis.channel()));
		assertArrayEquals(new float[] { 0.5f, 1.5f, 2.5f }, firstRow(new DoubleType(), 0.5, Axis.time("second")));
		assertArrayEquals(new float[] { 32_763, 32_764, 32_765 }, firstRow(new ShortType(), -5, Axis.space("z", null)), "raised, as ImageJ does");
	}

	private <T extends NativeType<T> & RealType<T>> float[] firstRow(final T type, final double first, final Axis third) {
		final Img<T> image = new ArrayImgFactory<>(type).create(3, 2, 4);
		double value = first;
		for (final T pixel : image)
			pixel.setReal(value++);
		final Path path = folder.resolve(type.getClass().getSimpleName() + ".ome.zarr");
		final OmeZarrWriter writer = OmeZarrWriter.image(path, new OmeSpec("few", List.of(Axis.space("x", null), Axis.space("y", null), third),
			List.of(3L, 2L, 4L), DataType.of(type), List.of(1.0, 1.0, 1.0), List.of(), ZarrFormat.V3, ArraySpec.Storage.of(List.of(2, 2, 2), List.of()), 1));
		writer.pixels().write(image);
		writer.finish(1, Progress.silent());
		try (LargeImage large = LargeImage.open(path).orElseThrow()) {
			final ImageAxes axes = large.axes();
			assertEquals(4, third.kind() == Axis.Kind.CHANNEL ? axes.channels() : third.kind() == Axis.Kind.TIME ? axes.frames() : axes.slices());
			final PlaneReader reader = PlaneReader.of(large.pixels());
			assertEquals(reader.read(0, reader.planes().whole())[0] + 6, reader.read(1, reader.planes().whole())[0], "planes follow each other");
			return Arrays.copyOf(reader.read(0, reader.planes().whole()), 3);
		}
	}

	/** Through planes of several rows of chunks, and with slices that help each other. */
	@Test
	void jobsGiveTheBitsOfTiffFiles() throws IOException {
		final ImagePlus image = RandomImages.draw(new Random(4), 16);
		final Path tiff = folder.resolve("in.tif"), zarr = folder.resolve("in.ome.zarr");
		ImageWriter.write(image, tiff);
		ImageWriter.write(ImageReader.read(tiff), zarr);
		final EnhanceSettings enhance = new EnhanceSettings(0, 1, 1, 2).withSliceAxis(2);
		final Mask mask = new Mask(ImageAxes.of(image), List.of(PlaneMask.of(hole(image.getWidth(), image.getHeight()), image.getWidth())));
		try (LargeImage one = LargeImage.open(tiff, true).orElseThrow(); LargeImage other = LargeImage.open(zarr).orElseThrow()) {
			LargeImageJobs.enhance(one, MODEL, enhance, false, folder.resolve("a.tif"), folder.resolve("au.tif"), Progress.silent());
			LargeImageJobs.enhance(other, MODEL, enhance, false, folder.resolve("a.ome.zarr"), folder.resolve("au.ome.zarr"), Progress
				.silent());
			LargeImageJobs.restore(other, other.withNaNs(mask), MODEL, RestoreSettings.defaults(), false, folder.resolve("r.ome.zarr"),
				null, Progress.silent());
			LargeImageJobs.restore(one, one.withNaNs(mask), MODEL, RestoreSettings.defaults(), false, folder.resolve("r.tif"),
				null, Progress.silent());
		}
		for (final String name : List.of("a", "au", "r")) {
			final ImagePlus wanted = ImageReader.read(folder.resolve(name + ".tif")), got = ImageReader.read(folder.resolve(name + ".ome.zarr"));
			assertEquals(ImageAxes.of(wanted), ImageAxes.of(got), name);
			assertArrayEquals(Kept.bits(wanted), Kept.bits(got), name);
		}
		assertTrue(Files.readString(folder.resolve("r.ome.zarr/.zattrs")).contains("mask area"));
	}

	private static boolean[] hole(final int width, final int height) {
		final boolean[] hole = new boolean[width * height];
		for (int y = height / 3; y < height / 2; y++)
			Arrays.fill(hole, y * width + width / 4, y * width + width / 2, true);
		return hole;
	}

	@Test
	void whatWasCancelledIsNoImage() {
		final Path zarr = folder.resolve("in.ome.zarr"), output = folder.resolve("out.ome.zarr");
		ImageWriter.write(RandomImages.draw(new Random(1), 8), zarr);
		try (LargeImage image = LargeImage.open(zarr).orElseThrow()) {
			assertThrows(CancelledException.class, () -> LargeImageJobs.enhance(image, MODEL, new EnhanceSettings(0, 1, 1, 1), false,
				output, null, new Impatient(0)));
		}
		assertThrows(InputException.class, () -> ImageReader.read(output));
	}

	@Test
	void tellsWhatIsWrong() throws IOException {
		final Path zarr = folder.resolve("cells.ome.zarr");
		ImageWriter.write(RandomImages.draw(new Random(2), 8), zarr);
		assertTells("exists already", () -> OutputPath.requireWritableImage(zarr));
		assertTells("doesn't exist; create it", () -> OutputPath.requireWritableImage(folder.resolve("none/cells.ome.zarr")));
		assertTells("no OME-Zarr", () -> ImageReader.read(Files.writeString(folder.resolve("text.zarr"), "text")));
		assertTells("Zarr", () -> ImageReader.read(Files.createDirectory(folder.resolve("empty.zarr"))));
		assertFalse(ZarrImage.isZarr(Files.createDirectory(folder.resolve("slices"))));
		final Path plate = Files.createDirectories(folder.resolve("plate.zarr"));
		Files.writeString(plate.resolve(".zgroup"), "{\"zarr_format\": 2}");
		Files.writeString(plate.resolve(".zattrs"), "{\"plate\": {\"version\": \"0.4\", \"rows\": [{\"name\": \"A\"}], \"columns\": [{\"name\": \"1\"}], " +
			"\"wells\": [{\"path\": \"A/1\", \"rowIndex\": 0, \"columnIndex\": 0}]}}");
		final Path well = Files.createDirectories(plate.resolve("A/1"));
		Files.writeString(well.resolve(".zgroup"), "{\"zarr_format\": 2}");
		Files.writeString(well.resolve(".zattrs"), "{\"well\": {\"version\": \"0.4\", \"images\": [{\"path\": \"0\"}, {\"path\": \"1\"}]}}");
		for (final String field : List.of("0", "1"))
			ImageWriter.write(RandomImages.draw(new Random(2), 8), folder.resolve("field" + field + ".ome.zarr"));
		Files.move(folder.resolve("field0.ome.zarr"), well.resolve("0"));
		Files.move(folder.resolve("field1.ome.zarr"), well.resolve("1"));
		assertTells("has 2 images (A/1/0, A/1/1); give the path of one", () -> ImageReader.read(plate));
		assertEquals(8, ImageReader.read(well.resolve("1")).getBitDepth(), "a field of its own");
	}

	private static void assertTells(final String part, final Executable call) {
		final String message = assertThrows(InputException.class, call).getMessage();
		assertTrue(message.contains(part), message);
	}
}
