package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.Stabilisation;

import net.imglib2.img.array.ArrayImgs;

class KeptIntensityTest {

	private static final int WIDTH = 150, HEIGHT = 330;
	private static final double NOISE = 10;
	private static final Normalisation NORMALISATION = new Normalisation(Stabilisation.of(new GaussianNoise(NOISE * NOISE),
		Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), 0, NOISE, 0, 255);

	/** An estimate that is too dark by a part gets the image's mean, and hardly any of its noise. */
	@Test
	void theMeanIsTheImages() {
		final float[] truth = truth(), image = noisy(truth, 1), estimate = truth.clone();
		for (int i = 0; i < estimate.length; i++)
			estimate[i] *= 0.97f;
		final float[] kept = kept(image, estimate, WIDTH, HEIGHT);
		assertEquals(mean(image), mean(kept), 1e-4 * mean(image));
		assertTrue(error(kept, truth) < 0.2 * error(estimate, truth), error(kept, truth) + " where it was " + error(estimate, truth));
	}

	/** Where an estimate is right, noise isn't put back: of its variance less than a thousandth part is left. */
	@Test
	void noiseStaysRemoved() {
		final float[] truth = truth();
		double error = 0;
		for (int seed = 0; seed < 5; seed++)
			error += error(kept(noisy(truth, 10 + seed), truth.clone(), WIDTH, HEIGHT), truth) / 5;
		assertTrue(error < 1e-3 * NOISE * NOISE, "mean squared error " + error);
	}

	/** What an estimate has lost over some pixels is put back, though each of them has less than the noise. */
	@Test
	void whatIsLostInARegionComesBack() {
		final float[] truth = truth(), estimate = truth.clone();
		for (int i = 0; i < truth.length; i++)
			if (Math.hypot(i % WIDTH - 70, i / WIDTH - 150) < 9) truth[i] += (float) NOISE;
		final float[] kept = kept(noisy(truth, 2), estimate, WIDTH, HEIGHT);
		double back = 0, lost = 0;
		for (int i = 0; i < truth.length; i++) {
			if (Math.hypot(i % WIDTH - 70, i / WIDTH - 150) > 14) continue;
			back += kept[i] - estimate[i];
			lost += truth[i] - estimate[i];
		}
		assertEquals(1, back / lost, 0.15);
	}

	/** Hot pixels are no signal, and what is not a number stays what the estimate says; neither reaches its surroundings. */
	@Test
	void outliersDontSpread() {
		final float[] truth = truth(), image = noisy(truth, 3), estimate = truth.clone(), expected = kept(image, estimate.clone(), WIDTH,
			HEIGHT);
		image[100 * WIDTH + 60] = 1e9f;
		image[200 * WIDTH + 60] = Float.NaN;
		final float[] kept = kept(image, estimate, WIDTH, HEIGHT);
		for (int i = 0; i < kept.length; i++)
			assertEquals(expected[i], kept[i], 0.3, "pixel " + i);
	}

	/** However rows come, and however few there are. */
	@Test
	void rowsAndSizesDontMatter() {
		final float[] image = noisy(truth(), 4), estimate = truth(), whole = kept(image, estimate.clone(), WIDTH, HEIGHT);
		for (final int rows : new int[] { 1, 7, 64, 200 })
			assertArrayEquals(whole, kept(image, estimate.clone(), WIDTH, rows), rows + " rows at a time");
		for (final int[] size : new int[][] { { 1, 1 }, { 1, 40 }, { 40, 1 }, { 5, 3 } }) {
			final float[] small = new float[size[0] * size[1]], guess = new float[small.length];
			java.util.Arrays.fill(small, 5);
			final float[] result = new float[small.length];
			final KeptIntensity kept = new KeptIntensity(PlaneReader.of(ArrayImgs.floats(small, size[0], size[1])), 0, NORMALISATION, (
				region, some) -> System.arraycopy(some.mean(), 0, result, region.y() * size[0], region.size()));
			kept.accept(new Region(0, 0, size[0], size[1]), new SignalEstimate(guess, null));
			for (final float value : result)
				assertEquals(5, value, 1e-4, size[0] + " x " + size[1]);
		}
	}

	private static float[] kept(final float[] image, final float[] estimate, final int width, final int rowsAtATime) {
		final float[] result = new float[estimate.length], deviations = new float[estimate.length];
		final KeptIntensity kept = new KeptIntensity(PlaneReader.of(ArrayImgs.floats(image, width, estimate.length / width)), 0,
			NORMALISATION, (rows, some) -> {
				System.arraycopy(some.mean(), 0, result, rows.y() * width, rows.size());
				System.arraycopy(some.deviation(), 0, deviations, rows.y() * width, rows.size());
			});
		for (int top = 0; top < estimate.length / width; top += rowsAtATime) {
			final int rows = Math.min(rowsAtATime, estimate.length / width - top);
			final float[] some = java.util.Arrays.copyOfRange(estimate, top * width, (top + rows) * width);
			kept.accept(new Region(0, top, width, rows), new SignalEstimate(some, some.clone()));
		}
		assertArrayEquals(estimate, deviations);
		return result;
	}

	private static float[] truth() {
		final float[] truth = new float[WIDTH * HEIGHT];
		for (int i = 0; i < truth.length; i++)
			truth[i] = (float) (120 + 60 * Math.sin(i % WIDTH * 0.05) * Math.cos(i / WIDTH * 0.03));
		return truth;
	}

	private static float[] noisy(final float[] truth, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] noisy = truth.clone();
		for (int i = 0; i < noisy.length; i++)
			noisy[i] += (float) (NOISE * random.nextGaussian());
		return noisy;
	}

	private static double mean(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += value;
		return sum / values.length;
	}

	private static double error(final float[] values, final float[] truth) {
		double sum = 0;
		for (int i = 0; i < truth.length; i++)
			sum += (values[i] - truth[i]) * (double) (values[i] - truth[i]) / truth.length;
		return sum;
	}
}
