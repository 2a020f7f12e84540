package org.vaerestore.vae;

/**
 * What one training step learns from.
 *
 * @param context what the model gets to see
 * @param target what it should have seen; of the context's shape, not visible where it is not known
 * @param weight [row, y, x], 1 where the target counts in the loss, 0 where not
 * @param targetVariance [row, y, x], variance of the target's noise in network units squared; or what else the
 *          likelihood takes it for
 * @param posteriorRows rows that also go through the posterior, at most all
 */
public record TrainingBatch(Pictures context, Pictures target, float[] weight, float[] targetVariance,
	int posteriorRows)
{

	/** Checks the shapes. */
	public TrainingBatch {
		if (context.rows() != target.rows() || context.height() != target.height() || context.width() != target.width())
			throw new IllegalArgumentException("Context and target differ in shape.");
		if (posteriorRows < 0 || posteriorRows > context.rows()) throw new IllegalArgumentException(posteriorRows +
			" posterior rows of " + context.rows());
	}
}
