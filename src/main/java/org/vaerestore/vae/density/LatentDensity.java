package org.vaerestore.vae.density;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.vaerestore.job.Progress;

/**
 * Where the latent variables of the training data lie: a mixture of Gaussians.
 * <p>
 * Immutable, and equal if all numbers are; arrays are copied, going in and coming out.
 * </p>
 */
public final class LatentDensity {

	private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
	private static final double MOST_CORRELATION = 0.99;

	private final Component[] components;
	private final double[] quantiles;
	private final double correlation;

	private LatentDensity(final Component[] components, final double[] quantiles, final double correlation) {
		this.components = components;
		this.quantiles = quantiles;
		this.correlation = correlation;
	}

	/**
	 * Fits a mixture to rows, with as many components as the Bayesian information criterion finds worth their parameters.
	 * <p>
	 * Duplicate rows, constant dimensions and fewer rows than dimensions are fine. The same rows give the same bits.
	 * </p>
	 *
	 * @param rows {@code [row][dimension]}, at least one row and one dimension, finite
	 * @param mostComponents at least 1
	 * @param progress of the fit
	 * @throws IllegalArgumentException if the rows are not as said
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	public static LatentDensity fit(final double[][] rows, final int mostComponents, final Progress progress) {
		if (rows.length == 0 || rows[0].length == 0 || mostComponents < 1) throw new IllegalArgumentException(
			"No density can be fitted with " + rows.length + " rows and " + mostComponents + " components.");
		for (final double[] row : rows)
			if (row.length != rows[0].length || !Arrays.stream(row).allMatch(Double::isFinite))
				throw new IllegalArgumentException("Not a row of " + rows[0].length + " finite numbers: " + Arrays.toString(
					row));
		final LatentDensity density = new LatentDensity(MixtureSearch.fit(rows, mostComponents, progress), null, 0);
		return new LatentDensity(density.components, Quantiles.of(Arrays.stream(rows).mapToDouble(density::logDensity)
			.toArray()), 0);
	}

	/**
	 * Makes a density from the numbers that another one gave.
	 *
	 * @param weights of the components, 0 or more, sum 1
	 * @param means {@code [component][dimension]}
	 * @param covariances {@code [component][dimension][dimension]}, symmetric and positive definite
	 * @param quantiles as {@link #quantiles()} gives them, not decreasing, at least two
	 * @throws IllegalArgumentException if the numbers are not as said
	 */
	public static LatentDensity of(final double[] weights, final double[][] means, final double[][][] covariances,
		final double[] quantiles)
	{
		final int count = weights.length;
		if (count == 0 || means.length != count || covariances.length != count || Math.abs(Arrays.stream(weights).sum() -
			1) > 1e-6) throw new IllegalArgumentException("Not the parts of a mixture of " + count + " components.");
		final Component[] components = new Component[count];
		for (int k = 0; k < count; k++) {
			components[k] = new Component(weights[k], means[k], covariances[k]);
			if (means[k].length != means[0].length) throw new IllegalArgumentException("Components of " + means[0].length +
				" and " + means[k].length + " dimensions don't mix.");
		}
		return new LatentDensity(components, Quantiles.checked(quantiles), 0);
	}

	/** Returns the length of a row. */
	public int dimensions() {
		return components[0].dimensions();
	}

	/** Returns the weight of each component; they add up to 1. */
	public double[] weights() {
		return Arrays.stream(components).mapToDouble(Component::weight).toArray();
	}

	/** Returns the mean of each component, {@code [component][dimension]}. */
	public double[][] means() {
		return Arrays.stream(components).map(Component::mean).toArray(double[][]::new);
	}

	/** Returns the covariance of each component, {@code [component][dimension][dimension]}. */
	public double[][][] covariances() {
		return Arrays.stream(components).map(Component::covariance).toArray(double[][][]::new);
	}

	/** Returns log-densities at equally spaced shares, 0 to 1, of the training rows sorted by their log-density. */
	public double[] quantiles() {
		return quantiles.clone();
	}

	/**
	 * Returns the natural logarithm of the density at a row.
	 *
	 * @param row {@link #dimensions()} numbers
	 */
	public double logDensity(final double[] row) {
		if (row.length != dimensions()) throw new IllegalArgumentException("A row of " + row.length +
			" numbers has no density in " + dimensions() + " dimensions.");
		final double[] logs = new double[components.length];
		double most = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < logs.length; k++) {
			logs[k] = components[k].logDensity(row);
			most = Math.max(most, logs[k]);
		}
		if (Double.isInfinite(most)) return most;
		double sum = 0;
		for (final double log : logs)
			sum += Math.exp(log - most);
		return most + Math.log(sum);
	}

	/** Returns the correlation of rows of neighbouring places in the training data, 0 to less than 1; 0 if it isn't known. */
	public double correlation() {
		return correlation;
	}

	/**
	 * Returns the same density of places whose neighbours correlate.
	 *
	 * @param newCorrelation of rows of neighbours; negative values count as 0
	 */
	public LatentDensity withCorrelation(final double newCorrelation) {
		return new LatentDensity(components, quantiles, Math.max(0, Math.min(MOST_CORRELATION, newCorrelation)));
	}

	/**
	 * Draws rows on a grid, whose neighbours correlate as those of the training data: components change slowly from place to
	 * place, and so does where in its component each row is. The same state of {@code random} gives the same bits.
	 *
	 * @return a row for each place, the grid row by row
	 */
	public double[][] field(final int height, final int width, final SplittableRandom random) {
		// Halves of a normal distribution correlate less than its values: by the arcsine of their correlation.
		final double[] choices = LatentField.draw(height, width, Math.sin(Math.PI / 2 * correlation), random);
		final double[][] white = new double[dimensions()][];
		for (int d = 0; d < white.length; d++)
			white[d] = LatentField.draw(height, width, correlation, random);
		final double[][] rows = new double[choices.length][];
		for (int i = 0; i < rows.length; i++) {
			final double[] place = new double[white.length];
			for (int d = 0; d < place.length; d++)
				place[d] = white[d][i];
			rows[i] = chosen(NORMAL.cumulativeProbability(choices[i])).at(place);
		}
		return rows;
	}

	/** Returns the component at a share of their weights; those of like means are beside each other. */
	private Component chosen(final double share) {
		final Component[] sorted = components.clone();
		Arrays.sort(sorted, Comparator.comparingDouble(component -> component.mean()[0]));
		double left = share;
		int k = 0;
		while (k < sorted.length - 1 && left >= sorted[k].weight())
			left -= sorted[k++].weight();
		return sorted[k];
	}

	/**
	 * Returns how usual a row is: the share of the training rows that are less likely than it.
	 *
	 * @param row {@link #dimensions()} numbers
	 * @return 0 (less likely than any training row) to 1; 0.5 for a row as likely as the training rows' median
	 */
	public double typicality(final double[] row) {
		return Quantiles.share(quantiles, logDensity(row));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof LatentDensity that && Arrays.equals(weights(), that.weights()) && Arrays.deepEquals(means(),
			that.means()) && Arrays.deepEquals(covariances(), that.covariances()) && Arrays.equals(quantiles,
				that.quantiles) && correlation == that.correlation;
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(weights()) + Arrays.deepHashCode(means());
	}

	@Override
	public String toString() {
		return "mixture of " + components.length + " Gaussians in " + dimensions() + " dimensions";
	}
}
