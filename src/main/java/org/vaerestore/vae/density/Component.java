package org.vaerestore.vae.density;

import java.util.Arrays;

import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/** One weighted Gaussian of a mixture. */
final class Component {

	private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
	private static final double SYMMETRY = 1e-9;

	private final double weight;
	private final double[] mean;
	private final double[][] covariance;
	private final double[][] root;
	private final double logFactor;

	/** Throws IllegalArgumentException unless the weight is in 0 to 1 and the covariance positive definite. */
	Component(final double weight, final double[] mean, final double[][] covariance) {
		if (!(weight >= 0 && weight <= 1 + 1e-9) || !Arrays.stream(mean).allMatch(Double::isFinite))
			throw new IllegalArgumentException("Not a component: weight " + weight + ", mean " + Arrays.toString(mean));
		this.weight = weight;
		this.mean = mean.clone();
		this.covariance = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
		root = root(this.covariance, mean.length);
		double logDeterminant = 0;
		for (int i = 0; i < mean.length; i++)
			logDeterminant += 2 * Math.log(root[i][i]);
		logFactor = Math.log(weight) - 0.5 * (mean.length * LOG_TWO_PI + logDeterminant);
	}

	int dimensions() {
		return mean.length;
	}

	double weight() {
		return weight;
	}

	double[] mean() {
		return mean.clone();
	}

	double[][] covariance() {
		return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
	}

	/** The logarithm of weight times density. */
	double logDensity(final double[] row) {
		final double[] white = new double[mean.length];
		double squares = 0;
		for (int i = 0; i < white.length; i++) {
			double sum = row[i] - mean[i];
			for (int j = 0; j < i; j++)
				sum -= root[i][j] * white[j];
			white[i] = sum / root[i][i];
			squares += white[i] * white[i];
		}
		return logFactor - 0.5 * squares;
	}

	/** Returns the row that is so many standard deviations from the mean along each of the axes of the covariance's root. */
	double[] at(final double[] white) {
		final double[] row = mean.clone();
		for (int i = 0; i < row.length; i++)
			for (int j = 0; j <= i; j++)
				row[i] += root[i][j] * white[j];
		return row;
	}

	private static double[][] root(final double[][] covariance, final int dimensions) {
		for (final double[] row : covariance)
			if (covariance.length != dimensions || row.length != dimensions || !Arrays.stream(row).allMatch(Double::isFinite))
				throw new IllegalArgumentException("Not a covariance in " + dimensions + " dimensions.");
		try {
			return new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), SYMMETRY, 0).getL().getData();
		}
		catch (final MathIllegalArgumentException exc) {
			throw new IllegalArgumentException("A covariance that is not positive definite: " + exc.getMessage(), exc);
		}
	}
}
