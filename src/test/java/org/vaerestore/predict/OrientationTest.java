package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.noise.MeasuredLags;
import org.vaerestore.vae.noise.NoiseCorrelations;

class OrientationTest {

	private static final int WIDTH = 60, HEIGHT = 40;

	/** What is told of the noise turns with the plane. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7 })
	void tellsTheNoiseOfTheTurnedPlane(final int index) {
		final SplittableRandom random = new SplittableRandom(index);
		final double[] white = new double[WIDTH * HEIGHT], plane = new double[white.length], turned = new double[white.length];
		for (int i = 0; i < white.length; i++)
			white[i] = random.nextGaussian();
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				plane[y * WIDTH + x] = white[y * WIDTH + x] + 0.9 * white[(y + 1) % HEIGHT * WIDTH + (x + 1) % WIDTH] + 0.4 * white[y *
					WIDTH + (x + 1) % WIDTH];
		final Orientation orientation = new Orientation(index);
		final int[] sources = orientation.sources(WIDTH, HEIGHT);
		for (int i = 0; i < sources.length; i++)
			turned[i] = plane[sources[i]];
		final ToldNoise told = orientation.of(new ToldNoise(1, new NoiseCorrelations(MeasuredLags.of(plane, WIDTH), 0.5f, 0)));
		final float[] expected = MeasuredLags.of(turned, orientation.transposes() ? HEIGHT : WIDTH);
		for (int lag = 0; lag < NoiseCorrelations.LAGS; lag++)
			assertEquals(expected[lag], told.correlations().lags()[lag], 1e-4, "lag " + lag);
		assertEquals(orientation.transposes() ? 0.5f : 0, told.correlations().columns());
	}
}
