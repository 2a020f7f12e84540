package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.ResultReport;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.vae.MemoryNeed;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.FileInfoVirtualStack;

class EnhanceActionTest {

	private static VaeModel model;

	private final Action enhance = Actions.named("enhance");
	private final RecordingHost host = new RecordingHost();

	@BeforeAll
	static void train() {
		model = TinyModel.clean();
	}

	@BeforeEach
	void setModel() {
		host.session.setModel(model, "tiny");
	}

	@Test
	void inPlaceIsTheSameAsANewImage() {
		for (final int bits : new int[] { 8, 16, 24, 32 }) {
			final ImagePlus image = TinyModel.waves(bits, 1, 2, 1);
			final int[][][] before = planes(image);
			final ImagePlus wanted = host.run(enhance, image, "samples=1").last();
			assertArrayEquals(before, planes(image), "the input stays");
			host.run(enhance, image, "samples=1 output=in-place");
			assertArrayEquals(planes(wanted), planes(image), bits + " bit");
			assertFalse(Arrays.deepEquals(before, planes(image)), bits + " bit");
			assertEquals("enhance", image.getProp("VAE Restore job"));
			assertFalse(image.isLocked());
		}
	}

	/** A report changes no result, and shows nothing that wasn't asked for. */
	@Test
	void aReportIsWrittenBesideTheSameResult(@TempDir final Path folder) {
		for (final String output : new String[] { "new", "in-place" }) {
			final ImagePlus image = TinyModel.waves(8, 1, 2, 1), plain = TinyModel.waves(8, 1, 2, 1);
			final Path page = folder.resolve("my report " + output + ".html");
			final ImagePlus wanted = result(plain, "samples=2 output=" + output);
			assertArrayEquals(planes(wanted), planes(result(image, "samples=2 output=" + output + " report=[" + page + "]")));
			assertTrue(Files.exists(page) && Files.exists(folder.resolve("my report " + output + ".json")));
		}
		assertThrows(InputException.class, () -> host.run(enhance, TinyModel.waves(8, 1, 1, 1), "report=[" + folder.resolve("a.txt") +
			"]"));
	}

	@Test
	void pixelsThatAreNoNumbersStayOrAreMarked() {
		for (final String output : new String[] { "new", "in-place" }) {
			final ImagePlus kept = withNaNs(), restored = withNaNs();
			final ImagePlus asTheyWere = result(kept, "samples=1 output=" + output);
			final ImagePlus estimated = result(restored, "samples=1 nan=restore output=" + output);
			for (int pixel = 0; pixel < kept.getWidth() * kept.getHeight(); pixel++) {
				assertEquals(pixel >= 50 && pixel < 53, Float.isNaN(asTheyWere.getProcessor().getf(pixel)));
				assertTrue(Float.isFinite(estimated.getProcessor().getf(pixel)));
			}
			assertTrue(MaskOverlay.restored(asTheyWere).isEmpty());
			assertEquals("3 pixels, kept", asTheyWere.getProp("VAE Restore NaN"));
			assertEquals(3, MaskOverlay.restored(estimated).orElseThrow().count());
			assertEquals("3 pixels, restored: they are synthetic", estimated.getProp("VAE Restore NaN"));
		}
		assertTrue(host.lines.stream().anyMatch(line -> line.equals("3 pixels are no numbers (NaN), and stay so.")), host.lines
			.toString());
	}

	private ImagePlus result(final ImagePlus image, final String options) {
		final RecordingHost done = host.run(enhance, image, options);
		return options.contains("in-place") ? image : done.last();
	}

	private static ImagePlus withNaNs() {
		final ImagePlus image = TinyModel.waves(32, 1, 1, 1);
		for (int pixel = 50; pixel < 53; pixel++)
			image.getProcessor().setf(pixel, Float.NaN);
		return image;
	}

	@Test
	void pixelsThatAreNoSignalAreLookedForOnceAndTold() {
		for (final String chosen : new String[] { "built-in", "learn minutes=0.01" }) {
			final ImagePlus image = TinyModel.waves(16, 1, 1, 1);
			image.getProcessor().set(20, 20, 65535);
			final ImagePlus result = host.run(enhance, image, "samples=1 model=" + chosen).last();
			assertEquals(65535, result.getProcessor().getf(20, 20));
			assertEquals(1, host.lines.stream().filter(line -> line.startsWith("Set aside, as they can't be signal: 1 pixel")).count(),
				host.lines.toString());
			assertTrue(result.getProp("VAE Restore set aside").contains("x 20, y 20"));
			host.lines.clear();
		}
	}

	@Test
	void strengthBlendsBetweenInputAndEnhanced() {
		final ImagePlus image = TinyModel.waves(32, 1, 1, 1);
		final float[] all = floats(host.run(enhance, image, "samples=1").last());
		final float[] some = floats(host.run(enhance, image, "samples=1 strength=25").last());
		final float[] none = floats(host.run(enhance, image, "samples=1 strength=0").last());
		final float[] input = floats(image);
		assertArrayEquals(input, none);
		for (int pixel = 0; pixel < input.length; pixel++)
			assertEquals(input[pixel] + 0.25 * (all[pixel] - input[pixel]), some[pixel], 1e-3);
	}

	/** One sample of the signal, in place if that is asked for, and its properties say so. */
	@Test
	void aNaturalResultIsASample() {
		for (final String chosen : new String[] { "current", "built-in" }) {
			final ImagePlus image = TinyModel.waves(32, 1, 2, 1), mean = host.run(enhance, image, "model=" + chosen).last(), natural = host
				.run(enhance, image, "result=natural seed=7 model=" + chosen).last();
			assertEquals("enhanced waves", natural.getTitle());
			assertEquals("sampled, seed 7: one of many that may have been there", natural.getProp("VAE Restore result"));
			assertEquals("1", natural.getProp("VAE Restore samples"));
			assertFalse(Arrays.deepEquals(planes(mean), planes(natural)), chosen);
			host.run(enhance, image, "output=in-place result=natural seed=7 model=" + chosen);
			assertArrayEquals(planes(natural), planes(image), chosen);
		}
	}

	@Test
	void alternativesAreAStackOfSamples() {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 1), result = host.run(enhance, image, "result=alternatives samples=3").last();
		assertEquals(3, result.getNFrames());
		assertEquals(2, result.getNSlices());
		assertEquals("alternatives waves", result.getTitle());
		assertEquals("enhance, alternatives", result.getProp("VAE Restore job"));
		assertTrue(result.getStack().getSliceLabel(3).startsWith("alternative 2 of 3, sampled, seed 1"));
		final ImagePlus natural = host.run(enhance, image, "result=natural").last();
		for (int slice = 1; slice <= 2; slice++)
			assertArrayEquals((byte[]) natural.getStack().getPixels(slice), (byte[]) result.getStack().getPixels(slice));
	}

	/** What is seen then, one after the other, is what would be made. */
	@Test
	void alternativesArePreviewed() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final Values values = Values.parse(enhance.options(), "result=alternatives samples=9");
		final ImagePlus preview = enhance.preview(image, new Rectangle(0, 0, 64, 64), values, host.session, Progress.silent());
		assertEquals(4, preview.getStackSize());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "result=alternatives output=in-place|use output=new",
		"result=alternatives samples=1|ask for 2 or more", "result=alternatives samples=2 uncertainty=yes|uncertainty=no",
		"result=natural report=[r.html]|use result=mean", "result=natural strength=50|strength is 50 %" })
	void saysWhatDoesNotGoWithSamples(final String macro, final String part) {
		final InputException refusal = assertThrows(InputException.class, () -> host.run(enhance, TinyModel.waves(8, 1, 1, 1), macro));
		assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
	}

	@Test
	void aSliceInPlaceLeavesTheOthers() {
		final ImagePlus image = TinyModel.waves(8, 2, 3, 1);
		final int[][][] before = planes(image);
		image.setPosition(2, 3, 1);
		host.run(enhance, image, "apply=slice output=in-place samples=1");
		for (int plane = 0; plane < 6; plane++)
			assertEquals(plane < 4, Arrays.deepEquals(before[plane], planes(image)[plane]), "plane " + plane);
	}

	@Test
	void allOpenImagesOneAfterTheOther() {
		final ImagePlus first = TinyModel.waves(8, 1, 1, 1), second = TinyModel.waves(24, 1, 1, 1);
		second.setTitle("colours");
		try (OpenImages open = new OpenImages(first, second)) {
			host.run(enhance, first, "apply=images samples=2 uncertainty=yes");
		}
		assertEquals(List.of("uncertainty waves", "enhanced waves", "uncertainty colours", "enhanced colours"), host.shown
			.stream().map(ImagePlus::getTitle).toList());
		assertEquals(0, host.jobsOpen);
	}

	@Test
	void keepsTheMaskForARestorationAfterIt() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		image.setRoi(new Roi(10, 12, 8, 9));
		host.run(Actions.named("mask"), image, "");
		final ImagePlus result = host.run(enhance, image, "samples=1").last();
		assertEquals(72, MaskOverlay.of(result).orElseThrow().count());
	}

	@Test
	void whatIsDoneIsKeptWhenItIsCancelled() {
		for (final String output : new String[] { "new", "in-place" }) {
			final ImagePlus image = TinyModel.waves(8, 1, 4, 1);
			final int[][][] before = planes(image);
			host.done = 0;
			host.cancelled = () -> host.done >= 0.5;
			host.run(enhance, image, "samples=1 output=" + output);
			final int[][][] after = planes(output.equals("new") ? host.last() : image);
			for (int plane = 0; plane < 4; plane++)
				assertEquals(plane >= 2, Arrays.deepEquals(before[plane], after[plane]), "plane " + plane);
			assertTrue(host.lines.contains("Cancelled: the first 2 of 4 planes of \"enhanced waves\" are enhanced, the others " +
				"as they were."), host.lines.toString());
			host.lines.clear();
		}
	}

	@Test
	void afterACancelledImageNoOtherIsBegun() {
		final ImagePlus first = TinyModel.waves(8, 1, 4, 1), second = TinyModel.waves(8, 1, 1, 1);
		// Escape is forgotten when the next job begins.
		host.cancelled = () -> host.jobsBegun == 1 && host.done >= 0.5;
		try (OpenImages open = new OpenImages(first, second)) {
			host.run(enhance, first, "apply=images samples=1");
		}
		assertEquals(1, host.shown.size());
		assertEquals(1, host.jobsBegun);
	}

	@Test
	void cancelledAtOnceItChangesNothing() {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 1);
		final int[][][] before = planes(image);
		host.cancelled = () -> true;
		assertThrows(CancelledException.class, () -> host.run(enhance, image, "output=in-place"));
		assertArrayEquals(before, planes(image));
		assertFalse(image.isLocked());
		assertEquals(0, host.jobsOpen);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "output=in-place depth=32-bit|use output=new for 32 bit",
		"samples=1 uncertainty=yes|needs at least 2 samples", "strength=101|The value strength=101 is not valid; use 0 to 100 %",
		"model=file|add file=", "mode=tiles|There is no key 'mode'" })
	void saysWhatDoesNotFitTogether(final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> host.run(enhance, TinyModel.waves(8, 1, 1, 1),
			macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
		assertEquals(0, host.shown.size());
	}

	@Test
	void virtualStacksThatAreTooLargeGoIntoAFileAndAreVirtualAgain(@TempDir final Path folder) {
		ImageWriter.write(TinyModel.waves(16, 2, 3, 1), folder.resolve("waves.tif"));
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(folder.resolve("waves.tif").toString());
		assertFalse(ResultFile.isWanted(virtual, () -> MemoryNeed.onHeap(1000)));
		assertTrue(ResultFile.isWanted(virtual, () -> MemoryNeed.onHeap(1L << 50)));
		assertFalse(ResultFile.isWanted(TinyModel.waves(16, 2, 3, 1), () -> MemoryNeed.onHeap(1L << 50)));
		final int[][][] wanted = planes(host.run(enhance, virtual, "samples=2").last());
		final Path file = ResultFile.beside(virtual, "enhanced");
		assertEquals(folder.resolve("enhanced waves.tif"), file);
		EnhanceAction.enhanceIntoFile(virtual, Values.parse(enhance.options(), "samples=2"), host, file);
		assertTrue(host.last().getStack().isVirtual());
		assertArrayEquals(wanted, planes(host.last()));
		assertEquals(3, host.last().getNSlices());
		assertEquals(folder.resolve("enhanced waves 2.tif"), ResultFile.beside(virtual, "enhanced"));
		assertTrue(host.lines.contains("The result is too large for memory; it is written to " + file +
			" and opened as a virtual stack."), host.lines.toString());
	}

	@Test
	void reportsOnSeveralImagesBearTheirNamesInFilesToo(@TempDir final Path folder) {
		ImageWriter.write(TinyModel.waves(16, 1, 2, 1), folder.resolve("waves.tif"));
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(folder.resolve("waves.tif").toString());
		for (final String apply : new String[] { "images", "stack" })
			EnhanceAction.enhanceIntoFile(virtual, Values.parse(enhance.options(), "samples=2 apply=" + apply + " report=[" + folder
				.resolve("page.html") + "]"), host, ResultFile.beside(virtual, "enhanced"));
		assertTrue(Files.exists(folder.resolve("page waves.html")) && Files.exists(folder.resolve("page waves.json")));
		assertTrue(Files.exists(folder.resolve("page.html")));
	}

	@Test
	void whatTheReportTakesIsToldBefore() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final Values with = Values.parse(enhance.options(), "report=[/there/page.html]");
		assertEquals(ResultReport.memory(image), ResultOptions.reportMemory(with, image));
		assertEquals(MemoryNeed.NONE, ResultOptions.reportMemory(Values.parse(enhance.options(), ""), image));
		assertNotEquals(enhance.advice(image, Values.parse(enhance.options(), ""), host.session), enhance.advice(image, with,
			host.session));
	}

	@Test
	void previewsAPartOfThePlane() {
		final ImagePlus image = TinyModel.waves(16, 1, 1, 1);
		final ImagePlus part = enhance.preview(image, new Rectangle(5, 6, 40, 33), Values.parse(enhance.options(),
			"samples=1 strength=0"), host.session, Progress.silent());
		assertEquals(16, part.getBitDepth());
		for (int y = 0; y < 33; y++)
			for (int x = 0; x < 40; x++)
				assertEquals(image.getProcessor().get(5 + x, 6 + y), part.getProcessor().get(x, y));
	}

	private static float[] floats(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}

	private static int[][][] planes(final ImagePlus image) {
		final int[][][] planes = new int[image.getStackSize()][][];
		for (int plane = 0; plane < planes.length; plane++)
			planes[plane] = image.getStack().getProcessor(plane + 1).getIntArray();
		return planes;
	}
}
