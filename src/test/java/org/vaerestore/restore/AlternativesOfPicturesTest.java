package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.restore.RestoreSettings.Estimate;
import org.vaerestore.restore.RestoreSettings.Mode;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.img.array.ArrayImgs;

/** Alternatives are the estimate and what latent variables change in it: hardly further from the truth, and not all the same. */
class AlternativesOfPicturesTest {

	private static final int SIDE = 128, COPIES = 4, PICTURES = 3;
	/** Of pictures that no training has drawn. */
	private static final long SEEDS = 1L << 40;

	@Test
	void areNearlyAsCloseToTheTruthAsTheMeanAndDiffer() {
		double ofMean = 0, ofSamples = 0, among = 0, predicted = 0;
		for (int picture = 0; picture < PICTURES; picture++) {
			final float[] truth = ProceduralPictures.draw(SIDE, SEEDS + picture);
			final boolean[] hidden = specks(new SplittableRandom(picture));
			final float[] damaged = truth.clone();
			for (int i = 0; i < truth.length; i++)
				if (hidden[i]) damaged[i] = 0;
			final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(
				hidden, SIDE, SIDE), "picture")), TrainingSettings.defaults().withSignal(Signal.CLEAN), Progress.silent());
			final float[] mean = new float[truth.length], deviation = new float[truth.length], samples = new float[COPIES *
				truth.length];
			Restoration.restore(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(hidden, SIDE, SIDE), model, settings(
				Estimate.MEAN, 0), Pictures.image(mean, SIDE, SIDE), Pictures.image(deviation, SIDE, SIDE), Progress.silent());
			Restoration.restore(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(hidden, SIDE, SIDE), model, settings(
				Estimate.EACH, COPIES), Pictures.image(samples, SIDE, SIDE, COPIES), null, Progress.silent());
			double variance = 0;
			for (final float value : truth)
				variance += value * value / truth.length;
			for (int i = 0; i < truth.length; i++) {
				for (int copy = 0; copy < COPIES; copy++) {
					final float sample = samples[copy * truth.length + i];
					if (!hidden[i]) assertEquals(truth[i], sample);
					ofSamples += Math.pow(sample - truth[i], 2) / COPIES / variance;
					among += Math.pow(sample - mean[i], 2) / COPIES / variance;
				}
				ofMean += Math.pow(mean[i] - truth[i], 2) / variance;
				predicted += deviation[i] * deviation[i] / variance;
			}
		}
		final String found = String.format(Locale.ROOT, "errors of the mean %.4f, of samples %.4f, among samples %.4f, predicted %.4f", ofMean,
			ofSamples, among, predicted);
		assertTrue(ofSamples < 1.05 * (ofMean + among), found);
		assertTrue(among > 1e-4 * predicted && among < predicted, found);
	}

	private static RestoreSettings settings(final Estimate estimate, final int samples) {
		return new RestoreSettings(Mode.TILES, estimate, samples, 1, 2);
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
