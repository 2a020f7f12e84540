package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.LUT;

class ImageFilesTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void keepsEverythingThatDescribesAnImage(final int bits) {
		final Random random = new Random(40 + bits);
		for (int run = 0; run < 12; run++) {
			final ImagePlus image = RandomImages.draw(random, bits);
			final ImagePlus copy = ResultImage.copyOf(image, "copy");
			assertAlike(image, copy);
			final Path file = folder.resolve("image.tif");
			ImageWriter.write(copy, file);
			assertAlike(image, ImageReader.read(file));
		}
	}

	@Test
	void copiesDontShareTheirPixels() {
		final ImagePlus image = RandomImages.draw(new Random(5), 8);
		final ImagePlus copy = ResultImage.copyOf(image, "copy");
		final int before = image.getStack().getProcessor(1).get(0);
		copy.getStack().getProcessor(1).set(0, before ^ 1);
		assertEquals(before, image.getStack().getProcessor(1).get(0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 24 })
	void writesPngWithTheSamePixels(final int bits) {
		final ImagePlus image = RandomImages.draw(new Random(6), bits, 1, 1, 1);
		ImageWriter.write(image, folder.resolve("image.png"));
		final ImagePlus read = ImageReader.read(folder.resolve("image.png"));
		assertEquals(bits, read.getBitDepth());
		assertEquals(pixels(image), pixels(read));
	}

	@Test
	void refusesPngForWhatItCantHold() {
		final ImagePlus image = RandomImages.draw(new Random(7), 16, 1, 1, 1);
		final InputException e = assertThrows(InputException.class, () -> ImageWriter.write(image, folder.resolve("a.png")));
		assertTrue(e.getMessage().contains("16 bit"), e.getMessage());
		assertThrows(InputException.class, () -> ImageWriter.write(image, folder.resolve("a.jpg")));
		assertEquals(List.of(), names());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "tif1", "png", "gif", "jpg", "dcm" })
	void saysThatATruncatedFileIsTruncated(final String kind) throws IOException {
		final byte[] whole = Files.readAllBytes(written(kind));
		final Path file = folder.resolve("short." + (kind.equals("tif1") ? "tif" : kind));
		for (final double share : new double[] { 0.01, 0.3, 0.6, 0.95 }) {
			Files.write(file, Arrays.copyOf(whole, (int) (share * whole.length)));
			final InputException e = assertThrows(InputException.class, () -> ImageReader.read(file), kind + " " + share);
			assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
		}
	}

	@Test
	void saysWhatIsWrongWithWhatIsNoImage() throws IOException {
		assertTrue(failure(folder.resolve("missing.tif")).contains("There is no file"));
		assertTrue(failure(Files.createFile(folder.resolve("empty.tif"))).contains("empty (0 bytes)"));
		assertTrue(failure(Files.writeString(folder.resolve("text.tif"), "no image at all, but text")).contains(
			"not an image"));
		assertTrue(failure(Files.write(folder.resolve("noise.bin"), new byte[] { -1, 2, -3, 4, 0, 0, 0, 1, 2, 3 })).contains(
			"not an image"));
		assertTrue(failure(Files.createDirectory(folder.resolve("nothing"))).contains("no image in it"));
	}

	@Test
	void damagedFilesNeverGetFurtherThanAMessage() throws IOException {
		final Random random = new Random(8);
		for (final String kind : List.of("tif", "png", "gif", "jpg", "dcm", "bmp", "pgm")) {
			final byte[] whole = Files.readAllBytes(written(kind));
			final Path file = folder.resolve("damaged." + kind);
			for (int run = 0; run < 15; run++) {
				final byte[] damaged = whole.clone();
				for (int i = 0; i < 8; i++)
					damaged[random.nextInt(Math.min(400, whole.length))] = (byte) random.nextInt();
				Files.write(file, damaged);
				try {
					assertTrue(ImageReader.read(file).getStackSize() > 0);
				}
				catch (final InputException e) {
					assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
				}
			}
		}
	}

	@Test
	void readsDicomWithItsSign() {
		final ImagePlus image = ImageReader.read(dicom(folder.resolve("ct.dcm"), 16));
		assertEquals(16, image.getBitDepth());
		assertTrue(image.getCalibration().isSigned16Bit());
		assertEquals(-1000, image.getCalibration().getCValue(image.getProcessor().get(0)));
	}

	@Test
	void opensAFolderInNaturalOrder() throws IOException {
		for (final int number : new int[] { 10, 9, 1, 100 })
			ImageWriter.write(constant(number), folder.resolve("slice" + number + ".tif"));
		Files.writeString(folder.resolve("readme.txt"), "not a slice");
		Files.writeString(folder.resolve(".hidden.tif"), "not a slice");
		final ImagePlus stack = ImageReader.read(folder);
		assertEquals(4, stack.getStackSize());
		final int[] order = { 1, 9, 10, 100 };
		for (int i = 0; i < 4; i++) {
			assertEquals(order[i], stack.getStack().getProcessor(i + 1).get(0));
			assertEquals("slice" + order[i] + ".tif", stack.getStack().getSliceLabel(i + 1));
		}
	}

	@Test
	void saysWhichSliceOfAFolderDiffers() {
		ImageWriter.write(constant(1), folder.resolve("a.tif"));
		ImageWriter.write(RandomImages.draw(new Random(1), 32, 1, 1, 1), folder.resolve("b.tif"));
		assertTrue(failure(folder).contains("b.tif is"), failure(folder));
	}

	@Test
	void checksOutputPathsWithoutATrace() throws IOException {
		OutputPath.requireWritableImage(folder.resolve("new.tif"));
		assertEquals(List.of(), names());
		assertThrows(InputException.class, () -> OutputPath.requireWritable(folder));
		assertThrows(InputException.class, () -> OutputPath.requireWritable(folder.resolve("no/such/folder.tif")));
		final Path file = Files.writeString(folder.resolve("file"), "");
		assertThrows(InputException.class, () -> OutputPath.requireFolder(file));
		assertThrows(InputException.class, () -> OutputPath.requireWritableImage(file));
	}

	@Test
	void resolvesSymbolicLinksInsteadOfReplacingThem() throws IOException {
		final Path real = Files.writeString(folder.resolve("real.tif"), "old");
		final Path link = Files.createSymbolicLink(folder.resolve("link.tif"), real);
		ImageWriter.write(constant(3), link);
		assertTrue(Files.isSymbolicLink(link));
		assertEquals(3, ImageReader.read(real).getProcessor().get(0));
	}

	private Path written(final String kind) {
		final Path file = folder.resolve("whole." + kind);
		final ImagePlus image = new ImagePlus("whole", ij.ImageStack.create(64, 64, kind.equals("tif") ? 3 : 1, 8));
		final Random random = new Random(9);
		for (int pixel = 0; pixel < 64 * 64; pixel++)
			image.getProcessor().set(pixel, random.nextInt(256));
		switch (kind) {
			case "dcm":
				return dicom(file, 64);
			case "gif":
				new FileSaver(image).saveAsGif(file.toString());
				return file;
			case "jpg":
				new FileSaver(image).saveAsJpeg(file.toString());
				return file;
			case "bmp":
				new FileSaver(image).saveAsBmp(file.toString());
				return file;
			case "pgm":
				new FileSaver(image).saveAsPgm(file.toString());
				return file;
			case "tif1":
				new FileSaver(image).saveAsTiff(file.toString());
				return file;
			default:
				ImageWriter.write(image, file);
				return file;
		}
	}

	/** A signed 16-bit DICOM image, explicit little-endian, whose first pixel is -1000. */
	private static Path dicom(final Path file, final int side) {
		return DicomFile.write(file, side);
	}

	private static ImagePlus constant(final int value) {
		final ImagePlus image = new ImagePlus("constant", ij.ImageStack.create(5, 4, 1, 8));
		image.getProcessor().add(value);
		return image;
	}

	private String failure(final Path path) {
		return assertThrows(InputException.class, () -> ImageReader.read(path)).getMessage();
	}

	private List<String> names() {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static void assertAlike(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		assertEquals(ImageAxes.of(expected), ImageAxes.of(actual));
		assertEquals(pixels(expected), pixels(actual));
		assertEquals(expected.getCalibration().getUnit(), actual.getCalibration().getUnit());
		// TIFF keeps resolutions as fractions of a million.
		assertEquals(expected.getCalibration().pixelWidth, actual.getCalibration().pixelWidth, 1e-5);
		assertEquals(expected.getCalibration().frameInterval, actual.getCalibration().frameInterval);
		if (expected.getStackSize() > 1) assertEquals(expected.getCalibration().pixelDepth, actual
			.getCalibration().pixelDepth);
		assertEquals(expected.getCalibration().getCValue(12345.0), actual.getCalibration().getCValue(12345.0));
		assertEquals(expected.getCalibration().isSigned16Bit(), actual.getCalibration().isSigned16Bit());
		assertEquals(expected.isHyperStack(), actual.isHyperStack());
		assertEquals(expected.getProp("operator"), actual.getProp("operator"));
		assertTrue(actual.getInfoProperty().contains(expected.getInfoProperty()));
		assertEquals(expected.getOverlay().get(0).getBounds(), actual.getOverlay().get(0).getBounds());
		assertEquals(expected.getProp("Slice_Label"), actual.getProp("Slice_Label"));
		for (int plane = 1; plane <= expected.getStackSize() && expected.getStackSize() > 1; plane++)
			assertEquals(expected.getStack().getSliceLabel(plane), actual.getStack().getSliceLabel(plane));
		assertEquals(expected.isComposite(), actual.isComposite());
		if (expected.isComposite()) assertLutsAlike((CompositeImage) expected, (CompositeImage) actual);
		else {
			assertEquals(expected.getDisplayRangeMin(), actual.getDisplayRangeMin());
			assertEquals(expected.getDisplayRangeMax(), actual.getDisplayRangeMax());
		}
	}

	private static void assertLutsAlike(final CompositeImage expected, final CompositeImage actual) {
		assertEquals(expected.getMode(), actual.getMode());
		for (int channel = 1; channel <= expected.getNChannels(); channel++) {
			final LUT lut = expected.getChannelLut(channel);
			final LUT other = actual.getChannelLut(channel);
			assertArrayEquals(lut.getBytes(), other.getBytes());
			assertEquals(lut.min, other.min);
			assertEquals(lut.max, other.max);
		}
	}

	private static List<String> pixels(final ImagePlus image) {
		final List<String> planes = new java.util.ArrayList<>();
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final Object pixels = image.getStack().getPixels(plane);
			planes.add(Arrays.deepToString(new Object[] { pixels }));
		}
		return planes;
	}
}
