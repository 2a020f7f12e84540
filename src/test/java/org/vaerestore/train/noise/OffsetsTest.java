package org.vaerestore.train.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class OffsetsTest {

	@Test
	void haveMeanZeroAndVarianceOne() {
		final SplittableRandom random = new SplittableRandom(1);
		double sum = 0, squares = 0;
		final int draws = 4000;
		for (int i = 0; i < draws; i++)
			for (final double offset : Offsets.draw(20, random)) {
				sum += offset / (20 * draws);
				squares += offset * offset / (20 * draws);
			}
		assertEquals(0, sum, 0.02);
		assertEquals(1, squares, 0.03);
	}
}
