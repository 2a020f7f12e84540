package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

class CellCovarianceTest {

	private static final int SIDE = 512;
	private static final VarianceLine UNIT = new VarianceLine(0, 1);

	/** Within cells neighbours that know nothing of each other seem to go apart. */
	@Test
	void theMeansThatAreTakenAwayDoNotBiasIt() {
		final Autocovariance found = CellCovariance.of(tiles(FilteredNoise.of(SIDE, 0, (x, y) -> 1, 1)), UNIT).result();
		assertEquals(1, found.variance(), 0.02);
		assertTrue(found.strongest() < 0.02);
	}

	/** A plane of best fit is taken from each tile before, which leaves a little less than all. */
	@Test
	void whatABlurMakesIsFound() {
		final FilteredNoise noise = FilteredNoise.of(SIDE, 3, (x, y) -> Math.exp(-x * x / 1.5 - y * y / 0.8), 2);
		final Autocovariance found = CellCovariance.of(tiles(noise), UNIT).result();
		for (int y = 0; y <= 2; y++)
			for (int x = -2; x <= 2; x++)
				assertEquals(noise.correlation(x, y), found.correlation(x, y), 0.04, x + ", " + y);
	}

	/** The means of cells tell what is beyond their size. */
	@Test
	void whatRingsIsFoundByTheMeansOfCells() {
		final FilteredNoise noise = FilteredNoise.of(SIDE, 10, (x, y) -> x * y != 0 ? 0 : x + y == 0 ? 1 : Math.sin(Math.PI * (x +
			y) / 2) / (Math.PI * (x + y) / 2), 3);
		final List<Tile> tiles = tiles(noise);
		final Autocovariance within = CellCovariance.of(tiles, UNIT).result();
		final Autocovariance found = CellMeans.of(tiles, UNIT, 0.05, 12).completed(within);
		final double before = Math.abs(within.correlation(2, 0) - noise.correlation(2, 0)), after = Math.abs(found.correlation(2,
			0) - noise.correlation(2, 0));
		assertTrue(after < 0.05 && after < before, before + ", then " + after);
	}

	/** As with wide-field cameras, whose noise has a core and a long tail: cells hold the tail for none. */
	@Test
	void whatFallsOffSlowlyIsFoundByTheMeansOfCells() {
		final FilteredNoise noise = FilteredNoise.of(SIDE, 10, (x, y) -> Math.exp(-(x * x + y * y) / 1.125) + 0.06 * Math.exp(-(x *
			x + y * y) / 18.0), 4);
		final List<Tile> tiles = tiles(noise);
		final Autocovariance within = CellCovariance.of(tiles, UNIT).result(), found = CellMeans.of(tiles, UNIT, 1, 12).completed(
			within);
		assertTrue(within.correlation(2, 0) < noise.correlation(2, 0) - 0.08, "within cells: " + within.correlation(2, 0));
		for (int y = 0; y <= 2; y++)
			for (int x = -2; x <= 2; x++)
				assertEquals(noise.correlation(x, y), found.correlation(x, y), 0.04, x + ", " + y);
		assertEquals(1, found.variance(), 0.06);
	}

	@Test
	void withoutNoiseItIsWhite() {
		assertEquals(Autocovariance.WHITE, CellCovariance.of(List.of(), UNIT).result());
	}

	private static List<Tile> tiles(final FilteredNoise noise) {
		final float[] values = new float[noise.values().length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) noise.values()[i];
		return TileSurvey.of(List.of(new Plane(values, SIDE, SIDE, null))).tiles();
	}
}
