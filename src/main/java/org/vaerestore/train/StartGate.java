package org.vaerestore.train;

import java.util.List;
import java.util.function.Function;

import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Tensor;

/**
 * Lets the weights that a training has chosen pass only if they are better than those that it started from: by more than
 * twice the standard error of the difference, on pixels that had no part in the choice.
 */
final class StartGate {

	/** Standard errors: of forty weights that are no better, one passes. */
	private static final double MARGIN = 2;

	private final LadderVae judged;
	private final Function<LadderVae, double[]> check;
	private final List<Tensor> start;
	private double[] before;
	private List<Tensor> latest;
	private boolean latestPassed;

	/**
	 * Creates a gate.
	 *
	 * @param judged network that takes the weights to be checked
	 * @param check errors of a network at many places, always in the same order
	 */
	StartGate(final LadderVae judged, final Function<LadderVae, double[]> check, final List<Tensor> start) {
		this.judged = judged;
		this.check = check;
		this.start = start;
	}

	List<Tensor> start() {
		return start;
	}

	boolean passes(final List<Tensor> weights) {
		if (weights == start) return true;
		if (weights == latest) return latestPassed;
		if (before == null) before = errors(start);
		latestPassed = isBelow(errors(weights), before);
		latest = weights;
		return latestPassed;
	}

	/** Returns whether errors are below others by more than twice the standard error of their mean difference. */
	static boolean isBelow(final double[] errors, final double[] others) {
		double mean = 0, squares = 0;
		for (int i = 0; i < errors.length; i++) {
			final double difference = errors[i] - others[i], before = mean;
			mean += (difference - before) / (i + 1);
			squares += (difference - before) * (difference - mean);
		}
		final double variance = squares / (errors.length - 1) / errors.length;
		return errors.length > 1 && mean < -MARGIN * Math.sqrt(variance);
	}

	private double[] errors(final List<Tensor> weights) {
		judged.setWeights(weights);
		return check.apply(judged);
	}
}
