package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;
import org.vaerestore.vae.noise.NoiseLevel.Source;

/** Structure that fills the frame, with white noise whose standard deviation is 10. */
class TextureIsNotNoiseTest {

	private static final int SIDE = 256;
	private static final double NOISE = 10;

	@ParameterizedTest
	@ValueSource(doubles = { 3, 4, 5, 6, 7, 8, 10, 12, 16 })
	void latticesAreNotNoise(final double period) {
		final double f = 2 * Math.PI / period;
		requireNoise((x, y) -> 30 * Math.cos(f * (0.8 * x + 0.6 * y)));
		requireNoise((x, y) -> 30 * Math.cos(f * x));
		requireNoise((x, y) -> 30 * Math.cos(f * x + 1) * Math.cos(f * y));
		requireNoise((x, y) -> 20 * (Math.cos(f * x) + Math.cos(f * (x / 2 + 0.866 * y)) + Math.cos(f * (x / 2 - 0.866 *
			y))));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.3, 1.6, 2 })
	void denseSpotsAreNotNoise(final double radius) {
		final SplittableRandom random = new SplittableRandom(3);
		final float[] points = new float[SIDE * SIDE];
		for (int i = 0; i < points.length; i++)
			points[i] = random.nextInt(30) == 0 ? (float) (1000 * random.nextDouble()) : 0;
		final float[] spots = GaussianBlur.blur(points, SIDE, SIDE, radius);
		requireNoise((x, y) -> spots[(int) y * SIDE + (int) x]);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.2, 1.5, 2, 3 })
	void aGrainOfNormalDistributionIsNotNoise(final double radius) {
		final float[] grain = Grain.of(SIDE, radius, 25, 4);
		requireNoise((x, y) -> grain[(int) y * SIDE + (int) x]);
	}

	@ParameterizedTest
	@ValueSource(longs = { 5, 6, 7 })
	void lettersAreNotNoise(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] ink = new float[SIDE * SIDE];
		for (int row = 2; row + 12 < SIDE; row += 16)
			for (int column = 2; column + 8 < SIDE; column += 9)
				for (int stroke = 0; stroke < 3; stroke++) {
					final boolean upright = random.nextBoolean();
					final int at = random.nextInt(upright ? 6 : 10);
					for (int i = 0; i < (upright ? 11 : 7); i++)
						for (int thick = 0; thick < 2; thick++)
							ink[(row + (upright ? i : at + thick)) * SIDE + column + (upright ? at + thick : i)] = 160;
				}
		final float[] page = GaussianBlur.blur(ink, SIDE, SIDE, 0.7);
		requireNoise((x, y) -> -page[(int) y * SIDE + (int) x]);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1001, 1008, 1022, 1050, 1056 })
	void proceduralPicturesAreNotNoise(final long seed) {
		final float[] picture = ProceduralPictures.scene(SIDE, seed);
		double mean = 0, squares = 0;
		for (final float value : picture)
			mean += value / picture.length;
		for (final float value : picture)
			squares += (value - mean) * (value - mean) / picture.length;
		final double scale = NOISE / 0.3 / Math.sqrt(squares);
		requireNoise((x, y) -> scale * picture[(int) y * SIDE + (int) x]);
	}

	/** What can't be told from noise is kept, and the bounds tell of it. */
	@Test
	void whatMayBeTextureIsKeptAndTold() {
		final float[] grain = Grain.of(SIDE, 1, 20, 8);
		final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(grain, SIDE, SIDE, null)));
		assertTrue(estimate.level().deviation() < 2, estimate::toString);
		assertEquals(20, estimate.level().high(), 4);
		assertTrue(estimate.level().isDoubtful());
		assertEquals(0, estimate.correlation());
	}

	@Test
	void whatIsSureIsTold() {
		final NoiseEstimate estimate = estimate((x, y) -> 0.5 * x);
		assertEquals(Source.FLAT_PLACES, estimate.level().source());
		assertFalse(estimate.level().isDoubtful());
		assertTrue(estimate.level().low() < NOISE && NOISE < estimate.level().high(), estimate::toString);
	}

	private static void requireNoise(final DoubleBinaryOperator signal) {
		final NoiseEstimate estimate = estimate(signal);
		assertEquals(NOISE, estimate.level().deviation(), 0.07 * NOISE, estimate::toString);
		assertEquals(0, estimate.correlation(), 0.15, estimate::toString);
		assertTrue(estimate.level().low() < 1.03 * NOISE && NOISE < 1.03 * estimate.level().high(), estimate::toString);
	}

	private static NoiseEstimate estimate(final DoubleBinaryOperator signal) {
		final SplittableRandom random = new SplittableRandom(9);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (100 + signal.applyAsDouble(i % SIDE, i / SIDE) + NOISE * random.nextGaussian());
		return NoiseEstimation.estimate(List.of(new Plane(values, SIDE, SIDE, null)));
	}
}
