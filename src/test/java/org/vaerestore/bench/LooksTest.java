package org.vaerestore.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LooksTest {

	private static final int SIDE = 64;

	/** Figures of looks.py for the same planes; its directions of patches are drawn otherwise. */
	@Test
	void areThoseOfAnotherProgram() {
		final float[] truth = waves(null, 0, 40);
		final Looks looks = Looks.of(List.of(waves(truth, 0.7, 30), waves(truth, -0.4, 50), waves(truth, 0.1, 40)), truth, hidden(),
			SIDE);
		assertArrayEquals(new double[] { 0.76835545, 0.7713146, 0.9244251 }, looks.bands().stream().mapToDouble(b -> b).toArray(), 1e-4);
		assertEquals(0.8193869, looks.tails(), 1e-4);
		assertEquals(0.8024824, looks.weakest(), 1e-4);
		assertEquals(0.8024824, looks.strongest(), 1e-4, "a hole of 16 pixels doesn't count");
		assertEquals(4.8998, looks.patches(), 0.25);
		assertEquals(6.68329, looks.energy(), 1e-3);
	}

	@Test
	void theTruthLooksLikeItselfAndASmoothPatchDoesNot() {
		final float[] truth = waves(null, 0, 40), smooth = truth.clone();
		final boolean[] hidden = hidden();
		for (int i = 0; i < smooth.length; i++)
			if (hidden[i]) smooth[i] = 128;
		final Looks own = Looks.of(List.of(truth), truth, hidden, SIDE), flat = Looks.of(List.of(smooth), truth, hidden, SIDE);
		assertEquals(List.of(1.0, 1.0, 1.0), own.bands());
		assertEquals(0, own.energy());
		assertEquals(0, own.patches());
		assertTrue(flat.bands().get(1) < 0.4 && flat.patches() > 3 * own.patches() && flat.energy() > 0, flat.toString());
	}

	/** Bands are ruled by what is coarser: nothing of this shows in them. */
	@Test
	void aPatternOfSinglePixelsShowsInTheFinestDetail() {
		final float[] truth = waves(null, 0, 40), board = truth.clone();
		final boolean[] hidden = hidden();
		for (int i = 0; i < board.length; i++)
			if (hidden[i]) board[i] += (i + i / SIDE) % 2 == 0 ? 6 : -6;
		final Looks looks = Looks.of(List.of(board), truth, hidden, SIDE);
		assertEquals(1, Looks.of(List.of(truth), truth, hidden, SIDE).finest());
		assertEquals(1, looks.bands().get(0), 0.2);
		assertTrue(looks.finest() > 1.8, looks.toString());
	}

	@Test
	void samplesThatDifferAsTheTruthIsOpenHoldItInTheirIntervals() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] truth = noise(random, 1);
		final boolean[] all = new boolean[truth.length];
		Arrays.fill(all, true);
		final SampleSpread right = SampleSpread.of(IntStream.range(0, 32).mapToObj(k -> noise(random, 1)).toList(), truth, all);
		assertEquals(0.68, right.within68(), 0.02);
		assertEquals(0.95, right.within95(), 0.01);
		assertEquals(33, right.ranks().size());
		for (final double share : right.ranks())
			assertEquals(1 / 33.0, share, 0.01);
		final SampleSpread narrow = SampleSpread.of(IntStream.range(0, 32).mapToObj(k -> noise(random, 0.3)).toList(), truth, all);
		assertTrue(narrow.within68() < 0.3 && narrow.ranks().get(0) > 0.25, narrow.toString());
		final float[] alike = new float[truth.length];
		assertEquals(1 / 3.0, SampleSpread.of(List.of(alike, alike), alike, all).ranks().get(1), 1e-9, "ties are shared out");
	}

	private static float[] noise(final SplittableRandom random, final double deviation) {
		final float[] noise = new float[SIDE * SIDE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) (deviation * random.nextGaussian());
		return noise;
	}

	private static boolean[] hidden() {
		final boolean[] hidden = new boolean[SIDE * SIDE];
		for (int i = 0; i < hidden.length; i++) {
			final int x = i % SIDE, y = i / SIDE;
			hidden[i] = y >= 16 && y < 40 && x >= 20 && x < 50 || y >= 50 && y < 54 && x >= 3 && x < 7;
		}
		return hidden;
	}

	/** Waves of another phase and amplitude in holes; everywhere if there is no truth. */
	private static float[] waves(final float[] truth, final double phase, final double amplitude) {
		final float[] waves = new float[SIDE * SIDE];
		final boolean[] hidden = hidden();
		for (int i = 0; i < waves.length; i++) {
			final int x = i % SIDE, y = i / SIDE;
			waves[i] = truth != null && !hidden[i] ? truth[i] : (float) (128 + amplitude * Math.sin(0.9 * x + 0.3 * y + phase) + 30 * Math
				.sin(0.2 * x) * Math.cos(0.35 * y));
		}
		return waves;
	}
}
