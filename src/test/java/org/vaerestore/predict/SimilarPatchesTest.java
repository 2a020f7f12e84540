package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.NoiseCorrelations;

class SimilarPatchesTest {

	private static final int SIDE = 96, AREA = SIDE * SIDE;
	private static final double LEVEL = 0.5;

	/** Of a pattern that goes on, a network that has lost the half of it learns most again. */
	@Test
	void bringBackWhatRepeatsItself() {
		final float[] truth = new float[AREA], pilot = new float[AREA], visible = ones();
		final float[] noisy = noisy(truth, pilot);
		final float[] estimate = estimate(noisy, visible, pilot, 0.1);
		final double before = error(pilot, truth), after = error(estimate, truth);
		assertTrue(after < 0.5 * before, before + " to " + after);
	}

	/** Where there is nothing but noise, it doesn't come back. */
	@Test
	void leaveNoiseAway() {
		final SplittableRandom random = new SplittableRandom(2);
		final float[] noisy = new float[AREA], flat = new float[AREA];
		for (int i = 0; i < AREA; i++)
			noisy[i] = (float) (LEVEL * random.nextGaussian());
		assertTrue(Math.sqrt(error(estimate(noisy, ones(), flat, 1e-4), flat)) < 0.02 * LEVEL);
	}

	/** What a tile says of a place, its neighbour says too. */
	@Test
	void belongToThePlane() {
		final float[] truth = new float[AREA], pilot = new float[AREA];
		final float[] noisy = noisy(truth, pilot);
		final int shift = 5, narrow = SIDE - shift;
		final float[] whole = new SimilarPatches(noisy, ones(), pilot, filled(0.1f), SIDE, LEVEL).estimate(new Region(0, 0, SIDE, SIDE), SIDE,
			SIDE);
		final float[] part = new SimilarPatches(cut(noisy, shift), ones(), cut(pilot, shift), filled(0.1f), narrow, LEVEL).estimate(new Region(
			shift, 0, narrow, SIDE), SIDE, SIDE);
		// Patches reach 16 and 8 pixels further, and opinions 16.
		for (int y = 0; y < SIDE; y++)
			for (int x = shift + 48; x < SIDE; x++)
				assertEquals(whole[y * SIDE + x], part[y * narrow + x - shift], 1e-4, x + ", " + y);
	}

	@Test
	void sayNothingOfWhatIsHidden() {
		final float[] truth = new float[AREA], pilot = new float[AREA];
		final float[] noisy = noisy(truth, pilot);
		assertArrayEquals(pilot, estimate(noisy, new float[AREA], pilot, 0.1), 0f);
	}

	@Test
	void areForWhiteNoiseAndLargeNetworks() {
		final Architecture small = new Architecture(2, 4, 48, 8, 1), large = new Architecture(2, 4, 64, 8, 2);
		final ToldNoise white = new ToldNoise(0.2f, NoiseCorrelations.WHITE), blurred = new ToldNoise(0.2f, NoiseCorrelations
			.ofLens(0.5));
		assertTrue(SimilarPatches.areWorthIt(large, white));
		assertFalse(SimilarPatches.areWorthIt(large, blurred));
		assertFalse(SimilarPatches.areWorthIt(small, white));
		assertFalse(SimilarPatches.areWorthIt(large, ToldNoise.NONE));
	}

	/** A filter that keeps all gives back what it got. */
	@Test
	void spectraHaveAnInverse() {
		final SplittableRandom random = new SplittableRandom(3);
		final float[] image = new float[AREA], sum = new float[AREA], weights = new float[AREA], kept = new float[AREA],
				through = new float[AREA];
		for (int i = 0; i < AREA; i++)
			image[i] = (float) random.nextGaussian();
		final int[] places = new int[PatchSpectrum.PATCHES];
		for (int patch = 0; patch < places.length; patch++)
			places[patch] = patch % 8 * 10 + patch / 8 * 20 * SIDE;
		final PatchSpectrum stack = new PatchSpectrum(), same = new PatchSpectrum();
		stack.read(image, SIDE, places);
		same.read(image, SIDE, places);
		stack.filter(same, 1e-12f);
		stack.add(sum, weights, kept, through, SIDE, places);
		for (final int place : places)
			assertEquals(image[place], sum[place] / weights[place], 1e-4);
		assertEquals(1, kept[places[0]] / weights[places[0]], 1e-3);
		assertEquals(0, through[places[0]] / weights[places[0]], 1e-3, "shares that are 1 don't change with the signal");
	}

	/** Sets a pattern and a pilot that has half of its contrast; returns it with noise. */
	private static float[] noisy(final float[] truth, final float[] pilot) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] noisy = new float[AREA];
		for (int i = 0; i < AREA; i++) {
			truth[i] = (float) (Math.sin(i % SIDE * 0.9) * Math.sin(i / SIDE * 0.7));
			pilot[i] = 0.5f * truth[i];
			noisy[i] = (float) (truth[i] + LEVEL * random.nextGaussian());
		}
		return noisy;
	}

	private static float[] estimate(final float[] noisy, final float[] visible, final float[] pilot, final double kept) {
		return new SimilarPatches(noisy, visible, pilot, filled((float) (kept * LEVEL * LEVEL)), SIDE, LEVEL).estimate(new Region(0, 0,
			SIDE, SIDE), SIDE, SIDE);
	}

	private static float[] cut(final float[] plane, final int shift) {
		final float[] part = new float[(SIDE - shift) * SIDE];
		for (int y = 0; y < SIDE; y++)
			System.arraycopy(plane, y * SIDE + shift, part, y * (SIDE - shift), SIDE - shift);
		return part;
	}

	private static float[] ones() {
		return filled(1);
	}

	private static float[] filled(final float value) {
		final float[] values = new float[AREA];
		Arrays.fill(values, value);
		return values;
	}

	private static double error(final float[] estimate, final float[] truth) {
		double squares = 0;
		for (int i = 0; i < AREA; i++)
			squares += (estimate[i] - truth[i]) * (double) (estimate[i] - truth[i]);
		return squares / AREA;
	}
}
