package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Lines;
import org.vaerestore.model.Normalisation;
import org.vaerestore.train.Pictures;

class IntensityCheckTest {

	private final Normalisation normalisation = Normalisation.fit(Pictures.waves(96, 80, 1), null);

	@Test
	void imagesLikeTheTrainingDataPassSilently() {
		assertEquals(List.of(), warnings(1, 0));
		assertEquals(List.of(), warnings(0.9, 10));
	}

	@Test
	void otherIntensitiesAreToldWithTheirValues() {
		for (final double[] change : new double[][] { { 10, 0 }, { 1, 300 }, { 0.01, 100 }, { 1, -300 } }) {
			final List<String> warnings = warnings(change[0], change[1]);
			assertEquals(1, warnings.size());
			assertTrue(warnings.get(0).contains("may be wrong"), warnings.get(0));
		}
		assertTrue(warnings(1, 300).get(0).contains("from 3"), warnings(1, 300).get(0));
	}

	private List<String> warnings(final double factor, final double shift) {
		final float[] values = Pictures.waves(96, 80, 1);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (factor * values[i] + shift);
		final boolean[] hidden = new boolean[values.length];
		values[77] = 1e9f;
		for (int i = 70; i < 80; i++)
			hidden[i] = true;
		final List<String> lines = new ArrayList<>();
		IntensityCheck.warn(values, hidden, normalisation, new Lines(lines));
		return lines;
	}
}
