package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.trust.Job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ij.ImagePlus;
import ij.measure.Calibration;

class ResultReportTest {

	private static final VaeModel MODEL = TinyModel.noisy();
	private static final EnhanceSettings SETTINGS = new EnhanceSettings(0, 1, 1, 1).withOrientations(1);

	@TempDir
	Path folder;

	private JsonNode figures(final String name) throws IOException {
		return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name)));
	}

	private JsonNode enhanced(final ImagePlus image, final boolean float32, final String name) throws IOException {
		final ImageJobs.Result result = ImageJobs.enhance(image, MODEL, SETTINGS, float32, true, Progress.silent());
		final String line = ResultReport.write(folder.resolve(name + ".html"), image, result, null, MODEL, new Job.Enhanced(SETTINGS),
			Progress.silent());
		assertTrue(line.contains(name + ".html") && line.contains("May it be quantified?"), line);
		return figures(name + ".json");
	}

	/** Shown values, such as CT numbers, are compared with what is stored. */
	@Test
	void resultsInShownValuesAreMeasuredInStoredOnes() throws IOException {
		final ImagePlus image = TinyModel.waves(16, 1, 1, 1);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -1000, 2 }, "HU");
		final JsonNode whole = enhanced(image, false, "whole").get("measured"), shown = enhanced(image, true, "shown").get("measured");
		assertEquals(whole.at("/intensities/inputMean").asDouble(), shown.at("/intensities/inputMean").asDouble());
		assertEquals(whole.at("/intensities/resultMean").asDouble(), shown.at("/intensities/resultMean").asDouble(), 0.2);
		assertEquals(whole.at("/inputHash").asText(), shown.at("/inputHash").asText());
	}

	@Test
	void stacksAndColoursHaveTheirPlanesNamed() throws IOException {
		final JsonNode stack = enhanced(TinyModel.waves(8, 1, 9, 1), false, "stack").get("measured");
		assertEquals(9, stack.get("planes").asInt());
		assertEquals("[0,2,4,6,8]", stack.get("looked").toString());
		assertTrue(Files.readString(folder.resolve("stack.html")).contains("Planes 1, 3, 5, 7, 9 of 9 were looked at."));
		assertEquals(3, enhanced(TinyModel.waves(24, 1, 1, 1), true, "colours").at("/measured/planes").asInt());
	}

	@Test
	void whatWasRestoredIsSynthetic() throws IOException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final boolean[] hidden = new boolean[64 * 64];
		for (int i = 0; i < 5; i++)
			hidden[64 * (20 + i) + 30] = true;
		final Mask mask = Mask.ofPixels(ImageAxes.of(image), List.of(hidden));
		final RestoreSettings settings = new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, 0, 1, 1);
		ResultReport.write(folder.resolve("r.html"), image, ImageJobs.restore(image, mask, MODEL, settings, false, true, Progress
			.silent()), mask, MODEL, new Job.Restored(settings), Progress.silent());
		final JsonNode measured = figures("r.json").get("measured");
		assertEquals(5.0 / 64 / 64, measured.get("synthetic").asDouble(), 1e-12);
		assertEquals(0, measured.get("changed").asInt());
		assertTrue(measured.at("/coverage/count").asInt() > 50, measured.toString());
	}

	@Test
	void resultsOnTheDiskAreReadFromIt() throws IOException {
		final ImagePlus image = TinyModel.waves(16, 1, 2, 1);
		final Path input = folder.resolve("in.tif"), output = folder.resolve("out.tif");
		ImageWriter.write(image, input);
		try (LargeImage large = LargeImage.open(input, true).orElseThrow()) {
			LargeImageJobs.enhance(large, MODEL, SETTINGS, false, output, null, Progress.silent());
			ResultReport.write(folder.resolve("large.html"), large, output, MODEL, new Job.Enhanced(SETTINGS), Progress.silent());
		}
		assertEquals(enhanced(image, false, "small").at("/measured/intensities/slope").asDouble(), figures("large.json").at(
			"/measured/intensities/slope").asDouble(), 1e-6);
	}

	/** Whatever the image is, no more than a part of a plane is looked at. */
	@Test
	void theMemoryIsThatOfWhatIsLookedAt() {
		final long small = ResultReport.memory(outline(512)).heap(), large = ResultReport.memory(outline(2048)).heap();
		assertEquals(40.0, (large - small) / (2048.0 * 2048 - 512 * 512), 5, "bytes of a pixel");
		assertEquals(large, ResultReport.memory(outline(20_000)).heap());
	}

	private static ImagePlus outline(final int side) {
		return new ImagePlus("outline") {

			@Override
			public int getWidth() {
				return side;
			}

			@Override
			public int getHeight() {
				return side;
			}
		};
	}

	@Test
	void refusesWhatIsNoPageBeforeAnyWork() {
		final String message = assertThrows(InputException.class, () -> ResultReport.require(folder.resolve("report.txt")))
			.getMessage();
		assertTrue(message.contains("report.txt") && message.contains(".html"), message);
		assertThrows(InputException.class, () -> ResultReport.require(folder.resolve("no/report.html")));
		assertFalse(Files.exists(folder.resolve("report.txt")));
	}
}
