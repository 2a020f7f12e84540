package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import ij.process.LUT;

class VirtualZarrTest {

	@TempDir
	Path folder;

	private final List<String> told = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "8, 0", "16, 0", "16, 1", "16, 2", "32, 1" })
	void everyPixelOfALevelIsThatOfItsArray(final int bits, final int level) {
		final Path path = write(ZarrSamples.image(bits, 2, 3, 2));
		final ImagePlus opened = open(path, level);
		assertEquals(bits, opened.getBitDepth());
		assertTrue(opened.getStack().isVirtual());
		assertEquals("", ZarrSamples.difference(path, level, opened));
		assertEquals("Level " + level + " of " + path + ": " + (600 >> level) + " x " + (530 >> level) +
			" pixels, 12 planes. There are levels 0 (600 x 530), 1 (300 x 265), 2 (150 x 132).", told.get(0));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void aLevelHasItsCalibrationAndTheColoursOfTheFile(final int level) {
		final ImagePlus opened = open(write(ZarrSamples.image(16, 2, 3, 2)), level);
		final Calibration calibration = opened.getCalibration();
		assertEquals(0.12 * (1 << level), calibration.pixelWidth, 1e-9);
		assertEquals(0.13 * (1 << level), calibration.pixelHeight, 1e-9);
		assertEquals(List.of(0.5, 2.5, "micron"), List.of(calibration.pixelDepth, calibration.frameInterval, calibration.getUnit()));
		assertEquals(List.of(2, 3, 2), List.of(opened.getNChannels(), opened.getNSlices(), opened.getNFrames()));
		assertTrue(opened.getOpenAsHyperStack());
		final LUT first = ((CompositeImage) opened).getChannelLut(1), second = ((CompositeImage) opened).getChannelLut(2);
		assertEquals(List.of(0xff00ff, 10.0, 180.0, 11.0, 181.0), List.of(first.getRGB(255) & 0xffffff, first.min, first.max, second.min,
			second.max));
		assertEquals("cells.ome.zarr" + (level == 0 ? "" : " level " + level), opened.getTitle());
		assertEquals("cells.ome.zarr", opened.getOriginalFileInfo().fileName);
		assertEquals(folder, Path.of(opened.getOriginalFileInfo().directory));
	}

	@Test
	void aSinglePlaneIsAnImage() {
		final Path path = write(ZarrSamples.image(16, 1, 1, 1));
		final ImagePlus opened = open(path, 1);
		assertEquals("", ZarrSamples.difference(path, 1, opened));
		assertEquals(List.of(20.0, 170.0), List.of(opened.getDisplayRangeMin(), opened.getDisplayRangeMax()));
		assertTrue(VirtualZarr.isReduced(opened));
		assertFalse(VirtualZarr.isReduced(open(path, 0)));
	}

	/** Of which the file tells neither colours nor ranges. */
	@Test
	void channelsHaveColoursAndRangesOfTheirOwn() throws IOException {
		final Path path = write(ZarrSamples.image(16, 2, 2, 1)), attributes = path.resolve(".zattrs");
		Files.writeString(attributes, Files.readString(attributes).replace("\"omero\"", "\"other\""));
		final ImagePlus opened = open(path, 0);
		final LUT[] tables = ((CompositeImage) opened).getLuts();
		assertNotEquals(tables[0].getRGB(255), tables[1].getRGB(255));
		for (final LUT table : tables)
			assertTrue(table.min >= 40 && table.min < 60 && table.max > 140 && table.max < 170, table.min + " to " + table.max);
	}

	@Test
	void scansKeepTheirSign() {
		final ImagePlus scan = ZarrSamples.image(16, 1, 2, 1);
		scan.getLocalCalibration().setSigned16BitCalibration();
		final ImagePlus opened = open(write(scan), 0);
		assertTrue(opened.getCalibration().isSigned16Bit());
		assertArrayEquals((short[]) scan.getStack().getPixels(2), (short[]) opened.getStack().getPixels(2));
	}

	@Test
	void readsZips() throws IOException {
		final Path path = write(ZarrSamples.image(8, 1, 2, 1)), zip = ZarrSamples.zip(path, folder.resolve("cells.ome.zarr.zip"));
		final ImagePlus opened = open(zip, 1);
		assertEquals("cells.ome.zarr.zip level 1", opened.getTitle());
		assertEquals("", ZarrSamples.difference(path, 1, opened));
		// On Windows, a file that is open can't be deleted with the folder.
		opened.flush();
	}

	@Test
	void aFieldOfAPlateIsCalledByItsPath() throws IOException {
		final Path plate = ZarrSamples.plate(folder, TinyModel.waves(8, 1, 2, 1));
		assertTells("has 2 images (A/1/0, A/1/1); give the path of one, such as " + plate.resolve("A/1/0"), () -> VirtualZarr.open(plate,
			OptionalInt.empty(), told::add));
		final ImagePlus field = open(plate.resolve("A/1/1"), 0);
		assertEquals("plate.ome.zarr - A/1/1", field.getTitle());
		assertEquals(plate.resolve("A/1/1"), VirtualZarr.path(field).orElseThrow());
	}

	@Test
	void theFinestLevelThatFitsIsOpened() {
		final List<ImageAxes> axes = List.of(plane(20_000, 10_000), plane(10_000, 5_000), plane(5_000, 2_500), plane(2_500, 1_250));
		final ZarrLevels levels = new ZarrLevels(folder, axes, 16);
		assertEquals(1, levels.choose(OptionalInt.empty(), 1L << 40), "67 megapixels");
		assertEquals(2, levels.choose(OptionalInt.empty(), 8 * 12_500_000L * (2 * 3 + 4)), "an eighth of the heap for three channels and a picture");
		assertEquals(3, levels.choose(OptionalInt.empty(), 8 * 12_500_000L * (2 * 3 + 4) - 1));
		assertTells("has no level of which a plane fits into an eighth of the memory, which is 1 MB", () -> levels.choose(OptionalInt.empty(),
			1 << 20));
		assertTells("has no level 4; there are levels 0 to 3.", () -> levels.choose(OptionalInt.of(4), 1L << 40));
		assertTells("has no level 1; there is level 0 alone.", () -> new ZarrLevels(folder, axes.subList(0, 1), 8).choose(OptionalInt.of(1),
			1L << 40));
		assertTells("more than ImageJ can show; open a smaller level", () -> new ZarrLevels(folder, List.of(plane(50_000, 50_000)), 8).choose(
			OptionalInt.of(0), 1L << 40));
	}

	private static ImageAxes plane(final int width, final int height) {
		return new ImageAxes(width, height, 3, 5, 1, false);
	}

	@Test
	void itsFileIsKnownWhileItIsAllOfIt() {
		final Path path = write(ZarrSamples.image(16, 1, 3, 1));
		final ImagePlus opened = open(path, 0);
		opened.getCalibration().pixelWidth = 7;
		try (LargeImage file = VirtualZarr.file(opened).orElseThrow()) {
			assertEquals(ImageAxes.of(opened), file.axes());
			assertEquals(7, file.outline().getCalibration().pixelWidth, "what the user has said of the image");
		}
		assertTrue(VirtualZarr.file(open(path, 1)).isEmpty());
		assertTrue(VirtualZarr.file(new Duplicator().run(opened)).isEmpty());
		opened.getStack().deleteSlice(2);
		final ImagePlus fewer = new ImagePlus("fewer", opened.getStack());
		assertTrue(VirtualZarr.file(fewer).isEmpty());
		assertArrayEquals((short[]) open(path, 0).getStack().getPixels(3), (short[]) fewer.getStack().getPixels(2));
	}

	/** Nothing is filled in for a command; a window, whose sliders an exception would end, shows an empty plane. */
	@Test
	void aDamagedPlaneIsToldOf() throws Exception {
		final Path path = write(ZarrSamples.image(16, 1, 3, 1));
		final ImagePlus opened = open(path, 0);
		for (final Path chunk : chunks(path, "0/0/0/1"))
			Files.write(chunk, new byte[] { 1, 2, 3 });
		assertThrows(InputException.class, () -> opened.getStack().getProcessor(2));
		final int[] shown = { -1 };
		EventQueue.invokeAndWait(() -> shown[0] = opened.getStack().getProcessor(2).get(5, 5));
		assertEquals(0, shown[0]);
		assertTrue(opened.getStack().getProcessor(3).get(5, 5) > 0, "the others are there");
	}

	private static List<Path> chunks(final Path path, final String below) throws IOException {
		try (var files = Files.walk(path.resolve(below))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	void tellsWhatIsNoImage() throws IOException {
		assertTells("doesn't exist; check its path", () -> open(folder.resolve("none.ome.zarr"), 0));
		assertTells("no OME-Zarr", () -> open(Files.writeString(folder.resolve("text.tif"), "text"), 0));
		assertTells("is no Zarr", () -> open(Files.createDirectory(folder.resolve("slices")), 0));
		final Path path = write(ZarrSamples.image(8, 1, 1, 1));
		assertTells("no level 3; there are levels 0 to 2", () -> open(path, 3));
		assertTells("no level 3; there are levels 0 to 2", () -> VirtualZarr.describe(path, OptionalInt.of(3)));
		assertTrue(VirtualZarr.describe(path, OptionalInt.empty()).startsWith("Level 0 of " + path + ": 600 x 530"));
	}

	@Test
	void aMaskOfAnotherSizeIsToldTheLevelThatFits() {
		final Path path = write(ZarrSamples.image(8, 2, 3, 1));
		ZarrSamples.label(path, "small", 300, 265, 3);
		ZarrSamples.label(path, "damage", 600, 530, 3);
		final ImagePlus full = open(path, 0), half = open(path, 1);
		assertTells("has 300 x 265 pixels, 3 planes, but the image has 600 x 530 pixels, 6 planes; a mask must have the image's size, with one " +
			"plane for all or one for each. It fits level 1 of the image, which VAE Open OME-Zarr... opens", () -> Mask.readLabel(path, "small",
				full, false));
		assertTells("It fits level 0 of the image", () -> Mask.read(path.resolve("labels/damage"), half, false));
		final ImagePlus alone = new Duplicator().run(half);
		assertTells("Level 1 of the mask fits; VAE Open OME-Zarr... opens it", () -> Mask.read(path.resolve("labels/damage"), alone, false));
		assertTells("it has small, damage", () -> Mask.readLabel(path, "holes", full, false));
		assertEquals(600, Mask.readLabel(path, "damage", full, false).plane(1).count(), "one plane is for all channels of a slice");
		assertEquals(6 * 600, Mask.readLabel(path, "damage", full, false).count());
		assertEquals(6 * (600 * 530 - 600), Mask.read(path.resolve("labels/damage"), full, true).count());
	}

	private Path write(final ImagePlus image) {
		final Path path = folder.resolve("cells.ome.zarr");
		ImageWriter.write(image, path);
		return path;
	}

	private ImagePlus open(final Path path, final int level) {
		return VirtualZarr.open(path, OptionalInt.of(level), told::add);
	}

	private static void assertTells(final String part, final Executable call) {
		final String message = assertThrows(InputException.class, call).getMessage();
		assertTrue(message.contains(part), message);
	}
}
