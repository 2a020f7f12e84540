package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.restore.RestoreSettings.Mode;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.img.array.ArrayImgs;

/** Alternatives are as far from the truth as the mean and their own spread, and spread as is predicted. */
class AlternativesOfPicturesTest {

	private static final int SIDE = 128, COPIES = 4, PICTURES = 3;
	/** Of pictures that no training has drawn. */
	private static final long SEEDS = 1L << 40;

	/** Mean squares inside the masks in units of the pictures' variances. */
	private double ofMean, ofSamples, spread, predicted, betweenSeeds;

	@Test
	void areAsCloseToTheTruthAsTheMeanAndTheirSpreadAllow() {
		for (int picture = 0; picture < PICTURES; picture++)
			look(ProceduralPictures.scene(SIDE, SEEDS + picture), specks(new SplittableRandom(picture)));
		final String found = String.format(Locale.ROOT,
			"root mean square errors of the mean %.4f, of samples %.4f; spread of samples %.4f, between seeds %.4f, predicted %.4f", Math.sqrt(
				ofMean), Math.sqrt(ofSamples), Math.sqrt(spread), Math.sqrt(betweenSeeds), Math.sqrt(predicted));
		// A truth that is one of them would be as far from their mean as they are.
		assertTrue(ofSamples > ofMean && ofSamples < 1.25 * (ofMean + spread), found);
		assertTrue(spread > 0.5 * predicted && spread < 1.2 * predicted, found);
		// Those of another seed are drawn as those of one are.
		assertEquals(1, betweenSeeds / (2 * spread), 0.3, found);
	}

	private void look(final float[] truth, final boolean[] hidden) {
		final float[] damaged = truth.clone();
		for (int i = 0; i < truth.length; i++)
			if (hidden[i]) damaged[i] = 0;
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(hidden,
			SIDE, SIDE), "picture")), TrainingSettings.defaults().withSignal(Signal.CLEAN), Progress.silent());
		final float[] mean = new float[truth.length], deviation = new float[truth.length];
		Restoration.restore(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(hidden, SIDE, SIDE), model, settings(Estimate.MEAN, 0,
			1), Pictures.image(mean, SIDE, SIDE), Pictures.image(deviation, SIDE, SIDE), Progress.silent());
		final float[] samples = samples(damaged, hidden, model, 1), others = samples(damaged, hidden, model, 2);
		assertArrayEquals(samples, samples(damaged, hidden, model, 1), "the same seed");
		double variance = 0;
		for (final float value : truth)
			variance += value * value / truth.length;
		for (int i = 0; i < truth.length; i++) {
			double sum = 0, squares = 0;
			for (int copy = 0; copy < COPIES; copy++) {
				final float sample = samples[copy * truth.length + i], other = others[copy * truth.length + i];
				if (!hidden[i]) assertTrue(truth[i] == sample && truth[i] == other, "what is known stays");
				ofSamples += Math.pow(sample - truth[i], 2) / COPIES / variance;
				betweenSeeds += Math.pow(sample - other, 2) / COPIES / variance;
				sum += sample;
				squares += (double) sample * sample;
			}
			spread += (squares - sum * sum / COPIES) / (COPIES - 1) / variance;
			ofMean += Math.pow(mean[i] - truth[i], 2) / variance;
			predicted += deviation[i] * deviation[i] / variance;
		}
	}

	private static float[] samples(final float[] damaged, final boolean[] hidden, final VaeModel model, final long seed) {
		final float[] samples = new float[COPIES * damaged.length];
		Restoration.restore(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(hidden, SIDE, SIDE), model, settings(Estimate.ALTERNATIVES,
			COPIES, seed), Pictures.image(samples, SIDE, SIDE, COPIES), null, Progress.silent());
		return samples;
	}

	private static RestoreSettings settings(final Estimate estimate, final int samples, final long seed) {
		return new RestoreSettings(Mode.TILES, estimate, samples, seed, 2);
	}

	private static boolean[] specks(final SplittableRandom random) {
		final boolean[] hidden = new boolean[SIDE * SIDE];
		for (int speck = 0; speck < 20; speck++) {
			final int side = speck == 0 ? 30 : 3 + random.nextInt(6), x = random.nextInt(SIDE - side), y = random.nextInt(SIDE -
				side);
			for (int v = y; v < y + side; v++)
				Arrays.fill(hidden, v * SIDE + x, v * SIDE + x + side, true);
		}
		return hidden;
	}
}
