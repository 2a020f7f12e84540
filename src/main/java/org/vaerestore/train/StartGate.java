package org.vaerestore.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.vaerestore.vae.Tensor;

/**
 * Takes of what a training has changed as much as is surely better than the weights that it started from, on pixels that
 * had no part in the choice of its weights: all of it, a share, or nothing.
 * <p>
 * On the way from the start to the trained weights the error is about a parabola, and its chance part grows with the way.
 * So a share of the way gains most of what there is to gain at a fraction of the doubt, and small gains aren't thrown
 * away (weights between a start and what it was tuned to are good ones: Wortsman et al., WiSE-FT, CVPR 2022).
 * </p>
 */
final class StartGate {

	/** Shares of the way that are looked at. */
	private static final double[] SHARES = { 0.25, 0.5, 0.75, 1 };
	/** Standard errors of the gain that are taken from it before it counts. */
	private static final double DOUBT = 1;

	private final Function<List<Tensor>, double[]> check;
	private final List<Tensor> start;
	private double[] before;
	private List<Tensor> latest;
	private Passed passed;

	/**
	 * What a gate lets pass.
	 *
	 * @param weights between the start, which is given back as it is, and those that were trained
	 * @param share of the way from the one to the other, 0 to 1
	 * @param gain in dB, by which the error is smaller than at the start; 0 for the start itself, not finite where hardly an
	 *          error is left
	 */
	record Passed(List<Tensor> weights, double share, double gain) {
	}

	/**
	 * Creates a gate.
	 *
	 * @param check squared errors at many places by given weights, without those of the noise, always in the same order
	 */
	StartGate(final Function<List<Tensor>, double[]> check, final List<Tensor> start) {
		this.check = check;
		this.start = start;
	}

	List<Tensor> start() {
		return start;
	}

	/** Returns what passes of trained weights. */
	Passed pass(final List<Tensor> trained) {
		if (trained == latest) return passed;
		latest = trained;
		passed = new Passed(start, 0, 0);
		if (trained == start) return passed;
		if (before == null) before = check.apply(start);
		double most = 0;
		for (final double share : SHARES) {
			final List<Tensor> weights = share == 1 ? trained : between(start, trained, share);
			final double[] errors = check.apply(weights);
			final double sure = sureGain(before, errors);
			if (sure <= most) continue;
			most = sure;
			passed = new Passed(weights, share, 10 * Math.log10(mean(before) / mean(errors)));
		}
		return passed;
	}

	/** Returns by how much errors are below those before on the average, less the standard error of that. */
	static double sureGain(final double[] before, final double[] errors) {
		if (errors.length < 2) return 0;
		double mean = 0, squares = 0;
		for (int i = 0; i < errors.length; i++) {
			final double gain = before[i] - errors[i], meanBefore = mean;
			mean += (gain - meanBefore) / (i + 1);
			squares += (gain - meanBefore) * (gain - mean);
		}
		return mean - DOUBT * Math.sqrt(squares / (errors.length - 1) / errors.length);
	}

	/** Returns weights on the straight line between two. */
	static List<Tensor> between(final List<Tensor> from, final List<Tensor> to, final double share) {
		final List<Tensor> weights = new ArrayList<>();
		for (int i = 0; i < from.size(); i++) {
			final float[] a = from.get(i).values(), b = to.get(i).values(), mixed = new float[a.length];
			for (int k = 0; k < mixed.length; k++)
				mixed[k] = (float) (a[k] + share * (b[k] - a[k]));
			weights.add(new Tensor(from.get(i).name(), from.get(i).shape(), mixed));
		}
		return weights;
	}

	private static double mean(final double[] values) {
		return Arrays.stream(values).average().orElse(Double.NaN);
	}
}
