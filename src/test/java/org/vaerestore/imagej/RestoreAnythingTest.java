package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Whatever the image, a restored one differs from it where it was masked, and says so; and nowhere else. */
class RestoreAnythingTest {

	private static final int RUNS = 10;

	private static VaeModel model;

	@BeforeAll
	static void train() {
		model = TinyModel.sampled();
	}

	@ParameterizedTest
	@EnumSource
	void changesAndMarksOnlyWhatIsMasked(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = RandomScenes.image(kind, random);
			final Mask mask = RandomScenes.mask(image, random);
			RandomScenes.marked(image, mask);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final int[][] before = Kept.bits(image);
			final ImageJobs.Result result = ImageJobs.restore(image, mask, model, settings(random), false, true, Progress
				.silent());
			assertArrayEquals(before, Kept.bits(image), message);
			assertKnownUnchanged(before, result.image(), mask, message);
			Kept.assertAll(image, result.image(), message);
			assertEquals(Kept.ownElements(image), Kept.ownElements(result.image()), message);
			assertMarked(mask.withNaNs(image), result.image(), message);
			assertUncertainty(image, mask.withNaNs(image), result.uncertainty(), message);
		}
	}

	@ParameterizedTest
	@EnumSource
	void keepsKnownValuesIn32Bit(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(100 + seed);
			final ImagePlus image = RandomScenes.image(kind, random);
			final Mask mask = RandomScenes.mask(image, random);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final ImagePlus result = ImageJobs.restore(image, mask, model, settings(random), true, false, Progress.silent())
				.image();
			assertEquals(32, result.getBitDepth(), message);
			assertFalse(result.getCalibration().calibrated(), message);
			assertKnownValues(image, result, mask, message);
			Kept.assertSpace(image.getCalibration(), result.getCalibration(), message);
			assertEquals(image.getCalibration().getValueUnit(), result.getCalibration().getValueUnit(), message);
			Kept.assertTexts(image, result, message);
			Kept.assertLabels(image, result, image.getType() == ImagePlus.COLOR_RGB ? 3 : 1, message);
			assertEquals(Kept.ownElements(image), Kept.ownElements(result), message);
			if (!image.getCalibration().calibrated()) Kept.assertDisplay(image, result, message);
			else for (int channel = 0; channel < image.getNChannels(); channel++)
				assertEquals(image.getCalibration().getCValue(image.getLuts()[channel].min), result.getLuts()[channel].min, 1e-3,
					message);
			assertMarked(mask.withNaNs(image), result, message);
		}
	}

	@Test
	void restoresAndMarksWhatIsInfinite() {
		final ImagePlus image = TinyModel.waves(32, 1, 2, 1);
		image.getStack().getProcessor(2).setf(20, 30, Float.NEGATIVE_INFINITY);
		final ImagePlus result = ImageJobs.restore(image, Mask.none(image), model, settings(new Random(1)), false, false,
			Progress.silent()).image();
		assertTrue(Float.isFinite(result.getStack().getProcessor(2).getf(20, 30)));
		final Mask marked = MaskOverlay.restored(result).orElseThrow();
		assertEquals(1, marked.count());
		assertTrue(marked.plane(1).get(20, 30));
	}

	private static RestoreSettings settings(final Random random) {
		return new RestoreSettings(RestoreSettings.Mode.TILES, Estimate.MEAN, random.nextInt(2) * 2, 3, 1);
	}

	// NaNs are restored too.
	private static void assertKnownUnchanged(final int[][] before, final ImagePlus result, final Mask mask,
		final String message)
	{
		final int[][] after = Kept.bits(result);
		for (int plane = 0; plane < before.length; plane++)
			for (int pixel = 0; pixel < before[plane].length; pixel++)
				if (!mask.plane(plane).get(pixel) && !(result.getBitDepth() == 32 && Float.isNaN(Float.intBitsToFloat(
					before[plane][pixel])))) assertEquals(before[plane][pixel], after[plane][pixel], message + ", plane " + plane +
						", pixel " + pixel);
	}

	private static void assertKnownValues(final ImagePlus image, final ImagePlus result, final Mask mask,
		final String message)
	{
		final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
		for (int plane = 0; plane < image.getStackSize(); plane++)
			for (int colour = 0; colour < (rgb ? 3 : 1); colour++) {
				final ImageProcessor from = image.getStack().getProcessor(plane + 1);
				final ImageProcessor to = result.getStack().getProcessor(rgb ? 3 * plane + colour + 1 : plane + 1);
				for (int pixel = 0; pixel < from.getPixelCount(); pixel++) {
					if (mask.plane(plane).get(pixel)) continue;
					final float stored = rgb ? from.get(pixel) >> 16 - 8 * colour & 0xff : from.getf(pixel);
					if (!Float.isNaN(stored)) assertEquals((float) image.getCalibration().getCValue((double) stored), to.getf(pixel),
						message + ", plane " + plane + ", pixel " + pixel);
				}
			}
	}

	private static void assertMarked(final Mask mask, final ImagePlus result, final String message) {
		final Mask marked = MaskOverlay.restored(result).orElseThrow();
		final int copies = result.getStackSize() / mask.axes().planes();
		for (int plane = 0; plane < result.getStackSize(); plane++)
			assertEquals(mask.plane(plane / copies), marked.plane(plane), message + ", plane " + plane);
		assertTrue(MaskOverlay.of(result).isEmpty(), message);
		assertTrue(result.getProp("VAE Restore mask area").startsWith(mask.count() + " pixels"), message);
		assertEquals("restore", result.getProp("VAE Restore job"), message);
	}

	private static void assertUncertainty(final ImagePlus image, final Mask mask, final ImagePlus uncertainty,
		final String message)
	{
		assertEquals(32, uncertainty.getBitDepth(), message);
		Kept.assertSpace(image.getCalibration(), uncertainty.getCalibration(), message);
		final int copies = uncertainty.getStackSize() / image.getStackSize();
		assertEquals(image.getType() == ImagePlus.COLOR_RGB ? 3 : 1, copies, message);
		double largest = 0;
		for (int plane = 0; plane < uncertainty.getStackSize(); plane++) {
			final float[] values = (float[]) uncertainty.getStack().getPixels(plane + 1);
			for (int pixel = 0; pixel < values.length; pixel++) {
				if (mask.plane(plane / copies).get(pixel)) assertTrue(values[pixel] > 0 && Float.isFinite(values[pixel]), message);
				else assertEquals(0, values[pixel], message);
				largest = Math.max(largest, values[pixel]);
			}
		}
		assertEquals(image.getCalibration().getValueUnit(), uncertainty.getCalibration().getValueUnit(), message);
		for (final LUT lut : uncertainty.getLuts()) {
			assertEquals(0, lut.min, message);
			assertEquals(largest, lut.max, 1e-3 * largest, message);
		}
	}
}
