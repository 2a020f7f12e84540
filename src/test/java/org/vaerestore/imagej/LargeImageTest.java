package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.tiles.PlaneReader;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.NativeType;

/** What is done from file to file is what is done in memory. */
class LargeImageTest {

	private static final int RUNS = 6;

	private static VaeModel model, sampled;

	@TempDir
	Path folder;

	@BeforeAll
	static void train() {
		model = TinyModel.noisy();
		sampled = TinyModel.sampled();
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void enhancesFromFileToFileAsInMemory(final int bits) {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(seed);
			final Path input = write(RandomImages.draw(random, bits), "input.tif");
			final EnhanceSettings settings = new EnhanceSettings(2 * random.nextInt(2), 0.8, 1, 2).withSliceAxis(random.nextInt(2) ==
				0 ? -1 : 2);
			final boolean float32 = random.nextBoolean();
			final ImagePlus image = ImageReader.read(input);
			final String message = bits + " bit, seed " + seed + ", " + ImageAxes.of(image) + ", 32-bit result " + float32;
			final ImageJobs.Result expected = ImageJobs.enhance(image, model, settings, float32, true, Progress.silent());
			write(expected.image(), "expected.tif");
			try (LargeImage large = LargeImage.open(input, true).orElseThrow()) {
				assertEquals(ImageAxes.of(image), large.axes(), message);
				LargeImageJobs.enhance(large, model, settings, float32, folder.resolve("output.tif"), folder.resolve(
					"uncertainty.tif"), Progress.silent());
			}
			final ImagePlus wanted = ImageReader.read(folder.resolve("expected.tif")), got = ImageReader.read(folder.resolve(
				"output.tif"));
			assertArrayEquals(Kept.bits(wanted), Kept.bits(got), message);
			Kept.assertAll(wanted, got, message);
			assertEquals(Kept.ownElements(wanted), Kept.ownElements(got), message);
			assertEquals(model.id(), got.getProp("VAE Restore model"), message);
			assertArrayEquals(Kept.bits(expected.uncertainty()), Kept.bits(ImageReader.read(folder.resolve("uncertainty.tif"))),
				message);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void restoresFromFileToFileAsInMemory(final int bits) {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(seed);
			final ImagePlus drawn = RandomImages.draw(random, bits);
			if (bits == 32) drawn.getProcessor().setf(5, 4, Float.NaN);
			final Path input = write(drawn, "input.tif");
			final ImagePlus image = ImageReader.read(input);
			final Mask mask = RandomScenes.mask(image, random);
			final RestoreSettings settings = new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, 2 * random
				.nextInt(2), 1, 2).withSliceAxis(random.nextInt(2) == 0 ? -1 : 2);
			final boolean float32 = random.nextBoolean();
			final String message = bits + " bit, seed " + seed + ", " + ImageAxes.of(image) + ", 32-bit result " + float32;
			final ImageJobs.Result expected = ImageJobs.restore(image, mask, sampled, settings, float32, true, Progress.silent());
			write(expected.image(), "expected.tif");
			try (LargeImage large = LargeImage.open(input, true).orElseThrow()) {
				LargeImageJobs.restore(large, mask, sampled, settings, float32, folder.resolve("output.tif"), folder.resolve(
					"uncertainty.tif"), Progress.silent());
			}
			final ImagePlus wanted = ImageReader.read(folder.resolve("expected.tif")), got = ImageReader.read(folder.resolve(
				"output.tif"));
			assertArrayEquals(Kept.bits(wanted), Kept.bits(got), message);
			Kept.assertAll(wanted, got, message);
			assertEquals(Kept.ownElements(wanted), Kept.ownElements(got), message);
			assertEquals(wanted.getProp("VAE Restore mask area"), got.getProp("VAE Restore mask area"), message);
			final Mask marked = MaskOverlay.restored(got).orElseThrow();
			for (int plane = 0; plane < image.getStackSize(); plane++)
				assertEquals(mask.withNaNs(image).plane(plane), marked.plane(plane), message);
			assertArrayEquals(Kept.bits(expected.uncertainty()), Kept.bits(ImageReader.read(folder.resolve("uncertainty.tif"))),
				message);
		}
	}

	@Test
	void readsFilesInStripsAndOfSeveralDirectories() throws IOException {
		final Random random = new Random(1);
		final Path file = folder.resolve("strips.tif");
		final BufferedImage[] planes = new BufferedImage[3];
		for (int plane = 0; plane < planes.length; plane++) {
			planes[plane] = new BufferedImage(300, 50, BufferedImage.TYPE_USHORT_GRAY);
			for (int i = 0; i < 300 * 50; i++)
				planes[plane].getRaster().setSample(i % 300, i / 300, 0, random.nextInt(65536));
		}
		writeStrips(file, planes);
		final ImagePlus whole = ImageReader.read(file);
		try (LargeImage large = LargeImage.open(file, true).orElseThrow()) {
			assertEquals(ImageAxes.of(whole), large.axes());
			try (org.vaerestore.tiff.TiffImage tiff = org.vaerestore.tiff.TiffImage.open(file)) {
				assertTrue(tiff.together(0, 0) < 50);
			}
			final PlaneReader expected = PlaneReader.of(Pixels.realValued(whole)), actual = PlaneReader.of(large.pixels());
			for (int plane = 0; plane < planes.length; plane++)
				assertArrayEquals(expected.read(plane, expected.planes().whole()), actual.read(plane, actual.planes().whole()));
		}
	}

	/** Pixel by pixel, large images would take hours. */
	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void isReadBlockByBlock() {
		for (final int bits : new int[] { 8, 16, 32 })
			try (LargeImage large = LargeImage.open(write(TinyModel.waves(bits, 1, 2, 1), "waves.tif"), true).orElseThrow()) {
				final float[] first = PlaneReader.of(large.pixels()).read(1, new org.vaerestore.tiles.Region(3, 40, 2, 1));
				assertEquals(TinyModel.waves(bits, 1, 2, 1).getStack().getProcessor(2).getf(3, 40), first[0]);
				PrimitiveBlocks.of((RandomAccessibleInterval<NativeType>) (RandomAccessibleInterval) large.pixels(),
					PrimitiveBlocks.OnFallback.FAIL);
			}
	}

	@Test
	void onlyWhatIsLargeUncompressedAndGreyStaysOnTheDisk() {
		assertTrue(LargeImage.open(write(TinyModel.waves(8, 1, 1, 1), "small.tif")).isEmpty());
		assertTrue(LargeImage.open(write(TinyModel.waves(24, 1, 1, 1), "rgb.tif"), true).isEmpty());
		assertTrue(LargeImage.open(write(TinyModel.waves(8, 1, 1, 1), "grey.png"), true).isEmpty());
		assertTrue(LargeImage.open(folder, true).isEmpty());
	}

	@Test
	void saysWhatIsTruncated() throws IOException {
		final Path file = write(TinyModel.waves(16, 1, 3, 1), "short.tif");
		Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 10_000));
		assertTrue(assertThrows(InputException.class, () -> LargeImage.open(file, true)).getMessage().contains("truncated"));
	}

	@Test
	void leavesNothingBehindWhenItIsCancelled() throws IOException {
		final Path input = write(TinyModel.waves(16, 1, 4, 1), "input.tif");
		final double[] done = new double[1];
		final Progress halfWay = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				done[0] = fraction;
			}

			@Override
			public void log(final String line) {}

			@Override
			public boolean isCancelled() {
				return done[0] >= 0.5;
			}
		};
		try (LargeImage large = LargeImage.open(input, true).orElseThrow()) {
			assertThrows(CancelledException.class, () -> LargeImageJobs.enhance(large, model, EnhanceSettings.defaults(), false,
				folder.resolve("output.tif"), folder.resolve("uncertainty.tif"), halfWay));
		}
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(input), files.toList());
		}
	}

	@Test
	void theResultMayReplaceItsInput() {
		final Path input = write(TinyModel.waves(32, 1, 2, 1), "input.tif");
		final ImagePlus before = ImageReader.read(input);
		try (LargeImage large = LargeImage.open(input, true).orElseThrow()) {
			LargeImageJobs.enhance(large, model, EnhanceSettings.defaults(), false, input, null, Progress.silent());
		}
		final ImagePlus after = ImageReader.read(input);
		assertEquals(ImageAxes.of(before), ImageAxes.of(after));
		assertFalse(java.util.Arrays.deepEquals(Kept.bits(before), Kept.bits(after)));
	}

	private Path write(final ImagePlus image, final String name) {
		ImageWriter.write(image, folder.resolve(name));
		return folder.resolve(name);
	}

	/** Writes an uncompressed TIFF as other programs do: strips of a few rows, and a directory for each plane. */
	private static void writeStrips(final Path file, final BufferedImage... planes) throws IOException {
		final javax.imageio.ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (final BufferedImage plane : planes)
				writer.writeToSequence(new javax.imageio.IIOImage(plane, null, null), null);
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
	}
}
