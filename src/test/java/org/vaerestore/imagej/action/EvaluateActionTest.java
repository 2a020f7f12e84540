package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.imagej.ImageWriter;
import org.vaerestore.imagej.ResultImage;
import org.vaerestore.imagej.TinyModel;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

class EvaluateActionTest {

	private final Action evaluate = Actions.named("evaluate");
	private final RecordingHost host = new RecordingHost();

	@ParameterizedTest
	@CsvSource({ "8,255", "16,200", "24,255", "32,200" })
	void measuresEveryPlaneAndAllOfThem(final int bits, final double range) {
		final ImagePlus reference = reference(bits, 2), image = ResultImage.copyOf(reference, "image");
		if (bits != 8 && bits != 24) brightest(reference, 200);
		if (bits != 8 && bits != 24) brightest(image, 200);
		image.getStack().setSliceLabel("the second", 2);
		add(image, 2, 5, 64);
		final ResultsTable table = run(image, reference, "errors=yes");
		assertEquals(List.of("image:1", "the second", "all"), labels(table));
		assertEquals(Double.POSITIVE_INFINITY, table.getValue("PSNR (dB)", 0));
		final double expected = 10 * Math.log10(range * range / (25.0 * 64 / (64 * 64)));
		final double colours = bits == 24 ? 10 * Math.log10(3) : 0;
		assertEquals(expected + colours, table.getValue("PSNR (dB)", 1), 1e-3);
		assertEquals(expected + colours + 10 * Math.log10(2), table.getValue("PSNR (dB)", 2), 1e-3);
		assertEquals(1, table.getValue("SSIM", 0), 1e-9);
		assertTrue(table.getValue("SSIM", 1) < 1);
		assertEquals("errors of image", host.last().getTitle());
		assertEquals(bits == 24 ? 6 : 2, host.last().getStackSize());
	}

	@Test
	void measuresOnlyTheMaskOrWhatWasRestored() {
		final ImagePlus reference = reference(8, 3), image = ResultImage.copyOf(reference, "image");
		add(image, 2, 5, 64);
		image.setSlice(2);
		image.setRoi(new Roi(0, 0, 64, 2));
		host.run(Actions.named("mask"), image, "");
		image.deleteRoi();
		final ResultsTable table = run(image, reference, "region=mask");
		assertEquals(List.of("image:2"), labels(table).subList(0, 1));
		// The first of the two masked rows differs.
		assertEquals(10 * Math.log10(255 * 255 / 12.5), table.getValue("PSNR (dB)", 0), 1e-3);
	}

	@Test
	void takesTheGivenRange() {
		final ImagePlus reference = reference(8, 1), image = ResultImage.copyOf(reference, "image");
		add(image, 1, 5, 64);
		final double automatic = run(image, reference, "").getValue("PSNR (dB)", 0);
		assertEquals(automatic + 20 * Math.log10(1000 / 255.0), run(image, reference, "range=1000").getValue("PSNR (dB)", 0),
			1e-3);
	}

	@Test
	void measuresCtNumbersAsTheyAreShown() {
		final ImagePlus reference = reference(16, 1);
		reference.getCalibration().setSigned16BitCalibration();
		final ImageProcessor stored = reference.getProcessor();
		for (int pixel = 0; pixel < stored.getPixelCount(); pixel++)
			stored.set(pixel, 31768 + 10 * (pixel % 200));
		final ImagePlus image = ResultImage.copyOf(reference, "image");
		for (int pixel = 0; pixel < 64; pixel++)
			image.getProcessor().set(pixel, stored.get(pixel) + 20);
		final double expected = 10 * Math.log10(1990 * 1990 / (400.0 * 64 / (64 * 64)));
		assertEquals(expected, run(image, reference, "").getValue("PSNR (dB)", 0), 1e-3);
		assertEquals(expected, run(ResultImage.floatCopyOf(image, "32 bit"), reference, "").getValue("PSNR (dB)", 0), 1e-3);
		try (OpenImages open = new OpenImages(reference)) {
			assertEquals("Range of values: -1000 to 990.", evaluate.advice(image, Values.parse(evaluate.options(),
				"reference=reference"), host.session));
		}
	}

	@Test
	void measuresRescaledValues() {
		final ImagePlus reference = reference(16, 1);
		reference.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 0.5 }, "mm");
		final ImagePlus image = ResultImage.copyOf(reference, "image");
		brightest(reference, 200);
		brightest(image, 200);
		add(image, 1, 5, 64);
		assertEquals(10 * Math.log10(100 * 100 / (6.25 * 64 / (64 * 64))), run(image, reference, "").getValue("PSNR (dB)", 0),
			1e-3);
	}

	@Test
	void readsTheReferenceFromAFileAndKeepsTheTable(@TempDir final Path folder) {
		final ImagePlus image = reference(8, 1);
		ImageWriter.write(image, folder.resolve("a reference.tif"));
		add(image, 1, 5, 64);
		host.run(evaluate, image, "reference=[" + folder.resolve("a reference.tif") + "] save=[" + folder.resolve(
			"my table.csv") + "]");
		final ResultsTable table = host.table(), read = ResultsTable.open2(folder.resolve("my table.csv").toString());
		assertEquals(table.size(), read.size());
		assertEquals(table.getValue("PSNR (dB)", 0), read.getValue("PSNR (dB)", 0), 1e-3);
	}

	@Test
	void saysWhatDoesNotFit() {
		final ImagePlus image = reference(8, 2);
		assertFails(image, reference(8, 3), "", "\"reference\" has 64 x 64 pixels, 2 planes, but the reference");
		assertFails(image, reference(24, 2), "", "64 x 64 pixels, 2 planes, RGB; both must be of the same size and axes");
		assertFails(image, reference(8, 2), "region=mask", "neither a mask nor restored pixels; use region=whole");
		assertFails(reference(16, 1), new ImagePlus("black", reference(16, 1).getProcessor().createProcessor(64, 64)), "",
			"The values of the reference \"black\" don't differ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "reference=none" })
	void saysThatNoReferenceIsChosen(final String macro) {
		final InputException e = assertThrows(InputException.class, () -> host.run(evaluate, reference(8, 1), macro));
		assertTrue(e.getMessage().contains("No image is chosen for \"Reference\""), e.getMessage());
	}

	private void assertFails(final ImagePlus image, final ImagePlus reference, final String macro, final String part) {
		final InputException e = assertThrows(InputException.class, () -> run(image, reference, macro));
		assertTrue(e.getMessage().contains(part), e.getMessage());
		assertTrue(host.tables.isEmpty());
	}

	private ResultsTable run(final ImagePlus image, final ImagePlus reference, final String macro) {
		host.tables.clear();
		try (OpenImages open = new OpenImages(reference)) {
			host.run(evaluate, image, "reference=[" + reference.getTitle() + "] " + macro);
		}
		return host.table();
	}

	private static List<String> labels(final ResultsTable table) {
		return IntStream.range(0, table.size()).mapToObj(table::getLabel).toList();
	}

	/** Waves without a saturated pixel. */
	private static ImagePlus reference(final int bits, final int slices) {
		final ImagePlus image = TinyModel.waves(bits, 1, slices, 1);
		image.setTitle("reference");
		return image;
	}

	/** Adds to the first pixels of a plane, for RGB to their green. */
	private static void add(final ImagePlus image, final int plane, final int value, final int pixels) {
		final ImageProcessor processor = image.getStack().getProcessor(plane);
		for (int pixel = 0; pixel < pixels; pixel++)
			if (image.getBitDepth() == 32) processor.setf(pixel, processor.getf(pixel) + value);
			else processor.set(pixel, processor.get(pixel) + (image.getBitDepth() == 24 ? value << 8 : value));
	}

	private static void brightest(final ImagePlus image, final int value) {
		for (int plane = 1; plane <= image.getStackSize(); plane++) {
			final ImageProcessor processor = image.getStack().getProcessor(plane);
			for (int pixel = 0; pixel < processor.getPixelCount(); pixel++)
				processor.setf(pixel, Math.min(processor.getf(pixel), value - 10));
			processor.setf(processor.getPixelCount() - 1, value);
		}
	}
}
