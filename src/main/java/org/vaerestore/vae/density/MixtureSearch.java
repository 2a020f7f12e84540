package org.vaerestore.vae.density;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.MixtureMultivariateNormalDistribution;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.distribution.fitting.MultivariateNormalMixtureExpectationMaximization;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.util.Pair;
import org.vaerestore.job.Progress;

/**
 * Fits mixtures of 1, 2, ... components by expectation maximisation and keeps the best by the Bayesian information
 * criterion.
 * <p>
 * The bare algorithm fails on singular covariances, so it works on standardised rows with a little noise added, which
 * gives every covariance a smallest eigenvalue. A single Gaussian needs no iterations and always succeeds.
 * </p>
 */
final class MixtureSearch {

	/** Rows used for the iterations; more don't change a handful of components. */
	private static final int MOST_ROWS = 1000;
	private static final int ROWS_PER_PARAMETER = 2;
	private static final int ITERATIONS = 60;
	private static final double THRESHOLD = 1e-4;
	/** Numbers of components that are tried beyond the best one so far. */
	private static final int PATIENCE = 2;
	/** Standard deviation of the noise added to standardised rows. */
	private static final double JITTER = 0.02;
	private static final long SEED = 0x6c61_7465_6e74L;

	private MixtureSearch() {}

	static Component[] fit(final double[][] rows, final int mostComponents, final Progress progress) {
		final Scaling scaling = Scaling.of(rows);
		final double[][] sample = jittered(scaling.standardised(every(rows)));
		Component[] best = { Moments.gaussian(scaling.standardised(rows), JITTER) };
		double bestCriterion = criterion(best, sample);
		for (int count = 2; count <= Math.min(mostComponents, best.length + PATIENCE) && sample.length > ROWS_PER_PARAMETER * parameters(count,
			scaling.dimensions()); count++)
		{
			progress.checkCancelled();
			progress.update((count - 1.0) / mostComponents, "describing what the model has learned");
			final Component[] found = maximised(sample, count);
			final double criterion = found == null ? Double.POSITIVE_INFINITY : criterion(found, sample);
			if (criterion < bestCriterion) {
				best = found;
				bestCriterion = criterion;
			}
		}
		return scaling.restored(best);
	}

	/** Returns null if a component collapsed on the way. */
	private static Component[] maximised(final double[][] rows, final int count) {
		final List<Pair<Double, MultivariateNormalDistribution>> start = new ArrayList<>();
		try {
			for (final Component component : Clusters.of(rows, count, JITTER))
				start.add(Pair.create(component.weight(), new MultivariateNormalDistribution(null, component.mean(), component
					.covariance())));
			final MultivariateNormalMixtureExpectationMaximization em = new MultivariateNormalMixtureExpectationMaximization(
				rows);
			try {
				em.fit(new MixtureMultivariateNormalDistribution(start), ITERATIONS, THRESHOLD);
			}
			catch (final ConvergenceException exc) {
				// slow, not wrong: the iterations so far have only raised the likelihood
				if (em.getFittedModel() == null) return null;
			}
			return components(em.getFittedModel());
		}
		catch (final IllegalArgumentException | MathIllegalStateException | MathArithmeticException exc) {
			return null;
		}
	}

	private static Component[] components(final MixtureMultivariateNormalDistribution mixture) {
		return mixture.getComponents().stream().map(pair -> new Component(pair.getFirst(), pair.getSecond().getMeans(), pair
			.getSecond().getCovariances().getData())).toArray(Component[]::new);
	}

	private static double criterion(final Component[] components, final double[][] rows) {
		double sum = 0;
		for (final double[] row : rows) {
			double density = 0;
			for (final Component component : components)
				density += Math.exp(component.logDensity(row));
			sum += Math.log(Math.max(density, Double.MIN_NORMAL));
		}
		return -2 * sum + parameters(components.length, rows[0].length) * Math.log(rows.length);
	}

	private static double parameters(final int components, final int dimensions) {
		return components * (1 + dimensions + dimensions * (dimensions + 1) / 2.0) - 1;
	}

	private static double[][] every(final double[][] rows) {
		if (rows.length <= MOST_ROWS) return rows;
		final double[][] some = new double[MOST_ROWS][];
		for (int i = 0; i < MOST_ROWS; i++)
			some[i] = rows[(int) ((long) i * rows.length / MOST_ROWS)];
		return some;
	}

	private static double[][] jittered(final double[][] rows) {
		final SplittableRandom random = new SplittableRandom(SEED);
		for (final double[] row : rows)
			for (int i = 0; i < row.length; i++)
				row[i] += JITTER * random.nextGaussian();
		return rows;
	}
}
