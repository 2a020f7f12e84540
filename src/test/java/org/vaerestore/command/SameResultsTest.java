package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandModule;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.model.ModelFile;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;

/** What a script gets from a command is, bit for bit, what a macro of plain ImageJ gets. */
class SameResultsTest extends ScijavaTest {

	@ParameterizedTest
	@CsvSource({ "noisy, 1", "damaged, 3" })
	void openSample(final String sample, final long seed) throws Exception {
		assertSameImages("sample", "SampleCommand", null, Map.of("sample", sample, "seed", seed), "sample=" + sample + " seed=" +
			seed, 1);
	}

	@ParameterizedTest
	@CsvSource({ "8", "16", "24", "32" })
	void restore(final int bits) throws Exception {
		assertSameImages("restore", "RestoreCommand", masked(bits), Map.of("samples", 2, "uncertainty", "yes", "seed", 7),
			"samples=2 uncertainty=yes seed=7", 2);
	}

	@Test
	void restoreInPlace() throws Exception {
		final ImagePlus expected = masked(8), image = masked(8);
		KeptResults.of("restore", expected, "output=in-place");
		final CommandModule module = run("RestoreCommand", Map.of("imp", image, "output", "in-place"));
		assertEquals(List.of(), module.getOutput("resultImages"));
		assertNull(module.getOutput("resultImage"));
		assertSamePixels(expected, image);
		assertTrue(changed(masked(8), image));
	}

	@Test
	void enhance() throws Exception {
		assertSameImages("enhance", "EnhanceCommand", TinyModel.waves(16, 1, 2, 1), Map.of("strength", 62.5, "samples", 2L, "depth",
			"32-bit"), "strength=62.5 samples=2 depth=32-bit", 1);
	}

	@Test
	void generate() throws Exception {
		assertSameImages("generate", "GenerateCommand", null, Map.of("count", 2, "width", 40, "height", 32, "seed", "5"),
			"count=2 width=40 height=32 seed=5", 1);
	}

	@Test
	void mask() throws Exception {
		final ImagePlus expected = masked(8), image = masked(8);
		expected.setRoi(new Roi(5, 6, 11, 9));
		image.setRoi(new Roi(5, 6, 11, 9));
		final KeptResults results = KeptResults.of("mask", expected, "combine=add grow=2 show=image");
		final CommandModule module = run("MaskCommand", Map.of("imp", image, "combine", "add", "grow", 2, "show", "image"));
		assertSamePixels(results.images.get(0), (ImagePlus) module.getOutput("resultImage"));
		assertEquals(MaskOverlay.of(expected).orElseThrow().count(), MaskOverlay.of(image).orElseThrow().count());
		assertNotEquals(MaskOverlay.of(masked(8)).orElseThrow().count(), MaskOverlay.of(image).orElseThrow().count());
	}

	@Test
	void evaluate(@TempDir final Path folder) throws Exception {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 1);
		final ImagePlus reference = TinyModel.waves(8, 1, 2, 1);
		reference.getProcessor().set(3, 4, 255);
		final String path = folder.resolve("with space.tif").toString();
		IJ.saveAsTiff(reference, path);
		final KeptResults results = KeptResults.of("evaluate", image, "reference=[" + path + "] errors=yes");
		final CommandModule module = run("EvaluateCommand", Map.of("imp", image, "reference", path, "errors", "yes"));
		final ResultsTable table = (ResultsTable) module.getOutput("resultTable");
		assertEquals(3, table.size());
		for (int row = 0; row < table.size(); row++)
			assertEquals(results.table.getRowAsString(row), table.getRowAsString(row));
		assertSamePixels(results.images.get(0), (ImagePlus) module.getOutput("resultImage"));
	}

	@Test
	void info() throws Exception {
		final KeptResults results = KeptResults.of("info", null, "plots=none");
		final CommandModule module = run("InfoCommand", Map.of("plots", "none"));
		final ResultsTable table = (ResultsTable) module.getOutput("resultTable");
		assertEquals(results.table.size(), table.size());
		for (int row = 0; row < table.size(); row++)
			assertEquals(results.table.getRowAsString(row), table.getRowAsString(row));
	}

	@Test
	void trainAndExport(@TempDir final Path folder) throws Exception {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 1);
		final Path file = folder.resolve("a.vae.zip");
		KeptResults.of("train", image, "steps=2 size=small signal=clean slices=1-2");
		final var expected = Session.ofImageJ().model().orElseThrow().model();
		assertFalse(run("TrainCommand", Map.of("imp", image, "steps", 2, "size", "small", "signal", "clean", "slices", "1-2",
			"save", file.toString())).isCanceled());
		final var model = Session.ofImageJ().model().orElseThrow().model();
		assertNotSame(expected, model);
		assertEquals(expected.id(), model.id());
		assertArrayEquals(expected.weights().get(0).values(), ModelFile.read(file).weights().get(0).values());
		final Path exported = folder.resolve("b.vae.zip");
		assertFalse(run("ExportCommand", Map.of("save", exported.toString())).isCanceled());
		assertEquals(model.id(), ModelFile.read(exported).id());
	}

	/** Checks all images that are made, the last of which is the command's own output. */
	private void assertSameImages(final String name, final String command, final ImagePlus image, final Map<String, Object> values,
		final String macro, final int count) throws Exception
	{
		final KeptResults expected = KeptResults.of(name, image, macro);
		final Map<String, Object> inputs = new HashMap<>(values);
		inputs.put("imp", image);
		final CommandModule module = run(command, inputs);
		assertFalse(module.isCanceled(), () -> module.getCancelReason());
		final List<?> images = (List<?>) module.getOutput("resultImages");
		assertEquals(count, expected.images.size());
		assertEquals(count, images.size());
		for (int i = 0; i < count; i++)
			assertSamePixels(expected.images.get(i), (ImagePlus) images.get(i));
		assertSame(images.get(count - 1), module.getOutput("resultImage"));
		assertTrue(module.isOutputResolved("resultImage"), "Fiji would show the image a second time");
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getTitle(), actual.getTitle());
		assertEquals(expected.getStackSize(), actual.getStackSize());
		for (int plane = 1; plane <= expected.getStackSize(); plane++)
			assertEquals(pixels(expected, plane), pixels(actual, plane), "plane " + plane);
	}

	private static String pixels(final ImagePlus image, final int plane) {
		final Object pixels = image.getStack().getPixels(plane);
		if (pixels instanceof byte[] bytes) return Arrays.toString(bytes);
		if (pixels instanceof short[] shorts) return Arrays.toString(shorts);
		if (pixels instanceof int[] ints) return Arrays.toString(ints);
		return Arrays.toString((float[]) pixels);
	}

	private static boolean changed(final ImagePlus before, final ImagePlus after) {
		return !pixels(before, 1).equals(pixels(after, 1));
	}

	private static ImagePlus masked(final int bits) {
		final ImagePlus image = TinyModel.waves(bits, 1, 1, 1);
		image.setRoi(new Roi(20, 30, 9, 7));
		KeptResults.of("mask", image, "");
		return image;
	}
}
