package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.model.Normalisation;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.Stabilisation;

import net.imglib2.img.array.ArrayImgs;

/** Texture that an estimate took for noise comes back, and noise doesn't. */
class KeptStructureTest {

	private static final int WIDTH = 170, HEIGHT = 210;
	private static final float NOISE = 10, SURE = 2;
	private static final Normalisation WHITE = new Normalisation(Stabilisation.of(new GaussianNoise(NOISE * NOISE),
		Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), 0, NOISE, 0, 255);

	@Test
	void aGratingThatWasErasedComesBackWhereItIs() {
		final float[] truth = new float[WIDTH * HEIGHT], image = noise(1);
		for (int i = 0; i < truth.length; i++) {
			final int x = i % WIDTH, y = i / WIDTH;
			if (x >= WIDTH / 2) truth[i] = (float) (12 * Math.sin(1.3 * x + 0.9 * y));
			image[i] += truth[i];
		}
		final Kept kept = kept(image, new float[truth.length], WIDTH, WHITE, HEIGHT);
		assertTrue(kept.error(truth, WIDTH / 2 + 8, WIDTH) < 12 * 12 / 2 / 15.0, "error " + kept.error(truth, WIDTH / 2 + 8, WIDTH));
		assertTrue(kept.error(truth, 0, WIDTH / 2 - 40) < 0.01 * NOISE * NOISE, "error " + kept.error(truth, 0, WIDTH / 2 - 40));
		assertEquals(0.5, kept.share, 0.15);
	}

	/** The error that is made where structure comes back is about what the uncertainty says. */
	@Test
	void noiseThatComesBackWithItIsUncertain() {
		final float[] truth = new float[WIDTH * HEIGHT], image = noise(2);
		for (int i = 0; i < truth.length; i++) {
			truth[i] = (float) (25 * Math.sin(1.3 * (i % WIDTH) + 0.9 * (i / WIDTH)));
			image[i] += truth[i];
		}
		final Kept kept = kept(image, new float[truth.length], WIDTH, WHITE, HEIGHT);
		double added = 0;
		for (final float deviation : kept.deviation)
			added += (deviation * deviation - SURE * SURE) / kept.deviation.length;
		final double error = kept.error(truth, 0, WIDTH);
		assertTrue(error < 2 * added && added < 3 * error, "error " + error + ", variance added " + added);
	}

	/** Of noise that was rightly taken less than a five-hundredth of the variance comes back. */
	@Test
	void noiseStaysRemoved() {
		double error = 0, share = 0;
		for (int seed = 0; seed < 5; seed++) {
			final Kept kept = kept(noise(10 + seed), new float[WIDTH * HEIGHT], WIDTH, WHITE, HEIGHT);
			error += kept.error(new float[WIDTH * HEIGHT], 0, WIDTH) / 5;
			share += kept.share / 5;
		}
		assertTrue(error < NOISE * NOISE / 500, "mean squared error " + error);
		assertTrue(share < 0.02, "share " + share);
	}

	/** Noise that a lens blurred, noise of rows, and noise that is stronger than it is told, are no structure. */
	@Test
	void noiseOfOtherKindsStaysRemoved() {
		final float[] blurred = GaussianBlur.blur(noise(3), WIDTH, HEIGHT, 0.75);
		double squares = 0, neighbours = 0;
		for (int i = 1; i < blurred.length; i++) {
			squares += blurred[i] * blurred[i];
			neighbours += blurred[i] * blurred[i - 1];
		}
		final float scale = (float) (NOISE / Math.sqrt(squares / blurred.length));
		for (int i = 0; i < blurred.length; i++)
			blurred[i] *= scale;
		final float[] rows = noise(4), strong = noise(6);
		final SplittableRandom random = new SplittableRandom(5);
		for (int y = 0; y < HEIGHT; y++) {
			final float row = (float) (0.6 * NOISE * random.nextGaussian());
			for (int x = 0; x < WIDTH; x++)
				rows[y * WIDTH + x] += row;
		}
		for (int i = 0; i < strong.length; i++)
			strong[i] *= 1.5f;
		assertTaken(blurred, NoiseCorrelations.ofLens(neighbours / squares));
		assertTaken(rows, new NoiseCorrelations(new float[NoiseCorrelations.LAGS], 0.6f, 0));
		assertTaken(transposed(rows), HEIGHT, new NoiseCorrelations(new float[NoiseCorrelations.LAGS], 0, 0.6f));
		assertTaken(strong, NoiseCorrelations.WHITE);
	}

	@Test
	void singlePixelsAndUnknownOnesAreNoStructure() {
		final float[] image = noise(7), estimate = new float[image.length], expected = kept(image, estimate, WIDTH, WHITE,
			HEIGHT).mean;
		image[100 * WIDTH + 60] = 1e9f;
		image[150 * WIDTH + 60] = Float.NaN;
		image[50 * WIDTH + 60] = Float.NEGATIVE_INFINITY;
		final float[] mean = kept(image, estimate, WIDTH, WHITE, HEIGHT).mean;
		for (int i = 0; i < mean.length; i++)
			assertEquals(expected[i], mean[i], 0.5, "pixel " + i);
	}

	/** However rows come, and however few there are. */
	@Test
	void rowsAndSizesDontMatter() {
		final float[] image = noise(8);
		for (int i = 0; i < image.length; i++)
			image[i] += (float) (15 * Math.sin(0.9 * (i % WIDTH)));
		final Kept whole = kept(image, new float[image.length], WIDTH, WHITE, HEIGHT);
		for (final int portion : new int[] { 1, 7, 64, 200 }) {
			final Kept kept = kept(image, new float[image.length], WIDTH, WHITE, portion);
			assertArrayEquals(whole.mean, kept.mean, portion + " rows at a time");
			assertArrayEquals(whole.deviation, kept.deviation, portion + " rows at a time");
		}
		for (final int[] size : new int[][] { { 1, 1 }, { 1, 40 }, { 40, 1 }, { 5, 3 }, { 16, 16 }, { 17, 9 } }) {
			final float[] estimate = new float[size[0] * size[1]];
			Arrays.fill(estimate, 5);
			assertArrayEquals(estimate, kept(estimate.clone(), estimate, size[0], WHITE, size[1]).mean, size[0] + " x " + size[1]);
		}
	}

	private static void assertTaken(final float[] noise, final NoiseCorrelations correlations) {
		assertTaken(noise, WIDTH, correlations);
	}

	private static void assertTaken(final float[] noise, final int width, final NoiseCorrelations correlations) {
		final Kept kept = kept(noise, new float[noise.length], width, WHITE.withCorrelations(correlations), noise.length / width);
		final double error = kept.error(new float[noise.length], 0, width);
		assertTrue(error < NOISE * NOISE / 200, correlations + ": mean squared error " + error);
	}

	private static Kept kept(final float[] image, final float[] estimate, final int width, final Normalisation normalisation,
		final int rowsAtATime)
	{
		final int height = image.length / width;
		final float[] mean = new float[image.length], deviation = new float[image.length];
		final KeptStructure structure = new KeptStructure(PlaneReader.of(ArrayImgs.floats(image, width, height)), 0, normalisation, (
			rows, some) -> {
			System.arraycopy(some.mean(), 0, mean, rows.y() * width, rows.size());
			System.arraycopy(some.deviation(), 0, deviation, rows.y() * width, rows.size());
		});
		for (int top = 0; top < height; top += rowsAtATime) {
			final int rows = Math.min(rowsAtATime, height - top);
			final float[] sure = new float[rows * width];
			Arrays.fill(sure, SURE);
			structure.accept(new Region(0, top, width, rows), new SignalEstimate(Arrays.copyOfRange(estimate, top * width, (top +
				rows) * width), sure));
		}
		return new Kept(mean, deviation, width, structure.share());
	}

	private static float[] noise(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] noise = new float[WIDTH * HEIGHT];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (NOISE * random.nextGaussian());
		return noise;
	}

	private static float[] transposed(final float[] values) {
		final float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++)
			result[i % WIDTH * HEIGHT + i / WIDTH] = values[i];
		return result;
	}

	private record Kept(float[] mean, float[] deviation, int width, double share) {

		/** Returns the mean squared error of some columns. */
		double error(final float[] truth, final int left, final int right) {
			double sum = 0;
			int count = 0;
			for (int i = 0; i < mean.length; i++)
				if (i % width >= left && i % width < right) {
					sum += (mean[i] - truth[i]) * (double) (mean[i] - truth[i]);
					count++;
				}
			return sum / count;
		}
	}
}
