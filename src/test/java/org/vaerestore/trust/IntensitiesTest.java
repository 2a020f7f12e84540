package org.vaerestore.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntensitiesTest {

	private static Intensities of(final float[] input, final float[] result) {
		final RegionMeans means = new RegionMeans(input.length);
		means.add(Noisy.look(input, result));
		return Intensities.of(means.input(), means.result(), means.side(), Noisy.SD * Noisy.SD / means.side() / means.side(),
			Intensities.range(input));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.8, 0.9, 1, 1.1 })
	void findsTheSlopeThatIsThere(final double slope) {
		final float[] signal = Noisy.signal(), result = signal.clone();
		for (int i = 0; i < result.length; i++)
			result[i] = (float) (slope * signal[i] + 7);
		final Intensities found = of(Noisy.sum(signal, Noisy.noise(1)), result);
		assertEquals(16, found.side());
		assertEquals(slope, found.slope(), 0.003);
		assertEquals(7, found.offset(), 0.5);
		assertEquals((slope - 1) * 150 + 7, (found.resultMean() - found.inputMean()), 2);
		assertTrue(found.slopeError() < 0.005);
	}

	/** A result that keeps some of its own pixel's noise has the slope 1 nonetheless. */
	@Test
	void noiseThatIsLeftIsNoSlope() {
		final float[] signal = Noisy.signal(), noise = Noisy.noise(2), left = noise.clone();
		for (int i = 0; i < left.length; i++)
			left[i] *= 0.5f;
		assertEquals(1, of(Noisy.sum(signal, noise), Noisy.sum(signal, left)).slope(), 0.003);
	}

	@Test
	void theLineIsThatOfCommonsMath() {
		final float[] recorded = Noisy.sum(Noisy.signal(), Noisy.noise(3)), predicted = Noisy.signal();
		final SimpleRegression line = new SimpleRegression();
		for (int i = 0; i < recorded.length; i++)
			line.addData(predicted[i], recorded[i]);
		final Intensities found = Intensities.ofPredicted(recorded, predicted);
		assertEquals(1 / line.getSlope(), found.slope(), 1e-9);
		assertEquals(line.getSlopeStdErr() / line.getSlope() / line.getSlope(), found.slopeError(), 1e-6);
	}

	@Test
	void stepsAreTenthsInOrder() {
		final float[] input = new float[100], result = new float[100];
		for (int i = 0; i < 100; i++) {
			result[i] = 99 - i;
			input[i] = 99 - i - (i < 10 ? 5 : 0);
		}
		final Intensities found = Intensities.ofPredicted(input, result);
		assertEquals(10, found.steps().size());
		assertEquals(4.5, found.steps().get(0).resultMean(), 1e-9);
		assertEquals(0, found.steps().get(0).difference(), 1e-9);
		assertEquals(5, found.steps().get(9).difference(), 1e-9);
	}

	@Test
	void aFlatResultHasNoSlope() {
		final float[] flat = new float[Noisy.SIDE * Noisy.SIDE];
		assertTrue(Double.isNaN(of(Noisy.noise(4), flat).slope()));
	}
}
