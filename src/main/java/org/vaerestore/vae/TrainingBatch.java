package org.vaerestore.vae;

/**
 * What one training step learns from.
 *
 * @param context what the model gets to see
 * @param target what it should have seen; of the context's shape, not visible where it is not known
 * @param weight [row, y, x], 1 where the target counts in the loss, 0 where not
 * @param targetVariance [row, y, x], variance of the target's noise in network units squared; or what else the
 *          likelihood takes it for
 * @param division which rows go which way
 */
public record TrainingBatch(Pictures context, Pictures target, float[] weight, float[] targetVariance,
	Division division)
{

	/**
	 * How many rows, the first ones, go each way.
	 *
	 * @param mean along the prior's mean
	 * @param sampled as two samples of the prior
	 * @param posterior as a sample of the posterior
	 */
	public record Division(int mean, int sampled, int posterior) {
	}

	/** Checks the shapes. */
	public TrainingBatch {
		if (context.rows() != target.rows() || context.height() != target.height() || context.width() != target.width())
			throw new IllegalArgumentException("Context and target differ in shape.");
		for (final int rows : new int[] { division.mean(), division.sampled(), division.posterior() })
			if (rows < 0 || rows > context.rows()) throw new IllegalArgumentException(division + " of " + context.rows());
	}

	/** Creates a batch all of whose rows follow the prior's mean, and the first ones the posterior, too. */
	public TrainingBatch(final Pictures context, final Pictures target, final float[] weight, final float[] targetVariance,
		final int posteriorRows)
	{
		this(context, target, weight, targetVariance, new Division(context.rows(), 0, posteriorRows));
	}
}
