package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.junit.jupiter.api.Test;

class OptimizerTest {

	/** The recurrences of the paper, written out anew for one parameter and three gradients. */
	@Test
	void adamFollowsItsPaper() {
		final double[] gradients = { 0.3, -1.2, 0.05 };
		double m = 0;
		double v = 0;
		double expected = 0.7;
		for (int t = 1; t <= 3; t++) {
			m = 0.9 * m + 0.1 * gradients[t - 1];
			v = 0.999 * v + 0.001 * gradients[t - 1] * gradients[t - 1];
			expected -= 0.01 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
		}
		assertEquals(expected, trained(new Adam(1), gradients), 1e-6);
	}

	@Test
	void onlyTheRangeChanges() {
		final FloatBuffer values = FloatBuffer.wrap(new float[] { 1, 1, 1, 1 });
		new Adam(4).step(values, FloatBuffer.wrap(new float[] { 1, 1, 1, 1 }), 1, 1, 3, 0.1);
		assertEquals(1, values.get(0));
		assertEquals(0.9, values.get(1), 1e-6);
		assertEquals(0.9, values.get(2), 1e-6);
		assertEquals(1, values.get(3));
	}

	@Test
	void clippingLimitsTheNorm() {
		final FloatBuffer gradients = FloatBuffer.wrap(new float[] { 3, 4, 100 });
		assertEquals(1, new GradientClipping(5).scale(gradients, 0, 2));
		assertEquals(0.2, new GradientClipping(1).scale(gradients, 0, 2), 1e-12);
		gradients.put(1, Float.NaN);
		assertTrue(Double.isNaN(new GradientClipping(1).scale(gradients, 0, 2)));
	}

	/** A single odd batch changes nothing; if all are odd, they are what is usual. */
	@Test
	void stepsFarFromUsualAreLeftOut() {
		final GradientClipping clipping = new GradientClipping(1);
		final FloatBuffer usual = FloatBuffer.wrap(new float[] { 2 }), odd = FloatBuffer.wrap(new float[] { 50 });
		for (int step = 0; step < 20; step++)
			assertEquals(0.5, clipping.scale(usual, 0, 1), 1e-6);
		assertTrue(Double.isNaN(clipping.scale(odd, 0, 1)));
		assertEquals(0.5, clipping.scale(usual, 0, 1), 1e-6);
		int left = 0;
		while (Double.isNaN(clipping.scale(odd, 0, 1)))
			left++;
		assertTrue(left > 3 && left < 30, left + " are left out");
	}

	@Test
	void theRateWarmsUpAndDecays() {
		final LearningRate rate = new LearningRate(0.5, 10, 0.1);
		assertEquals(0.05, rate.at(0, 0), 1e-12);
		assertEquals(0.5, rate.at(9, 0), 1e-12);
		assertEquals(0.5 * 0.55, rate.at(100, 0.5), 1e-12);
		assertEquals(0.05, rate.at(1000, 1), 1e-12);
		assertEquals(0.05, rate.at(1000, 7), 1e-12);
	}

	@Test
	void theAverageSettles() {
		final FloatBuffer values = FloatBuffer.wrap(new float[] { 10 });
		final WeightAverage average = new WeightAverage(0.9, values, 1);
		values.put(0, 2);
		double expected = 10;
		for (int step = 1; step <= 200; step++) {
			final double decay = Math.min(0.9, (1.0 + step) / (10.0 + step));
			expected = decay * expected + (1 - decay) * 2;
			average.update(values, step, 0, values.capacity());
			assertEquals(expected, average.values()[0], 1e-4);
		}
		assertEquals(2, average.values()[0], 1e-4);
	}

	private static double trained(final Adam optimizer, final double[] gradients) {
		final FloatBuffer values = FloatBuffer.wrap(new float[] { 0.7f });
		for (final double gradient : gradients)
			optimizer.step(values, FloatBuffer.wrap(new float[] { (float) (2 * gradient) }), 0.5, 0, 1, 0.01);
		return values.get(0);
	}
}
