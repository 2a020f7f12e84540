package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.vaerestore.vae.Tensor;

/** Weights are one number here, 0 at the start and 1 where a training ended. */
class StartGateTest {

	private static final int PLACES = 100;

	private final List<Tensor> start = weights(0), trained = weights(1);

	@Test
	void takesAllOfWhatIsBetterBeyondDoubt() {
		final StartGate.Passed passed = new StartGate(errors(2, -1, 0.1, 1), start).pass(trained);
		assertSame(trained, passed.weights());
		assertEquals(1, passed.share());
		assertEquals(10 * Math.log10(25 / 24.0), passed.gain(), 0.03);
	}

	/** Half of the way is where the error is least; the end is as good as the start. */
	@Test
	void takesTheShareThatIsBest() {
		final StartGate.Passed passed = new StartGate(errors(4, -4, 0.1, 2), start).pass(trained);
		assertEquals(0.5, passed.share());
		assertEquals(0.5f, passed.weights().get(0).values()[0]);
		assertTrue(passed.gain() > 0.15 && passed.gain() < 0.2, passed.toString());
	}

	/** A gain that is two standard errors large at the end of the way. */
	@Test
	void smallGainsAreNotThrownAway() {
		int taken = 0;
		for (int trial = 0; trial < 200; trial++)
			if (new StartGate(errors(0.4, -0.2, 1, trial), start).pass(trained).share() > 0) taken++;
		assertTrue(taken > 150, taken + " of 200");
	}

	/** The trained weights are worse by a standard error. */
	@Test
	void whatIsWorseCostsNextToNothing() {
		double lost = 0, all = 0;
		for (int trial = 0; trial < 500; trial++) {
			final double share = new StartGate(errors(0, -0.1, 1, trial), start).pass(trained).share();
			lost += 0.1 * share * share;
			all += 0.1;
		}
		assertTrue(lost < 0.1 * all, lost + " of " + all);
	}

	@Test
	void equalErrorsAndASinglePlaceTellNothing() {
		for (final double[] equal : new double[][] { { 1, 2, 3 }, { 1 }, {} })
			assertSame(start, new StartGate(weights -> equal, start).pass(trained).weights());
		final Function<List<Tensor>, double[]> single = weights -> new double[] { 2 - weights.get(0).values()[0] };
		assertSame(start, new StartGate(single, start).pass(trained).weights());
		assertSame(start, new StartGate(errors(2, -1, 0.1, 1), start).pass(start).weights());
	}

	/**
	 * Returns errors that differ from place to place by far more than between weights: on the average, they fall by
	 * {@code slope * w + curve * w²}.
	 */
	private static Function<List<Tensor>, double[]> errors(final double slope, final double curve, final double chance,
		final long seed)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] places = new double[PLACES], chances = new double[PLACES];
		Arrays.setAll(places, i -> 50 * (i + 0.5) / PLACES);
		Arrays.setAll(chances, i -> chance * random.nextGaussian());
		return weights -> {
			final double w = weights.get(0).values()[0];
			final double[] errors = new double[PLACES];
			Arrays.setAll(errors, i -> places[i] - slope * w - curve * w * w + chances[i] * w);
			return errors;
		};
	}

	private static List<Tensor> weights(final float value) {
		return List.of(new Tensor("w", new int[] { 1 }, new float[] { value }));
	}
}
