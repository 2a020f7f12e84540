package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProceduralSeriesTest {

	private static final int SIDE = 64;

	static List<NamedSeries> kinds() {
		return NamedSeries.ALL;
	}

	@Test
	void comeAgainFromTheirSeedAndFromNoOther() {
		for (long seed = 0; seed < 20; seed++)
			assertArrayEquals(ProceduralSeries.draw(SIDE, 3, seed), ProceduralSeries.draw(SIDE, 3, seed), "seed " + seed);
		assertFalse(Arrays.equals(ProceduralSeries.draw(SIDE, 1, 5)[0], ProceduralSeries.draw(SIDE, 1, 6)[0]));
	}

	@Test
	void areInTheRangeOfTheFirstPlane() {
		for (int seed = 0; seed < 60; seed++) {
			final int companions = 1 + seed % 6;
			final float[][] planes = ProceduralSeries.draw(SIDE, companions, seed);
			assertEquals(companions + 1, planes.length);
			for (final float[] plane : planes) {
				assertEquals(SIDE * SIDE, plane.length);
				for (final float value : plane)
					assertTrue(Float.isFinite(value), "seed " + seed);
			}
			assertEquals(0, Range.median(planes[0]), 1e-5, "seed " + seed);
			assertEquals(1, Range.deviation(planes[0]), 1e-3, "seed " + seed);
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void anyNumberOfPlanesAndAnySideAreDrawn(final NamedSeries kind) {
		for (int companions = 1; companions <= 6; companions++) {
			final int side = SIDE + 7 * companions;
			final float[][] planes = ProceduralSeries.draw(kind.kind(), side, companions, new SplittableRandom(companions));
			assertEquals(companions + 1, planes.length);
			for (final float[] plane : planes) {
				assertEquals(side * side, plane.length);
				for (final float value : plane)
					assertTrue(Math.abs(value) < 500, kind.name() + " of " + companions + ": " + value);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void planesAreDifferentArrays(final NamedSeries kind) {
		final float[][] planes = ProceduralSeries.draw(kind.kind(), SIDE, 6, new SplittableRandom(3));
		for (int i = 0; i < planes.length; i++)
			for (int k = 0; k < i; k++)
				assertTrue(planes[i] != planes[k], kind.name());
	}

	@Test
	void everyKindComesAsOftenAsItsWeightSays() {
		final Map<NamedSeries, Integer> counts = new HashMap<>();
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 20_000; i++)
			counts.merge(NamedSeries.pick(NamedSeries.ALL, random), 1, Integer::sum);
		final double sum = NamedSeries.ALL.stream().mapToDouble(NamedSeries::weight).sum();
		for (final NamedSeries kind : NamedSeries.ALL)
			assertEquals(kind.weight() / sum, counts.getOrDefault(kind, 0) / 20_000.0, 0.01, kind.name());
	}
}
