package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.ImageReader;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.ZarrSamples;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;

import ij.ImagePlus;
import ij.gui.Roi;

/** OME-Zarrs go through Restore and Enhance as open images do. */
class ZarrJobsTest {

	private static VaeModel model;

	private final Action enhance = Actions.named("enhance"), restore = Actions.named("restore"), open = Actions.named("open");
	private final RecordingHost host = new RecordingHost();

	@TempDir
	Path folder;

	private Path input;
	private Path output;
	private ImagePlus image;

	@BeforeAll
	static void train() {
		model = TinyModel.sampled();
	}

	@BeforeEach
	void write() {
		host.session.setModel(model, "tiny");
		input = folder.resolve("my waves.ome.zarr");
		output = folder.resolve("my result.ome.zarr");
		image = TinyModel.waves(16, 2, 3, 1);
		ImageWriter.write(image, input);
	}

	/** From a file, from the window that shows it, and from an image in memory. */
	@ParameterizedTest
	@ValueSource(strings = { "input", "window", "memory" })
	void enhancesIntoAnOmeZarrAsIntoAWindow(final String from) {
		host.run(enhance, image, "samples=2 uncertainty=yes");
		final ImagePlus wanted = host.last(), uncertainty = host.shown.get(0);
		final ImagePlus active = from.equals("input") ? null : from.equals("memory") ? image : host.run(open, null, "path=[" + input + "]").last();
		host.shown.clear();
		host.lines.clear();
		host.run(enhance, active, "samples=2 uncertainty=yes output=[" + output + "]" + (active == null ? " input=[" + input + "]" : ""));
		assertEquals(0, host.shown.size());
		assertSamePixels(wanted, ImageReader.read(output));
		assertSamePixels(uncertainty, ImageReader.read(folder.resolve("my result-uncertainty.ome.zarr")));
		assertTrue(host.lines.contains("The result is in " + output + "."), host.lines.toString());
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void enhancesAFileIntoAWindow() {
		final ImagePlus wanted = host.run(enhance, image, "samples=1").last();
		assertSamePixels(wanted, host.run(enhance, null, "samples=1 input=[" + input + "]").last());
		ImageWriter.write(image, folder.resolve("waves.tif"));
		assertSamePixels(wanted, host.run(enhance, TinyModel.waves(8, 1, 1, 1), "samples=1 input=[" + folder.resolve("waves.tif") + "]").last());
	}

	@Test
	void asliceAlternativesAndColoursAreWrittenToo() {
		image.setPosition(1, 2, 1);
		assertSamePixels(host.run(enhance, image, "samples=1 apply=slice").last(), written(enhance, image, "samples=1 apply=slice"));
		assertSamePixels(host.run(enhance, image, "samples=2 result=alternatives").last(), written(enhance, image,
			"samples=2 result=alternatives"));
		final ImagePlus colours = TinyModel.waves(24, 1, 1, 1), result = host.run(enhance, colours, "samples=1 depth=same").last();
		final ImagePlus channels = written(enhance, colours, "samples=1 depth=same");
		for (int channel = 0; channel < 3; channel++)
			for (int pixel = 0; pixel < 64 * 64; pixel++)
				assertEquals(result.getProcessor().get(pixel) >> 16 - 8 * channel & 0xff, channels.getStack().getProcessor(channel + 1).get(pixel));
	}

	private ImagePlus written(final Action action, final ImagePlus of, final String macro) {
		final Path path = folder.resolve("written " + System.nanoTime() + ".ome.zarr");
		host.run(action, of, macro + " output=[" + path + "]");
		return ImageReader.read(path);
	}

	@Test
	void aReportIsWrittenBesideIt() {
		final Path page = folder.resolve("page.html");
		host.run(enhance, null, "samples=2 report=[" + page + "] input=[" + input + "] output=[" + output + "]");
		assertTrue(Files.exists(page));
		final ImagePlus marked = marked();
		host.run(restore, marked, "samples=2 report=[" + folder.resolve("restored.html") + "] output=[" + folder.resolve("r.ome.zarr") + "]");
		assertTrue(Files.exists(folder.resolve("restored.html")) && Files.isDirectory(folder.resolve("r.ome.zarr")));
	}

	@Test
	void restoresIntoAnOmeZarrWhatIsMarkedInTheWindow() {
		final ImagePlus wanted = host.run(restore, marked(), "samples=1").last(), window = host.run(open, null, "path=[" + input + "]").last();
		MaskOverlay.put(window, MaskOf.image(marked()));
		final ImagePlus shown = host.run(restore, window, "samples=1").last(), written = written(restore, window, "samples=1");
		assertSamePixels(wanted, shown);
		assertSamePixels(wanted, written);
		assertEquals("", ZarrSamples.difference(input, 0, image));
	}

	private ImagePlus marked() {
		final ImagePlus marked = TinyModel.waves(16, 2, 3, 1);
		marked.setRoi(new Roi(15, 12, 20, 10));
		new RecordingHost().run(Actions.named("mask"), marked, "scope=all");
		marked.deleteRoi();
		return marked;
	}

	@Test
	void takesLabelsAsTheMask() throws IOException {
		final Path cells = folder.resolve("cells.ome.zarr");
		final ImagePlus damaged = ZarrSamples.image(8, 1, 2, 1);
		ImageWriter.write(damaged, cells);
		ZarrSamples.label(cells, "damage", ZarrSamples.WIDTH, ZarrSamples.HEIGHT, 2);
		host.run(restore, null, "samples=1 depth=same mask=labels/damage input=" + cells + " output=[" + output + "]");
		assertTrue(host.lines.contains("The mask labels/damage marks 1,200 of 636,000 pixels (0.19 %)."), host.lines.toString());
		final ImagePlus result = ImageReader.read(output), window = host.run(open, null, "path=" + cells).last();
		int changed = 0;
		for (int plane = 1; plane <= 2; plane++)
			for (int y = 0; y < ZarrSamples.HEIGHT; y++)
				for (int x = 0; x < ZarrSamples.WIDTH; x++) {
					final boolean same = damaged.getStack().getProcessor(plane).get(x, y) == result.getStack().getProcessor(plane).get(x, y);
					assertTrue(same || ZarrSamples.isDamaged(x, y));
					changed += same ? 0 : 1;
				}
		assertTrue(changed > 500, changed + " are restored");
		assertSamePixels(result, host.run(restore, window, "samples=1 depth=same mask=labels/damage").last());
		final Path zip = ZarrSamples.zip(cells, folder.resolve("cells.ome.zarr.zip"));
		assertSamePixels(result, written(restore, null, "samples=1 depth=same mask=labels/damage input=" + zip));
		assertSamePixels(result, host.run(restore, damaged, "samples=1 depth=same mask=" + cells.resolve("labels/damage")).last());
		assertFails(restore, null, "mask=labels/dust input=" + cells + " output=[" + folder.resolve("o.ome.zarr") + "]",
			"has no labels \"dust\"; it has damage.");
		assertFails(restore, host.run(open, null, "level=1 path=" + cells).last(), "mask=labels/damage", "It fits level 0 of the image");
	}

	@Test
	void takesAnyImageAsTheMask() {
		final ImagePlus mask = new ImagePlus("mask", new ij.process.ByteProcessor(64, 64));
		mask.getProcessor().setColor(255);
		mask.getProcessor().fill(new Roi(15, 12, 20, 10));
		ImageWriter.write(mask, folder.resolve("mask.tif"));
		final ImagePlus wanted = host.run(restore, marked(), "samples=1").last();
		assertSamePixels(wanted, host.run(restore, image, "samples=1 mask=[" + folder.resolve("mask.tif") + "]").last());
		assertSamePixels(wanted, written(restore, null, "samples=1 mask=[" + folder.resolve("mask.tif") + "] input=[" + input + "]"));
		mask.getProcessor().invert();
		ImageWriter.write(mask, folder.resolve("kept.tif"));
		assertSamePixels(wanted, host.run(restore, image, "samples=1 invert=yes mask=[" + folder.resolve("kept.tif") + "]").last());
		final Values values = Values.parse(restore.options(), "mask=[" + folder.resolve("mask.tif") + "]");
		assertEquals(40, restore.preview(image, new Rectangle(5, 5, 40, 30), values, host.session, Progress.silent()).getWidth());
	}

	@Test
	void aReducedLevelGivesResultsInWindowsAlone() {
		final Path cells = folder.resolve("cells.ome.zarr");
		ImageWriter.write(ZarrSamples.image(8, 1, 2, 1), cells);
		final ImagePlus half = host.run(open, null, "level=2 path=" + cells).last();
		assertFails(enhance, half, "output=[" + output + "]", "has a reduced resolution, which is no OME-Zarr of its own; use input=[" + cells +
			"] for the full resolution, or output=new.");
		host.run(enhance, half, "samples=1");
		assertEquals(150, host.last().getWidth());
		assertEquals("enhanced cells.ome.zarr level 2", host.last().getTitle());
		assertEquals(0.48, host.last().getCalibration().pixelWidth, 1e-9);
		final String said = "\"cells.ome.zarr level 2\" has a reduced resolution, and so has what is made of it.";
		assertTrue(host.lines.contains(said), host.lines.toString());
		assertTrue(enhance.advice(half, Values.parse(enhance.options(), ""), host.session).startsWith(said));
	}

	/** What was changed in a window since it was opened is there in the result. */
	@Test
	void aWindowIsWhatItShows() {
		ImageWriter.write(TinyModel.waves(8, 1, 1, 1), folder.resolve("one.ome.zarr"));
		final ImagePlus window = host.run(open, null, "path=" + folder.resolve("one.ome.zarr")).last();
		window.getProcessor().invert();
		assertSamePixels(host.run(enhance, window, "samples=1").last(), written(enhance, window, "samples=1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "input=[IN] output=in-place|What input= names is only read",
		"input=[IN] apply=slice|use apply=stack with input=", "input=[IN] apply=images|use apply=stack with input=",
		"apply=images output=[OUT]|is for one image; use apply=stack", "output=[IN]|exists already", "output=[OUT/none/a.zarr]|doesn't exist",
		"output=out.tif|The value output=out.tif is not valid; use new, in-place, or a path that ends in .ome.zarr.",
		"input=[IN/none]|no file or folder", "input=[IN/none.zarr] output=[OUT]|doesn't exist" })
	void saysWhatDoesNotFitTogether(final String macro, final String part) {
		final String text = macro.replace("IN", input.toString()).replace("OUT", output.toString());
		assertFails(enhance, image, text, part);
		assertFails(restore, marked(), text, part);
		assertFalse(Files.exists(output));
	}

	@Test
	void saysWhatIsMissing() {
		assertFails(enhance, null, "", "There is no image open. Open one (or VAE Open Sample), or name one with input=, then run VAE Enhance... again.");
		assertFails(restore, null, "", "There is no image open.");
		assertFails(restore, null, "input=[" + input + "] output=[" + output + "]", "Nothing is marked in \"my waves.ome.zarr\" to be restored. Give a " +
			"mask with mask=.");
		assertFails(restore, marked(), "invert=yes", "is for mask=");
		assertFails(restore, marked(), "mask=labels/damage", "\"waves\" is from no OME-Zarr that could have labels/damage");
		assertFails(restore, marked(), "apply=images mask=a.tif", "is for one image");
		final Values values = Values.parse(enhance.options(), "input=[" + input + "]");
		final InputException e = assertThrows(InputException.class, () -> enhance.preview(image, new Rectangle(0, 0, 64, 64), values, host.session,
			Progress.silent()));
		assertTrue(e.getMessage().contains("A preview shows the active image"), e.getMessage());
	}

	@Test
	void theDialogTellsWhatTheInputIs() {
		assertTrue(enhance.advice(null, Values.parse(enhance.options(), "input=[" + input + "]"), host.session).startsWith(
			"Input: 64 x 64 pixels, 6 planes.\nModel: tiny"));
		assertEquals("Input: 64 x 64 pixels, 6 planes.\nTo be restored: what labels/damage marks.\nModel: tiny, trained on waves.", restore.advice(
			null, Values.parse(restore.options(), "mask=labels/damage input=[" + input + "]"), host.session));
		assertTrue(assertThrows(InputException.class, () -> restore.advice(null, Values.parse(restore.options(), ""), host.session)).getMessage()
			.startsWith("There is no image open."));
	}

	@Test
	void whatIsTooLargeForAWindowGoesBesideTheOmeZarrAndNeverIntoIt() throws IOException {
		final Path plate = ZarrSamples.plate(folder, TinyModel.waves(16, 1, 2, 1));
		final ImagePlus field = host.run(open, null, "path=[" + plate.resolve("A/1/0") + "]").last();
		final Path file = ResultFile.beside(field, "enhanced");
		assertEquals(folder, file.getParent());
		final ImagePlus wanted = host.run(enhance, field, "samples=1").last();
		EnhanceAction.enhanceIntoFile(field, Values.parse(enhance.options(), "samples=1"), host, file);
		assertSamePixels(wanted, host.last());
	}

	@Test
	void whatIsCancelledIsNoImage() {
		host.cancelled = () -> true;
		for (final String macro : new String[] { "", " apply=slice" })
			assertThrows(CancelledException.class, () -> host.run(enhance, image, "samples=1 output=[" + output + "]" + macro));
		assertThrows(InputException.class, () -> ImageReader.read(output));
		assertEquals(0, host.jobsOpen);
	}

	private void assertFails(final Action action, final ImagePlus active, final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(action, active, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	private static void assertSamePixels(final ImagePlus wanted, final ImagePlus found) {
		assertEquals(ImageAxes.of(wanted), ImageAxes.of(found));
		assertEquals(wanted.getBitDepth(), found.getBitDepth());
		for (int plane = 1; plane <= wanted.getStackSize(); plane++)
			assertArrayEquals(wanted.getStack().getProcessor(plane).convertToFloatProcessor().getFloatArray(), found.getStack().getProcessor(plane)
				.convertToFloatProcessor().getFloatArray(), "plane " + plane);
	}
}
