package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.imagej.mask.MaskOverlay;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Whatever the image, an enhanced one is of its kind and has all that described it. */
class EnhanceAnythingTest {

	private static final int RUNS = 6;

	private static VaeModel model;

	@BeforeAll
	static void train() {
		model = TinyModel.noisy();
	}

	@ParameterizedTest
	@EnumSource
	void keepsAllThatDescribesTheImage(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(200 + seed);
			final ImagePlus image = RandomScenes.image(kind, random);
			final Mask mask = RandomScenes.mask(image, random);
			RandomScenes.marked(image, mask);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final int[][] before = Kept.bits(image);
			final ImageJobs.Result result = ImageJobs.enhance(image, model, new EnhanceSettings(random.nextInt(2) * 2, 1, 3, 1),
				false, true, Progress.silent());
			assertArrayEquals(before, Kept.bits(image), message);
			assertTrue(result.isComplete(), message);
			Kept.assertAll(image, result.image(), message);
			assertEquals(Kept.ownElements(image), Kept.ownElements(result.image()), message);
			// It hasn't been restored yet.
			assertEquals(mask.count(), MaskOverlay.of(result.image()).orElseThrow().count(), message);
			assertTrue(MaskOverlay.restored(result.image()).isEmpty(), message);
			for (int plane = 1; plane <= result.uncertainty().getStackSize(); plane++)
				for (int pixel = 0; pixel < image.getWidth() * image.getHeight(); pixel++) {
					final float deviation = result.uncertainty().getStack().getProcessor(plane).getf(pixel);
					final boolean known = kind != RandomScenes.Kind.FLOAT || Float.isFinite(image.getStack().getProcessor(plane).getf(
						pixel));
					assertTrue(known ? deviation > 0 && Float.isFinite(deviation) : Float.isNaN(deviation), message);
				}
		}
	}

	@ParameterizedTest
	@EnumSource
	void atStrengthZeroIsTheInput(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < RUNS; seed++) {
			final Random random = new Random(300 + seed);
			final ImagePlus image = RandomScenes.image(kind, random);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final EnhanceSettings nothing = new EnhanceSettings(0, 0, 3, 1);
			final int[][] before = Kept.bits(image);
			final int[][] same = Kept.bits(ImageJobs.enhance(image, model, nothing, false, false, Progress.silent()).image());
			assertArrayEquals(before, same, message);
			final ImagePlus floats = ImageJobs.enhance(image, model, nothing, true, false, Progress.silent()).image();
			final ImagePlus wanted = ResultImage.floatCopyOf(image, "wanted");
			for (int plane = 1; plane <= wanted.getStackSize(); plane++)
				for (int pixel = 0; pixel < wanted.getWidth() * wanted.getHeight(); pixel++)
					assertEquals(wanted.getStack().getProcessor(plane).getf(pixel), floats.getStack().getProcessor(plane).getf(pixel),
						message);
		}
	}

	@Test
	void measuresTheUncertaintyInTheUnitsOfTheImage() {
		final ImagePlus image = TinyModel.waves(16, 1, 1, 1);
		final float[] stored = uncertainty(image);
		image.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] { -1024, -0.5 }, "HU");
		final float[] shown = uncertainty(image);
		for (int pixel = 0; pixel < stored.length; pixel++)
			assertEquals(stored[pixel] / 2, shown[pixel], 1e-6 * stored[pixel]);
	}

	@ParameterizedTest
	@EnumSource(names = { "BYTE", "FLOAT" })
	void keepsWhatIsDoneWhenItIsCancelled(final RandomScenes.Kind kind) {
		final ImagePlus image = TinyModel.waves(kind == RandomScenes.Kind.BYTE ? 8 : 32, 1, 4, 1);
		final ImageJobs.Result whole = ImageJobs.enhance(image, model, new EnhanceSettings(0, 1, 3, 1), false, false, Progress
			.silent());
		final ImageJobs.Result result = ImageJobs.enhance(image, model, new EnhanceSettings(0, 1, 3, 1), false, false,
			new CancelledAt(0.5));
		assertFalse(result.isComplete());
		assertEquals(2, result.planes());
		final int[][] before = Kept.bits(image), done = Kept.bits(whole.image()), after = Kept.bits(result.image());
		for (int plane = 0; plane < 4; plane++)
			assertArrayEquals(plane < 2 ? done[plane] : before[plane], after[plane], "plane " + plane);
		assertEquals("enhance, only the first 2 planes", result.image().getProp("VAE Restore job"));
	}

	@Test
	void makesNoHalfColours() {
		final ImagePlus image = TinyModel.waves(24, 1, 2, 1);
		assertThrows(CancelledException.class, () -> ImageJobs.enhance(image, model, new EnhanceSettings(0, 1, 3, 1), false,
			false, new CancelledAt(0.5)));
	}

	@Test
	void asksWhetherToGoOnInEveryPlane() {
		final AtomicInteger asked = new AtomicInteger();
		ImageJobs.enhance(TinyModel.waves(8, 1, 5, 1), model, new EnhanceSettings(0, 1, 3, 1), false, false, new CancelledAt(
			2) {

			@Override
			public boolean isCancelled() {
				asked.incrementAndGet();
				return false;
			}
		});
		assertTrue(asked.get() >= 5, asked + " times");
	}

	private static float[] uncertainty(final ImagePlus image) {
		final ImageProcessor processor = ImageJobs.enhance(image, model, new EnhanceSettings(2, 1, 3, 1), false, true,
			Progress.silent()).uncertainty().getProcessor();
		return (float[]) processor.getPixels();
	}

	/** Cancelled as soon as a share of the job is done. */
	private static class CancelledAt implements Progress {

		private final double share;
		private double done;

		CancelledAt(final double share) {
			this.share = share;
		}

		@Override
		public void update(final double fraction, final String message) {
			done = fraction;
		}

		@Override
		public void log(final String line) {}

		@Override
		public boolean isCancelled() {
			return done >= share - 1e-9;
		}
	}
}
