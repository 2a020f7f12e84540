package org.vaerestore.vae.noise;

import java.util.Arrays;

import org.vaerestore.job.Progress;

/**
 * Expectation maximisation for mixtures at knots.
 * <p>
 * A pair between two knots belongs to both by nearness, so its density is one mixture of the components of both, and
 * the usual responsibilities hold. The components of a knot are kept at a weighted mean of 0.
 * </p>
 */
final class MixtureEstimate {

	private static final int ROUNDS = 80;
	private static final int FEWEST_ROUNDS = 6;
	private static final double THRESHOLD = 1e-6;
	/** Least variance of a component, relative to that of all residuals at its knot. */
	private static final double NARROWEST = 0.02;
	/** Pairs that a component is given of its own accord, so that none dies out. */
	private static final double LEAST_COUNT = 1e-3;
	private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

	private final double[] signals;
	private final double[] residuals;
	private final int components;
	private final int[] lower;
	private final double[] nearness;
	private final double[] spread;
	private final double[][] counts;
	private final double[][] sums;
	private final double[][] squares;
	private final double[] densities;

	private MixtureEstimate(final double[] signals, final double[] residuals, final double[] knots,
		final int components)
	{
		this.signals = signals;
		this.residuals = residuals;
		this.components = components;
		lower = new int[signals.length];
		nearness = new double[signals.length];
		for (int i = 0, knot = 0; i < signals.length; i++) {
			while (knot < knots.length - 2 && signals[i] >= knots[knot + 1])
				knot++;
			lower[i] = knot;
			if (knots.length > 1) nearness[i] = Math.min(1, Math.max(0, (signals[i] - knots[knot]) / (knots[knot + 1] -
				knots[knot])));
		}
		counts = new double[knots.length][components];
		sums = new double[knots.length][components];
		squares = new double[knots.length][components];
		densities = new double[2 * components];
		spread = spread();
	}

	/**
	 * Fits mixtures.
	 *
	 * @param signals in order
	 * @param residuals what was observed beside each
	 * @param knots signals, increasing
	 * @param components per knot
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	static KnotMixtures maximise(final double[] signals, final double[] residuals, final double[] knots,
		final int components, final Progress progress)
	{
		final MixtureEstimate estimate = new MixtureEstimate(signals, residuals, knots, components);
		KnotMixtures now = estimate.scored(estimate.start());
		KnotMixtures best = now;
		for (int round = 0; round < ROUNDS; round++) {
			progress.checkCancelled();
			// the sums are those of the latest score
			final KnotMixtures next = estimate.scored(estimate.updated(now));
			final boolean done = round >= FEWEST_ROUNDS && next.logLikelihood() - now.logLikelihood() < THRESHOLD;
			now = next;
			if (now.logLikelihood() > best.logLikelihood()) best = now;
			if (done) break;
		}
		return best;
	}

	/** Variance of the residuals at each knot, never 0. */
	private double[] spread() {
		final double[] result = new double[counts.length];
		final double[] total = new double[counts.length];
		double all = 0;
		for (int i = 0; i < signals.length; i++) {
			final double square = residuals[i] * residuals[i];
			all += square / signals.length;
			for (int side = 0; side < 2 && lower[i] + side < result.length; side++) {
				final double share = side == 0 ? 1 - nearness[i] : nearness[i];
				result[lower[i] + side] += share * square;
				total[lower[i] + side] += share;
			}
		}
		for (int j = 0; j < result.length; j++)
			result[j] = Math.max((result[j] + all) / (total[j] + 1), Double.MIN_NORMAL);
		return result;
	}

	/** Components of different widths, side by side. */
	private KnotMixtures start() {
		final double[][] weights = new double[counts.length][components];
		final double[][] shifts = new double[counts.length][components];
		final double[][] variances = new double[counts.length][components];
		for (int j = 0; j < counts.length; j++) {
			Arrays.fill(weights[j], 1.0 / components);
			for (int k = 0; k < components; k++) {
				shifts[j][k] = Math.sqrt(spread[j]) * (k - (components - 1) / 2.0) / 2;
				variances[j][k] = components == 1 ? spread[j] : spread[j] * (k + 1) / components;
			}
		}
		return new KnotMixtures(weights, shifts, variances, Double.NEGATIVE_INFINITY);
	}

	/** Sums up the responsibilities, and sets the log-likelihood. */
	private KnotMixtures scored(final KnotMixtures mixtures) {
		for (int j = 0; j < counts.length; j++) {
			Arrays.fill(counts[j], LEAST_COUNT);
			Arrays.fill(sums[j], 0);
			for (int k = 0; k < components; k++)
				squares[j][k] = LEAST_COUNT * spread[j];
		}
		double logs = 0;
		for (int i = 0; i < signals.length; i++) {
			final double residual = residuals[i];
			final int sides = nearness[i] > 0 ? 2 : 1;
			double least = Double.POSITIVE_INFINITY;
			for (int c = 0; c < sides * components; c++) {
				final double distance = residual - mixtures.shifts()[knot(i, c)][c % components];
				densities[c] = 0.5 * distance * distance / mixtures.variances()[knot(i, c)][c % components];
				least = Math.min(least, densities[c]);
			}
			double density = 0;
			for (int c = 0; c < sides * components; c++) {
				final double share = c < components ? 1 - nearness[i] : nearness[i];
				densities[c] = share * mixtures.weights()[knot(i, c)][c % components] * Math.exp(least - densities[c]) / Math
					.sqrt(mixtures.variances()[knot(i, c)][c % components]);
				density += densities[c];
			}
			if (!(density > 0)) continue;
			logs += Math.log(density) - least - LOG_ROOT_TWO_PI;
			for (int c = 0; c < sides * components; c++) {
				final double responsibility = densities[c] / density;
				counts[knot(i, c)][c % components] += responsibility;
				sums[knot(i, c)][c % components] += responsibility * residual;
				squares[knot(i, c)][c % components] += responsibility * residual * residual;
			}
		}
		return new KnotMixtures(mixtures.weights(), mixtures.shifts(), mixtures.variances(), logs / signals.length);
	}

	private int knot(final int pair, final int component) {
		return component < components ? lower[pair] : lower[pair] + 1;
	}

	/**
	 * The parameters of highest expected likelihood with a weighted mean of 0.
	 * <p>
	 * By a Lagrange multiplier, with weights and variances held, the means move from the unconstrained ones in proportion
	 * to their variances.
	 * </p>
	 */
	private KnotMixtures updated(final KnotMixtures before) {
		final double[][] weights = new double[counts.length][components];
		final double[][] shifts = new double[counts.length][components];
		final double[][] variances = new double[counts.length][components];
		for (int j = 0; j < counts.length; j++) {
			final double total = Arrays.stream(counts[j]).sum();
			double mean = 0;
			double variance = 0;
			for (int k = 0; k < components; k++) {
				weights[j][k] = counts[j][k] / total;
				mean += weights[j][k] * sums[j][k] / counts[j][k];
				variance += weights[j][k] * before.variances()[j][k];
			}
			for (int k = 0; k < components; k++) {
				final double own = sums[j][k] / counts[j][k];
				shifts[j][k] = own - mean * before.variances()[j][k] / variance;
				variances[j][k] = Math.max(squares[j][k] / counts[j][k] - own * own + (own - shifts[j][k]) * (own -
					shifts[j][k]), NARROWEST * spread[j]);
			}
		}
		return new KnotMixtures(weights, shifts, variances, Double.NEGATIVE_INFINITY);
	}
}
