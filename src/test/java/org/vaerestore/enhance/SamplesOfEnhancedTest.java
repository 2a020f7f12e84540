package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

/** Samples of two noisy pictures that no training has drawn, in a stack, with a pixel that is no number. */
class SamplesOfEnhancedTest {

	private static final int SIDE = 96, AREA = SIDE * SIDE, HOLE = AREA + 40 * SIDE + 50;
	private static final double NOISE = 0.3;
	private static final EnhanceSettings SETTINGS = new EnhanceSettings(0, 1, 1, 2);

	private static float[] truth, noisy, mean, deviation;
	private static VaeModel model;

	@BeforeAll
	static void enhance() {
		truth = Arrays.copyOf(ProceduralPictures.scene(SIDE, (1L << 40) + 3), 2 * AREA);
		System.arraycopy(ProceduralPictures.scene(SIDE, (1L << 40) + 4), 0, truth, AREA, AREA);
		noisy = Pictures.noisy(truth, NOISE, 1);
		noisy[HOLE] = Float.NaN;
		model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(noisy, SIDE, SIDE, 2), null, "pictures")), TrainingSettings
			.defaults().withSignal(Signal.NOISY), Progress.silent());
		mean = new float[truth.length];
		deviation = new float[truth.length];
		run(SETTINGS, mean, deviation);
	}

	/** As far apart as each is from the truth: that is what makes a sample one of the possible truths. */
	@Test
	void differFromEachOtherAndFromTheMeanWhereTheNoiseLeavesTheSignalOpen() {
		final float[] samples = new float[2 * truth.length];
		run(SETTINGS.with(Estimate.ALTERNATIVES, 2), samples, null);
		final float[] one = Arrays.copyOf(samples, truth.length), two = Arrays.copyOfRange(samples, truth.length, samples.length);
		final double error = distance(mean, truth), apart = distance(one, two);
		assertTrue(apart > 0.5 * error && apart < 2.5 * error, apart + " apart, mean off by " + error);
		assertTrue(distance(one, truth) < distance(noisy, truth), "a sample has less noise than the image");
		assertTrue(Float.isNaN(one[HOLE]) && Float.isNaN(two[HOLE]));
	}

	@Test
	void natureIsTheFirstOfTheAlternativesOfItsSeedAndHasTheMeansUncertainty() {
		final float[] natural = new float[truth.length], uncertainty = new float[truth.length], samples = new float[2 * truth.length];
		run(SETTINGS.with(Estimate.NATURAL, 0), natural, uncertainty);
		run(SETTINGS.with(Estimate.ALTERNATIVES, 2), samples, null);
		assertArrayEquals(natural, Arrays.copyOf(samples, truth.length));
		assertArrayEquals(deviation, uncertainty);
		final float[] other = new float[truth.length];
		run(new EnhanceSettings(0, 1, 2, 2).with(Estimate.NATURAL, 0), other, null);
		assertTrue(distance(natural, other) > 0);
	}

	@Test
	void noneIsMixedWithTheInput() {
		assertTrue(assertThrows(InputException.class, () -> new EnhanceSettings(0, 0.5, 1, 1).with(Estimate.NATURAL, 0)).getMessage()
			.contains("0.5"));
	}

	@Test
	void anOutputMustHaveRoomForThem() {
		assertTrue(assertThrows(InputException.class, () -> Enhancement.enhance(Pictures.image(noisy, SIDE, SIDE, 2), model, SETTINGS
			.with(Estimate.ALTERNATIVES, 3), Pictures.image(new float[2 * truth.length], SIDE, SIDE, 2, 2), null, Progress.silent()))
				.getMessage().contains("last dimension is 2"));
	}

	@Test
	void canBeCancelled() {
		assertThrows(CancelledException.class, () -> Enhancement.enhance(Pictures.image(noisy, SIDE, SIDE, 2), model, SETTINGS.with(
			Estimate.NATURAL, 0), Pictures.image(new float[truth.length], SIDE, SIDE, 2), null, new Impatient(0)));
	}

	private static void run(final EnhanceSettings settings, final float[] result, final float[] uncertainty) {
		final long[] size = settings.estimate() == Estimate.ALTERNATIVES ? new long[] { SIDE, SIDE, 2, settings.samples() }
			: new long[] { SIDE, SIDE, 2 };
		assertEquals(2, Enhancement.enhance(Pictures.image(noisy, SIDE, SIDE, 2), model, settings, Pictures.image(result, size),
			uncertainty == null ? null : Pictures.image(uncertainty, SIDE, SIDE, 2), Progress.silent()));
	}

	private static double distance(final float[] a, final float[] b) {
		double squares = 0;
		for (int i = 0; i < a.length; i++)
			if (i != HOLE) squares += (a[i] - (double) b[i]) * (a[i] - b[i]) / a.length;
		return Math.sqrt(squares);
	}
}
