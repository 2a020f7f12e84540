package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class JpegTest {

	private final Noise jpeg = new Jpeg(new Additive(new WhiteGrain()));

	@Test
	void tellsWhatItIs() {
		NoiseCheck.assertTellsWhatItIs(jpeg);
		NoiseCheck.assertSameFromSameSeed(jpeg);
	}

	@Test
	void leavesTheTruthAsItWas() {
		assertArrayEquals(NoiseCheck.patch(), NoiseCheck.add(jpeg, new SplittableRandom(1)).truth());
	}

	/** Fine noise is rounded away where quality is low, and little is lost where it is high. */
	@Test
	void losesFineNoiseWithQuality() {
		final int side = NoiseCheck.SIDE;
		final float[] noise = new WhiteGrain().draw(side, new SplittableRandom(4)).values();
		double left = 0;
		for (final double quality : new double[] { 50, 70, 85 }) {
			final float[] stored = new JpegBlocks(quality).stored(noise, side, 10, 3, 5);
			double squares = 0;
			for (final float value : stored)
				squares += value * (double) value / stored.length;
			assertTrue(squares > left, "quality " + quality + ": " + squares);
			left = squares;
		}
		assertTrue(left > 0.8 && left < 1.25, "variance " + left);
	}

	@Test
	void keepsFlatBlocksFlat() {
		final float[] flat = new float[NoiseCheck.SIDE * NoiseCheck.SIDE];
		java.util.Arrays.fill(flat, 0.5f);
		for (final float value : new JpegBlocks(70).stored(flat, NoiseCheck.SIDE, 40, 1, 7))
			assertEquals(0.5f, value, 0.06f);
	}
}
