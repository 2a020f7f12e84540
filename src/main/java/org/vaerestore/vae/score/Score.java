package org.vaerestore.vae.score;

/**
 * How well two samples agree with a truth, with the gradients that training needs: the lower, the better.
 * <p>
 * A score is proper if no distribution of samples has a lower one, on the average over truths, than the truths' own (Gneiting
 * and Raftery, JASA 102, 2007). Implementations are immutable and may be used by many threads.
 * </p>
 */
public interface Score {

	/**
	 * Scores two samples of one picture, which have the truth's values where nothing is hidden.
	 *
	 * @param first sample, row by row, in network units
	 * @param second sample, drawn independently
	 * @param truth what there is
	 * @param hidden true where the samples count
	 * @param width of the picture in pixels
	 * @param scale factor for the gradients
	 * @param firstGradient is set to {@code scale} times the derivative of the result by {@code first}
	 * @param secondGradient is set to {@code scale} times the derivative of the result by {@code second}
	 * @return the score, not scaled; 0 if nothing is hidden
	 */
	double evaluate(float[] first, float[] second, float[] truth, boolean[] hidden, int width, double scale,
		float[] firstGradient, float[] secondGradient);
}
