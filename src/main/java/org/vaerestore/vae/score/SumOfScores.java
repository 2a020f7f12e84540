package org.vaerestore.vae.score;

import java.util.List;

/**
 * Scores that count together: a sum of proper scores is proper.
 *
 * @param scores which count alike
 */
public record SumOfScores(List<Score> scores) implements Score {

	/** Copies the list. */
	public SumOfScores {
		scores = List.copyOf(scores);
	}

	@Override
	public double evaluate(final float[] first, final float[] second, final float[] truth, final boolean[] hidden,
		final int width, final double scale, final float[] firstGradient, final float[] secondGradient)
	{
		double sum = 0;
		final float[] one = new float[first.length], two = new float[second.length], allOne = new float[first.length], allTwo =
			new float[second.length];
		for (final Score score : scores) {
			sum += score.evaluate(first, second, truth, hidden, width, scale, one, two);
			for (int i = 0; i < one.length; i++) {
				allOne[i] += one[i];
				allTwo[i] += two[i];
			}
		}
		System.arraycopy(allOne, 0, firstGradient, 0, allOne.length);
		System.arraycopy(allTwo, 0, secondGradient, 0, allTwo.length);
		return sum;
	}
}
