package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Trainer;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingListener;
import org.vaerestore.train.TrainingSettings;

class EnhancementTest {

	/** A few seconds of training on noise alone bring an image closer to a truth that was never seen. */
	@ParameterizedTest
	@EnumSource(names = { "NOISY", "CLEAN" })
	void bringsTheImageCloserToTheTruth(final Signal signal) {
		final float[] truth = Pictures.waves(96, 80, 1);
		final float[] noisy = Pictures.noisy(truth, 25, 3);
		noisy[50 * 96 + 50] = Float.NaN;
		final VaeModel model = Trainer.train(List.of(new TrainingImage(Pictures.image(noisy, 96, 80), null, "waves")), Pictures
			.quick(signal, signal == Signal.NOISY ? 300 : 200), null, new TrainingListener() {}, Progress.silent());
		final float[] enhanced = enhance(model, noisy);
		final double before = error(noisy, truth);
		final double after = error(enhanced, truth);
		// A model of clean data predicts each pixel from the fill of a hole, and that holds the noise of few neighbours.
		final double most = signal == Signal.NOISY ? 0.4 : 0.92;
		assertTrue(after < most * before, "mean squared error before " + before + ", after " + after);
		assertTrue(Float.isFinite(enhanced[50 * 96 + 50]));
		assertTrue(Float.isNaN(enhanced(noisy, 1, model, new EnhanceSettings(2, 1, 1, 1))[50 * 96 + 50]));
		assertArrayEquals(enhanced, enhance(model, noisy));
	}

	/** Frames that show the same are worth more together; a plane that stands alone along the axis stays as it was. */
	@Test
	void slicesAreAveragedAlongTheirAxis() {
		final float[] truth = Pictures.waves(96, 80, 1);
		final float[] stack = new float[4 * truth.length];
		for (int z = 0; z < 4; z++)
			System.arraycopy(Pictures.noisy(truth, 25, 10 + z), 0, stack, z * truth.length, truth.length);
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(stack, 96, 80, 4), null, "waves")),
			TrainingSettings.defaults().withSignal(Signal.NOISY), Progress.silent());
		final EnhanceSettings alone = new EnhanceSettings(0, 1, 1, 2);
		final float[] each = enhanced(stack, 4, model, alone), together = enhanced(stack, 4, model, alone.withSliceAxis(2));
		assertTrue(error(first(together), truth) < 0.6 * error(first(each), truth), error(first(together), truth) + " of " + error(
			first(each), truth));
		assertArrayEquals(enhanced(first(stack), 1, model, alone), enhanced(first(stack), 1, model, alone.withSliceAxis(2)));
		final double fast = error(enhanced(first(stack), 1, model, alone.withOrientations(1)), truth);
		assertTrue(fast < 1.2 * error(first(each), truth) && fast != error(first(each), truth), "one pass: " + fast);
		assertTrue(assertThrows(InputException.class, () -> enhanced(stack, 4, model, alone.withSliceAxis(3))).getMessage()
			.contains("3 dimensions"));
	}

	/** Less noise leaves smaller errors, but not by as much: errors have other reasons, too. */
	@Test
	void uncertaintyHoldsForAveragedSlices() {
		final float[] truth = Pictures.waves(96, 80, 1), stack = new float[4 * truth.length];
		for (int z = 0; z < 4; z++)
			System.arraycopy(Pictures.noisy(truth, 25, 20 + z), 0, stack, z * truth.length, truth.length);
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(stack, 96, 80, 4), null, "waves")),
			TrainingSettings.defaults().withSignal(Signal.NOISY), Progress.silent());
		final EnhanceSettings settings = new EnhanceSettings(0, 1, 1, 2);
		final float[] alone = deviation(stack, model, settings), averaged = deviation(stack, model, settings.withSliceAxis(2));
		final double share = mean(averaged) / mean(alone);
		assertTrue(share > 0.5 && share < 0.95, "half the noise leaves " + share + " of the uncertainty");
		final float[] result = enhanced(stack, 4, model, settings.withSliceAxis(2));
		int within = 0;
		for (int i = 0; i < truth.length; i++)
			if (Math.abs(result[i] - truth[i]) < 1.96 * averaged[i]) within++;
		assertTrue(within > 0.9 * truth.length, within + " of " + truth.length + " within two standard deviations");
	}

	private static float[] deviation(final float[] stack, final VaeModel model, final EnhanceSettings settings) {
		final float[] deviation = new float[stack.length];
		Enhancement.enhance(Pictures.image(stack, 96, 80, 4), model, settings, Pictures.image(new float[stack.length], 96, 80, 4),
			Pictures.image(deviation, 96, 80, 4), Progress.silent());
		return deviation;
	}

	private static double mean(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += value;
		return sum / values.length;
	}

	private static float[] first(final float[] stack) {
		return java.util.Arrays.copyOf(stack, 96 * 80);
	}

	private static float[] enhanced(final float[] stack, final int slices, final VaeModel model,
		final EnhanceSettings settings)
	{
		final float[] output = new float[stack.length];
		Enhancement.enhance(Pictures.image(stack, 96, 80, slices), model, settings, Pictures.image(output, 96, 80, slices), null,
			Progress.silent());
		return output;
	}

	private static float[] enhance(final VaeModel model, final float[] noisy) {
		final float[] output = new float[noisy.length];
		final float[] deviation = new float[noisy.length];
		Enhancement.enhance(Pictures.image(noisy, 96, 80), model, new EnhanceSettings(2, 1, 1, 1).withNaNs(true), Pictures
			.image(output, 96, 80), Pictures.image(deviation, 96, 80), Progress.silent());
		for (final float d : deviation)
			assertTrue(d > 0 && Float.isFinite(d), "uncertainty " + d);
		return output;
	}

	private static double error(final float[] image, final float[] truth) {
		double sum = 0;
		for (int i = 0; i < truth.length; i++)
			if (Float.isFinite(image[i])) sum += Math.pow(image[i] - truth[i], 2);
		return sum / truth.length;
	}
}
