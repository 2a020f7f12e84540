package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class NeighbourCorrelationTest {

	/** Sums of two of three neighbouring numbers share one of two: the correlation is a half, along either axis. */
	@Test
	void measuresWhatNeighboursShare() {
		final SplittableRandom random = new SplittableRandom(1);
		final NeighbourCorrelation correlation = new NeighbourCorrelation(2);
		final int side = 6;
		for (int grid = 0; grid < 400; grid++) {
			final double[][] white = new double[2][(side + 1) * (side + 1)];
			for (final double[] values : white)
				for (int i = 0; i < values.length; i++)
					values[i] = random.nextGaussian();
			final double[][] rows = new double[side * side][2];
			for (int y = 0; y < side; y++)
				for (int x = 0; x < side; x++)
					for (int d = 0; d < 2; d++) {
						final int i = y * (side + 1) + x;
						rows[y * side + x][d] = 100 * d + (d + 1) * (white[d][i] + white[d][i + 1] + white[d][i + side + 1] + white[d][i + side +
							2]);
					}
			correlation.add(rows, side);
		}
		assertEquals(0.5, correlation.mean(), 0.02);
	}

	@Test
	void ofSinglePlacesOrConstantsThereIsNone() {
		final NeighbourCorrelation single = new NeighbourCorrelation(1);
		single.add(new double[][] { { 1 }, { 2 }, { 3 } }, 1);
		assertEquals(0, single.mean());
		final NeighbourCorrelation constant = new NeighbourCorrelation(1);
		constant.add(new double[4][1], 2);
		assertEquals(0, constant.mean());
	}
}
