package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoNoise;
import org.vaerestore.vae.noise.NoiseModel;

/** Where more was taken than noise, the uncertainty says so. */
class TakenStructureTest {

	private static final int WIDTH = 90, HEIGHT = 70;
	private static final NoiseModel NOISE = new GaussianNoise(100);

	private final float[] input = new float[WIDTH * HEIGHT];
	private final float[] mean = new float[WIDTH * HEIGHT];
	private final float[] deviation = new float[WIDTH * HEIGHT];

	TakenStructureTest() {
		final SplittableRandom random = new SplittableRandom(1);
		Arrays.fill(mean, 50);
		Arrays.fill(deviation, 2);
		for (int i = 0; i < input.length; i++)
			input[i] = (float) (50 + 10 * random.nextGaussian());
	}

	@Test
	void noiseThatWasTakenAddsNothing() {
		final float[] result = result(NOISE, HEIGHT);
		int more = 0;
		for (final float value : result) {
			if (value > 2) more++;
			assertTrue(value >= 2 && value < 7, "a little by chance: " + value);
		}
		assertTrue(more < 0.03 * result.length, more + " pixels");
	}

	@Test
	void stripesThatWereTakenAreAdded() {
		for (int i = 0; i < input.length; i++)
			if (i % WIDTH >= 45) input[i] += 25 * Math.sin(i % WIDTH + i / WIDTH);
		final float[] result = result(NOISE, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				if (x >= 51) assertEquals(Math.sqrt(4 + 625 / 2.0 - 30), result[y * WIDTH + x], 6);
				else if (x < 39) assertTrue(result[y * WIDTH + x] < 7);
	}

	@Test
	void singlePixelsAndUnknownOnesAreNoStructure() {
		input[35 * WIDTH + 40] = 1e6f;
		input[10 * WIDTH + 10] = Float.NaN;
		deviation[20 * WIDTH + 60] = Float.NaN;
		input[20 * WIDTH + 60] = 1e9f;
		final float[] result = result(NOISE, HEIGHT);
		assertTrue(result[35 * WIDTH + 40] < 7);
		assertEquals(2, result[10 * WIDTH + 10]);
		assertTrue(Float.isNaN(result[20 * WIDTH + 60]));
		assertTrue(result[20 * WIDTH + 61] < 7);
	}

	@Test
	void rowsMayComeInAnyPortions() {
		for (int i = 0; i < input.length; i++)
			input[i] += (float) (20 * Math.sin(0.03 * i));
		final float[] whole = result(NOISE, HEIGHT);
		for (final int rows : new int[] { 1, 3, 5, 6, 11, 64 })
			assertArrayEquals(whole, result(NOISE, rows));
	}

	@Test
	void withoutANoiseModelNothingIsSaid() {
		input[50] = 5000;
		assertArrayEquals(deviation, result(new NoNoise(), HEIGHT));
	}

	private float[] result(final NoiseModel noise, final int rows) {
		final float[] result = new float[WIDTH * HEIGHT];
		final int[] next = { 0 };
		final TakenStructure structure = new TakenStructure(noise, 0, 3, WIDTH, HEIGHT, (plane, region, values) -> {
			assertEquals(3, plane);
			assertEquals(next[0], region.y(), "from top to bottom");
			next[0] += region.height();
			System.arraycopy(values, 0, result, region.y() * WIDTH, values.length);
		});
		for (int y = 0; y < HEIGHT; y += rows) {
			final int count = Math.min(rows, HEIGHT - y);
			structure.add(new Region(0, y, WIDTH, count), part(input, y, count), part(mean, y, count), part(deviation, y, count));
		}
		assertEquals(HEIGHT, next[0]);
		return result;
	}

	private static float[] part(final float[] values, final int row, final int rows) {
		return Arrays.copyOfRange(values, row * WIDTH, (row + rows) * WIDTH);
	}
}
