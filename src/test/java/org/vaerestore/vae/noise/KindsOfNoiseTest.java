package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/** Noise that correlates in all the ways that instruments and programs make, on pictures. */
class KindsOfNoiseTest {

	private static final int SIDE = 256;
	private static final double DEVIATION = 10;
	private static final float[][] PICTURES = { cells(), procedural() };

	enum Kind {
		WHITE, LENS, STRONG_LENS, ALONG_ROWS, INTERLACED, DOUBLED_ROWS, ROTATED, ZERO_FILLED, ZERO_FILLED_LESS, CT, SHARPENED,
		DEMOSAICED;

		FilteredNoise draw() {
			return switch (this) {
				case WHITE -> FilteredNoise.of(SIDE, 0, (x, y) -> 1, 1);
				case LENS -> FilteredNoise.of(SIDE, 4, (x, y) -> gauss(x, y, 0.7), 2);
				case STRONG_LENS -> FilteredNoise.of(SIDE, 4, (x, y) -> gauss(x, y, 1), 3);
				case ALONG_ROWS -> FilteredNoise.of(SIDE, 4, (x, y) -> y == 0 ? gauss(x, 0, 0.7) : 0, 4);
				case INTERLACED -> FilteredNoise.of(SIDE, 1, (x, y) -> x == 0 ? 1 - 0.5 * Math.abs(y) : 0, 5);
				case DOUBLED_ROWS -> FilteredNoise.of(SIDE, 1, (x, y) -> x == 0 && y <= 0 ? 1 : 0, 6);
				case ROTATED -> FilteredNoise.of(SIDE, 3, (x, y) -> x == y ? gauss(x, 0, 0.8) : 0, 7);
				case ZERO_FILLED -> FilteredNoise.of(SIDE, 10, (x, y) -> sinc(x / 2) * sinc(y / 2), 8);
				case ZERO_FILLED_LESS -> FilteredNoise.of(SIDE, 10, (x, y) -> sinc(x / 1.5) * sinc(y / 1.5), 9);
				case CT -> FilteredNoise.of(SIDE, 6, (x, y) -> gauss(x, y, 0.8) - 0.2 * gauss(x, y, 1.4), 10);
				case SHARPENED -> FilteredNoise.of(SIDE, 1, (x, y) -> x == 0 && y == 0 ? 2 : x * y == 0 ? -0.25 : 0, 11);
				case DEMOSAICED -> FilteredNoise.ofDemosaicing(SIDE, 12);
			};
		}
	}

	@ParameterizedTest
	@EnumSource
	void levelAndCorrelationsAreFound(final Kind kind) {
		final FilteredNoise noise = kind.draw();
		for (final float[] picture : PICTURES) {
			final float[] values = picture.clone();
			for (int i = 0; i < values.length; i++)
				values[i] += (float) (DEVIATION * noise.values()[i]);
			final NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(values, SIDE, SIDE, null)));
			assertArrayEquals(noise.lags(), estimate.correlations().lags(), 0.09f, () -> kind + ": " + estimate);
			assertEquals(DEVIATION, estimate.level().deviation(), 0.07 * DEVIATION, kind::toString);
			assertEquals(0, estimate.correlations().rows());
			assertEquals(0, estimate.correlations().columns());
		}
	}

	private static float[] cells() {
		final double[] signal = Scene.cells(SIDE, SIDE, 5).signal();
		final float[] picture = new float[signal.length];
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (200 * signal[i]);
		return picture;
	}

	private static float[] procedural() {
		final float[] picture = ProceduralPictures.draw(SIDE, 5);
		double mean = 0, squares = 0;
		for (final float value : picture)
			mean += value / picture.length;
		for (final float value : picture)
			squares += (value - mean) * (value - mean) / picture.length;
		for (int i = 0; i < picture.length; i++)
			picture[i] *= (float) (4 * DEVIATION / Math.sqrt(squares));
		return picture;
	}

	private static double gauss(final double x, final double y, final double sigma) {
		return Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
	}

	private static double sinc(final double x) {
		return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
	}
}
