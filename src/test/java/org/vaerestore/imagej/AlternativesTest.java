package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

class AlternativesTest {

	private static final int COUNT = 3;
	/** Of the predicted standard deviation, that latent variables change at least. */
	private static final double LEAST_SHARE = 0.5;
	/** At most: two draws differ by the square root of two standard deviations on the average, and those of one hole seldom by twice as much. */
	private static final double MOST_SHARE = 2.5;

	private static VaeModel model;

	@BeforeAll
	static void train() {
		model = TinyModel.clean();
	}

	@ParameterizedTest
	@EnumSource
	void differWhereTheyAreMaskedAndNowhereElse(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < 8; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = imageWithAFreeAxis(kind, random);
			final Mask mask = RandomScenes.mask(image, random);
			RandomScenes.marked(image, mask);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final ImagePlus alternatives = alternatives(image, mask, false);
			final boolean alongTime = image.getNFrames() == 1;
			assertEquals(new ImageAxes(image.getWidth(), image.getHeight(), image.getNChannels(), alongTime ? image.getNSlices()
				: COUNT, alongTime ? COUNT : image.getNFrames(), image.getType() == ImagePlus.COLOR_RGB), ImageAxes.of(
					alternatives), message);
			assertEquals(image.getBitDepth(), alternatives.getBitDepth(), message);
			Kept.assertTexts(image, alternatives, message);
			Kept.assertSpace(image.getCalibration(), alternatives.getCalibration(), message);
			assertEquals(image.getCalibration().getCValue(100.0), alternatives.getCalibration().getCValue(100.0), message);
			Kept.assertDisplay(image, alternatives, message);
			assertEquals(Kept.ownElements(image).size(), Kept.ownElements(alternatives).size(), message);
			assertPlanes(image, mask.withNaNs(image), alternatives, message);
		}
	}

	private static void assertPlanes(final ImagePlus image, final Mask mask, final ImagePlus alternatives,
		final String message)
	{
		final Mask marked = MaskOverlay.restored(alternatives).orElseThrow();
		final int[][] before = Kept.bits(image), after = Kept.bits(alternatives);
		for (int plane = 0; plane < before.length; plane++) {
			final int[] at = image.convertIndexToPosition(plane + 1);
			for (int copy = 0; copy < COUNT; copy++) {
				final int found = alternatives.getStackIndex(at[0], image.getNFrames() == 1 ? at[1] : copy + 1, image
					.getNFrames() == 1 ? copy + 1 : at[2]) - 1;
				assertTrue(alternatives.getStack().getSliceLabel(found + 1).startsWith("alternative " + (copy + 1) + " of "), message);
				if (image.getStackSize() > 1) assertTrue(alternatives.getStack().getSliceLabel(found + 1).endsWith(image
					.getStack().getSliceLabel(plane + 1)), message);
				assertEquals(mask.plane(plane), marked.plane(found), message + ", plane " + plane + ", copy " + copy);
				for (int pixel = 0; pixel < before[plane].length; pixel++)
					if (!mask.plane(plane).get(pixel)) assertEquals(before[plane][pixel], after[found][pixel], message + ", plane " +
						plane + ", copy " + copy);
			}
		}
	}

	/** Each of them and of another seed is another, by the built-in weights, which have latent variables; the same seed gives the same. */
	@Test
	void areDifferentSamples() {
		// A hole that what is around it doesn't tell.
		final int side = 64;
		final float[] picture = ProceduralPictures.scene(side, 1L << 40);
		final boolean[] hidden = new boolean[side * side];
		for (int y = 20; y < 44; y++)
			Arrays.fill(hidden, y * side + 20, y * side + 44, true);
		final ImagePlus image = new ImagePlus("picture", new FloatProcessor(side, side, picture));
		final Mask mask = Mask.ofPixels(ImageAxes.of(image), List.of(hidden));
		final VaeModel builtIn = BuiltIn.modelFor(List.of(new TrainingImage(Pixels.realValued(image), mask.interval(), "picture")),
			TrainingSettings.defaults().withSignal(Signal.CLEAN), Progress.silent());
		final ImagePlus first = alternatives(image, mask, builtIn, 3), again = alternatives(image, mask, builtIn, 3), others = alternatives(
			image, mask, builtIn, 4);
		assertArrayEquals(Kept.bits(first), Kept.bits(again));
		final double predicted = rootMeanSquare(ImageJobs.restore(image, mask, builtIn, settings(Estimate.MEAN, 3), true, true,
			Progress.silent()).uncertainty().getProcessor(), null, mask);
		for (int copy = 1; copy <= COUNT; copy++) {
			final ImageProcessor one = first.getStack().getProcessor(copy);
			for (final ImageProcessor other : List.of(others.getStack().getProcessor(copy), first.getStack().getProcessor(copy % COUNT + 1))) {
				final double difference = rootMeanSquare(one, other, mask);
				assertTrue(difference > LEAST_SHARE * predicted && difference < MOST_SHARE * predicted, "copy " + copy + ": " + difference + " of " +
					predicted);
			}
		}
	}

	private static ImagePlus alternatives(final ImagePlus image, final Mask mask, final VaeModel builtIn, final long seed) {
		return ImageJobs.alternatives(image, mask, builtIn, settings(Estimate.ALTERNATIVES, seed), true, Progress.silent());
	}

	/** Inside the mask. */
	private static double rootMeanSquare(final ImageProcessor of, final ImageProcessor less, final Mask mask) {
		double sum = 0;
		int count = 0;
		for (int pixel = 0; pixel < of.getPixelCount(); pixel++)
			if (mask.plane(0).get(pixel)) {
				sum += Math.pow(of.getf(pixel) - (less == null ? 0 : less.getf(pixel)), 2);
				count++;
			}
			else if (less != null) assertEquals(of.getf(pixel), less.getf(pixel));
		return Math.sqrt(sum / count);
	}

	private static RestoreSettings settings(final Estimate estimate, final long seed) {
		return new RestoreSettings(RestoreSettings.Mode.TILES, estimate, COUNT, seed, 1);
	}

	@Test
	void haveTheValuesThatImageJShowsIn32Bit() {
		final ImagePlus image = TinyModel.waves(16, 1, 1, 1);
		image.getCalibration().setSigned16BitCalibration();
		final Mask mask = RandomScenes.mask(image, new Random(3));
		final ImagePlus alternatives = alternatives(image, mask, true);
		assertEquals(32, alternatives.getBitDepth());
		final int known = firstKnown(mask);
		assertEquals(image.getProcessor().get(known) - 32768, alternatives.getProcessor().getf(known));
	}

	@Test
	void needAnAxisOfTheirOwn() {
		final ImagePlus image = TinyModel.waves(8, 1, 2, 2);
		final InputException e = assertThrows(InputException.class, () -> alternatives(image, RandomScenes.mask(image,
			new Random(1)), false));
		assertTrue(e.getMessage().contains("2 slices and 2 frames") && e.getMessage().contains("apply to the slice"), e
			.getMessage());
	}

	@Test
	void areAtLeastTwo() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final InputException e = assertThrows(InputException.class, () -> Alternatives.of(image, 1, 7, "one"));
		assertTrue(e.getMessage().contains("at least 2"), e.getMessage());
	}

	@Test
	void ofColoursAreNot32Bit() {
		final ImagePlus image = TinyModel.waves(24, 1, 1, 1);
		assertThrows(InputException.class, () -> alternatives(image, RandomScenes.mask(image, new Random(1)), true));
	}

	private static ImagePlus alternatives(final ImagePlus image, final Mask mask, final boolean float32) {
		return ImageJobs.alternatives(image, mask, model, settings(Estimate.ALTERNATIVES, 3), float32, Progress.silent());
	}

	private static ImagePlus imageWithAFreeAxis(final RandomScenes.Kind kind, final Random random) {
		ImagePlus image;
		do
			image = RandomScenes.image(kind, random);
		while (image.getNSlices() > 1 && image.getNFrames() > 1);
		return image;
	}

	private static int firstKnown(final Mask mask) {
		int pixel = 0;
		while (mask.plane(0).get(pixel))
			pixel++;
		return pixel;
	}
}
