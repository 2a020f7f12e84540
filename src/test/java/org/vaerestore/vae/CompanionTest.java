package org.vaerestore.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What brings a plane beside a picture to its brightness. */
class CompanionTest {

	private static final int PIXELS = 64 * 64;

	/** Any gain and offset goes, also where bright is dark. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void gainAndOffsetGo(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] picture = new float[PIXELS], other = new float[PIXELS], visible = new float[PIXELS];
		final double gain = (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.3, 3), offset = random.nextDouble(-5, 5);
		for (int i = 0; i < PIXELS; i++) {
			picture[i] = (float) random.nextGaussian();
			other[i] = (float) (gain * picture[i] + offset);
			visible[i] = random.nextInt(10) == 0 ? 0 : 1;
			if (visible[i] == 0) other[i] = 1000;
		}
		final Companion matched = new Companion(other, visible, 0.2f).matched(picture, visible, 0);
		for (int i = 0; i < PIXELS; i++)
			if (visible[i] == 1) assertEquals(picture[i], matched.values()[i], 0.05);
		assertEquals(0.2 / Math.abs(gain), matched.noise(), 0.02 / Math.abs(gain));
	}

	/** Noise alone tells nothing of the contrast, which stays. */
	@Test
	void contrastStaysWhereThereIsNoiseAlone() {
		final SplittableRandom random = new SplittableRandom(8);
		final float[] picture = new float[PIXELS], other = new float[PIXELS], visible = new float[PIXELS];
		Arrays.fill(visible, 1);
		for (int i = 0; i < PIXELS; i++) {
			picture[i] = (float) random.nextGaussian();
			other[i] = (float) (3 * random.nextGaussian() + 7);
		}
		final Companion matched = new Companion(other, visible, 3).matched(picture, visible, 1);
		assertEquals(3, matched.noise());
		double mean = 0;
		for (final float value : matched.values())
			mean += value / PIXELS;
		assertEquals(0, mean, 0.05);
		for (int i = 1; i < PIXELS; i++)
			assertEquals(other[i] - other[0], matched.values()[i] - matched.values()[0], 1e-4);
	}

	@Test
	void staysWhereNothingIsSeenOfBoth() {
		final float[] hidden = new float[PIXELS];
		final Companion companion = new Companion(new float[PIXELS], hidden, 1);
		assertSame(companion, companion.matched(new float[PIXELS], hidden, 1));
		assertArrayEquals(new float[PIXELS], companion.values());
	}
}
