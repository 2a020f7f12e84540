package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

class ImageJobsTest {

	private static final int SIDE = 64;
	private static final RestoreSettings RESTORE = new RestoreSettings(RestoreSettings.Mode.TILES,
		Estimate.MEAN, 2, 5, 1);

	private static VaeModel model;

	/** Two steps, for a model that works but knows nothing. */
	@BeforeAll
	static void train() {
		final TrainingSettings settings = TrainingSettings.defaults().withSignal(Signal.CLEAN).withNetwork(
			new Architecture(2, 2, 4, 1, 1), 32, 2).withSteps(2).withSeedAndThreads(1, 1);
		model = Trainer.train(List.of(ImageJobs.trainingImage(stack(8, 2), null)), settings, null, new TrainingListener() {},
			Progress.silent());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void restoresOnlyWhatIsMaskedAndMarksIt(final int bits) {
		final ImagePlus image = stack(bits, 3);
		image.getStack().setSliceLabel("second", 2);
		final Mask mask = block(image);
		final ImageJobs.Result result = ImageJobs.restore(image, mask, model, RESTORE, false, true, Progress.silent());
		assertEquals(bits, result.image().getBitDepth());
		assertEquals("second", result.image().getStack().getSliceLabel(2));
		int changed = 0;
		for (int plane = 0; plane < 3; plane++) {
			final ImageProcessor before = image.getStack().getProcessor(plane + 1);
			final ImageProcessor after = result.image().getStack().getProcessor(plane + 1);
			for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
				final boolean same = before.get(pixel) == after.get(pixel);
				if (!mask.plane(plane).get(pixel)) assertTrue(same, "plane " + plane + ", pixel " + pixel);
				else if (!same) changed++;
			}
		}
		assertTrue(changed > mask.count() / 2, changed + " of " + mask.count());
		assertEquals(SyntheticPixels.NAME, result.image().getOverlay().get(0).getName());
		assertEquals(model.id(), result.image().getProp("VAE Restore model"));
		assertEquals("5", result.image().getProp("VAE Restore seed"));
		assertTrue(result.image().getProp("VAE Restore mask area").startsWith(mask.count() + " pixels"));
		assertEquals(32, result.uncertainty().getBitDepth());
		assertEquals(bits == 24 ? 9 : 3, result.uncertainty().getStackSize());
	}

	@Test
	void restoresTheSameIn32BitButForRounding() {
		for (final int bits : new int[] { 8, 24 }) {
			final ImagePlus image = stack(bits, 2);
			final Mask mask = block(image);
			final ImagePlus rounded = ImageJobs.restore(image, mask, model, RESTORE, false, false, Progress.silent()).image();
			final ImageJobs.Result exact = ImageJobs.restore(image, mask, model, RESTORE, true, false, Progress.silent());
			assertNull(exact.uncertainty());
			final ImagePlus wanted = ResultImage.floatCopyOf(rounded, "rounded");
			assertEquals(wanted.getStackSize(), exact.image().getStackSize());
			for (int plane = 1; plane <= wanted.getStackSize(); plane++)
				for (int pixel = 0; pixel < SIDE * SIDE; pixel++)
					assertEquals(wanted.getStack().getProcessor(plane).getf(pixel), Math.max(0, Math.min(255, exact.image()
						.getStack().getProcessor(plane).getf(pixel))), 0.5001);
		}
	}

	@Test
	void restoresNaNsWithoutBeingAsked() {
		final ImagePlus image = stack(32, 1);
		image.getProcessor().setf(20, 30, Float.NaN);
		final ImagePlus result = ImageJobs.restore(image, block(image), model, RESTORE, false, false, Progress.silent())
			.image();
		assertTrue(Float.isFinite(result.getProcessor().getf(20, 30)));
		assertTrue(Float.isNaN(image.getProcessor().getf(20, 30)), "the input stays");
		assertTrue(result.getOverlay().get(0).contains(20, 30));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void enhancesEveryType(final int bits) {
		final ImagePlus image = stack(bits, 2);
		final ImageJobs.Result result = ImageJobs.enhance(image, model, new EnhanceSettings(2, 1, 5, 1), false, true, Progress
			.silent());
		assertEquals(bits, result.image().getBitDepth());
		assertEquals(2, result.image().getStackSize());
		assertEquals("enhance", result.image().getProp("VAE Restore job"));
		assertNull(result.image().getOverlay());
		assertNotEquals(0, result.uncertainty().getStatistics().max);
		assertFalse(Double.isNaN(result.image().getStatistics().mean));
	}

	private static ImagePlus stack(final int bits, final int planes) {
		final Random random = new Random(bits);
		final ImageStack stack = ImageStack.create(SIDE, SIDE, planes, bits);
		for (int plane = 1; plane <= planes; plane++) {
			final ImageProcessor processor = stack.getProcessor(plane);
			for (int y = 0; y < SIDE; y++)
				for (int x = 0; x < SIDE; x++) {
					final int value = (int) (128 + 60 * Math.sin(0.2 * x + plane) * Math.cos(0.15 * y) + 10 * random.nextDouble());
					if (bits == 32) processor.setf(x, y, value);
					else processor.set(x, y, bits == 24 ? 0xff000000 | value << 16 | value / 2 << 8 | 255 - value : value);
				}
		}
		final ImagePlus image = new ImagePlus("waves", stack);
		image.setDimensions(1, planes, 1);
		return image;
	}

	private static Mask block(final ImagePlus image) {
		final ImagePlus mask = new ImagePlus("mask", ImageStack.create(SIDE, SIDE, 1, 8));
		for (int y = 10; y < 22; y++)
			for (int x = 40; x < 50; x++)
				mask.getProcessor().set(x, y, 255);
		return Mask.of(mask, "mask", image);
	}

	@Test
	void showsThePlaneThatItsInputShows() {
		final ImagePlus image = TinyModel.waves(16, 2, 3, 2);
		image.setPosition(2, 3, 1);
		final ImagePlus result = ImageJobs.enhance(image, TinyModel.clean(), new EnhanceSettings(1, 1, 1, 1), false, false,
			Progress.silent()).image();
		assertEquals(image.getCurrentSlice(), result.getCurrentSlice());
		assertEquals(3, result.getZ());
		assertSame(result.getStack().getPixels(image.getCurrentSlice()), result.getProcessor().getPixels());
	}
}
