package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.Progress;
import org.vaerestore.procedural.GaussianBlur;

class NeighbourFillTest {

	private static final int WIDTH = 90, HEIGHT = 70;

	/** Slices that differ in gain, offset and place are told apart from the plane by what is visible of it. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void findsGainOffsetAndShift(final boolean patches) {
		final float[] plane = texture(0, 1, 0), truth = plane.clone();
		final boolean[] hidden = block();
		blank(plane, hidden);
		final float[] trust = new NeighbourFill(patches).fill(plane, hidden, WIDTH, List.of(texture(1, 3, 20), texture(-1, 0.5,
			-7)), Progress.silent());
		for (int i = 0; i < plane.length; i++) {
			assertEquals(truth[i], plane[i], 0.06, "pixel " + i);
			assertTrue(trust[i] > 0.95 && trust[i] <= 1, "trust " + trust[i]);
			if (!hidden[i]) assertEquals(truth[i], plane[i]);
		}
	}

	@Test
	void slicesThatSayNothingAreNotTrusted() {
		final float[] plane = texture(0, 1, 0);
		final SplittableRandom random = new SplittableRandom(1);
		final float[] noise = new float[plane.length];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		final boolean[] hidden = block();
		blank(plane, hidden);
		final float[] trust = new NeighbourFill(false).fill(plane, hidden, WIDTH, List.of(noise), Progress.silent());
		for (int i = 0; i < plane.length; i++)
			if (hidden[i]) assertTrue(trust[i] < 0.3, "trust " + trust[i]);
	}

	/** What two slices have in common may be coarse alone, under fine structure that is each one's own. */
	@Test
	void coarseStructureIsSeenThroughFineStructure() {
		final SplittableRandom random = new SplittableRandom(7);
		final float[] slice = new float[WIDTH * HEIGHT];
		for (int i = 0; i < slice.length; i++)
			slice[i] = (float) random.nextGaussian();
		final float[] plane = GaussianBlur.blur(slice, WIDTH, HEIGHT, 3.5), truth = plane.clone();
		final boolean[] hidden = block();
		blank(plane, hidden);
		new NeighbourFill(false).fill(plane, hidden, WIDTH, List.of(slice), Progress.silent());
		double error = 0, variance = 0;
		for (int i = 0; i < plane.length; i++) {
			if (!hidden[i]) continue;
			error += Math.pow(plane[i] - truth[i], 2);
			variance += truth[i] * (double) truth[i];
		}
		assertTrue(error < 0.2 * variance, error / variance + " of the variance is left");
	}

	/** A slice that has lost contact here but not there is trusted there alone. */
	@Test
	void trustBelongsToAPlace() {
		final float[] plane = texture(0, 1, 0), slice = texture(0, 1, 0);
		final SplittableRandom random = new SplittableRandom(5);
		for (int i = 0; i < slice.length; i++)
			if (i % WIDTH > WIDTH / 2) slice[i] = (float) random.nextGaussian();
		final boolean[] hidden = new boolean[plane.length];
		Arrays.fill(hidden, 30 * WIDTH, 34 * WIDTH, true);
		blank(plane, hidden);
		final float[] trust = new NeighbourFill(false).fill(plane, hidden, WIDTH, List.of(slice), Progress.silent());
		assertTrue(trust[32 * WIDTH + 2] > 0.8, "left " + trust[32 * WIDTH + 2]);
		assertTrue(trust[32 * WIDTH + WIDTH - 3] < 0.6, "right " + trust[32 * WIDTH + WIDTH - 3]);
	}

	private static float[] texture(final int shift, final double gain, final double offset) {
		final float[] plane = new float[WIDTH * HEIGHT];
		for (int i = 0; i < plane.length; i++) {
			final double x = i % WIDTH + shift, y = i / WIDTH;
			plane[i] = (float) (offset + gain * (Math.sin(0.35 * x + 0.002 * x * y) + Math.cos(0.5 * y - 0.1 * x) + Math.sin(0.07 *
				x * Math.cos(0.1 * y))));
		}
		return plane;
	}

	private static boolean[] block() {
		final boolean[] hidden = new boolean[WIDTH * HEIGHT];
		for (int y = 20; y < 44; y++)
			Arrays.fill(hidden, y * WIDTH + 30, y * WIDTH + 55, true);
		return hidden;
	}

	private static void blank(final float[] plane, final boolean[] hidden) {
		for (int i = 0; i < plane.length; i++)
			if (hidden[i]) plane[i] = Float.NaN;
	}
}
