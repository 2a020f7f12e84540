package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Frames of a series that tell nothing new, or less than others, count for what they are. */
class UnequalFramesTest {

	private static final int SIDE = PhotonSeries.SIDE;
	private static final double NOISE = 6;
	private static final float[] TRUTH = PhotonSeries.scene(11, 40, 0.5);

	@Test
	void twoCopiesAreWorthOneFrame() {
		final float[] frame = noisy(NOISE, 1);
		final double alone = quality(PhotonSeries.enhanced(frame), 0);
		final float[] result = PhotonSeries.enhanced(frame, frame);
		assertEquals(alone, quality(result, 0), 0.05);
		assertEquals(alone, quality(result, 1), 0.05);
	}

	@Test
	void aCopyAmongOthersDoesNoHarm() {
		final float[] first = noisy(NOISE, 1), second = noisy(NOISE, 2), third = noisy(NOISE, 3);
		final float[] without = PhotonSeries.enhanced(first, second, third);
		final float[] with = PhotonSeries.enhanced(first, first, second, third);
		for (int frame = 0; frame < 4; frame++)
			assertEquals(quality(without, Math.max(0, frame - 1)), quality(with, frame), 0.05, "frame " + frame);
	}

	/** Beside three others, a frame with twice the noise gains most, and takes nothing from them. */
	@Test
	void aFrameWithTwiceTheNoiseDoesNoHarm() {
		final float[] first = noisy(NOISE, 1), second = noisy(NOISE, 2), third = noisy(NOISE, 3), bad = noisy(2 * NOISE, 4);
		final float[] without = PhotonSeries.enhanced(first, second, third);
		final float[] with = PhotonSeries.enhanced(first, bad, second, third);
		for (final int frame : new int[] { 0, 2, 3 }) {
			final double before = quality(without, frame == 0 ? 0 : frame - 1), after = quality(with, frame);
			assertTrue(after > before - 0.05, "frame " + frame + " had " + before + " dB without the bad one, and has " + after);
		}
		final double alone = quality(PhotonSeries.enhanced(bad), 0), among = quality(with, 1);
		assertTrue(among > alone + 2, "the bad frame has " + alone + " dB alone, and " + among + " among others");
	}

	/** Returns the peak signal to noise ratio of a frame for a range of 255. */
	private static double quality(final float[] result, final int frame) {
		double squares = 0;
		for (int i = 0; i < SIDE * SIDE; i++)
			squares += Math.pow(result[frame * SIDE * SIDE + i] - TRUTH[i], 2) / (SIDE * SIDE);
		return 10 * Math.log10(255 * 255 / squares);
	}

	private static float[] noisy(final double noise, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] noisy = TRUTH.clone();
		for (int i = 0; i < noisy.length; i++)
			noisy[i] += (float) (noise * random.nextGaussian());
		return noisy;
	}
}
