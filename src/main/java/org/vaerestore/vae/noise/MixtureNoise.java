package org.vaerestore.vae.noise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Noise of any shape: at each signal a mixture of Gaussians, as in PPN2V (Prakash et al., ISBI 2020).
 * <p>
 * The mixtures are given at a few signals, the knots. Between two knots the density is the mean of the knots' densities
 * weighted by nearness, which keeps its mean at the signal; beyond the first and last knot it keeps its shape. Signals,
 * shifts and standard deviations are in the units that {@link Stabilisation} makes with the base model, where the base
 * has standard deviation 1. {@link #variance} is that of the base.
 * </p>
 * <p>
 * Equal if all numbers are; the arrays are copied, going in and coming out.
 * </p>
 *
 * @param base the noise that the stabilisation is made for
 * @param knots signals in stabilised units, increasing, at least one
 * @param weights of each component at each knot, {@code [knot][component]}, 0 or more, sum 1
 * @param shifts of each component's mean from the signal, {@code [knot][component]}
 * @param deviations standard deviation of each component, {@code [knot][component]}, more than 0
 */
public record MixtureNoise(PoissonGaussianNoise base, double[] knots, double[][] weights, double[][] shifts,
	double[][] deviations) implements NoiseModel
{

	/**
	 * Checks and copies the values.
	 *
	 * @throws IllegalArgumentException if they don't make a mixture
	 */
	public MixtureNoise {
		Objects.requireNonNull(base, "base");
		knots = knots.clone();
		weights = copy(weights);
		shifts = copy(shifts);
		deviations = copy(deviations);
		require(knots.length > 0, "no knots");
		final int components = weights.length == 0 ? 0 : weights[0].length;
		require(components > 0, "no components");
		requireShape(weights, knots.length, components);
		requireShape(shifts, knots.length, components);
		requireShape(deviations, knots.length, components);
		for (int i = 0; i < knots.length; i++) {
			require(Double.isFinite(knots[i]) && (i == 0 || knots[i] > knots[i - 1]), "knots out of order");
			require(Math.abs(Arrays.stream(weights[i]).sum() - 1) < 1e-6, "weights that don't add up to 1");
			for (int k = 0; k < components; k++) {
				require(weights[i][k] >= 0 && Double.isFinite(shifts[i][k]), "weight " + weights[i][k] + " and shift " +
					shifts[i][k]);
				require(deviations[i][k] > 0 && Double.isFinite(deviations[i][k]), "standard deviation " + deviations[i][k]);
			}
		}
	}

	@Override
	public double variance(final double signal) {
		return base.variance(signal);
	}

	@Override
	public String describe() {
		return String.format(Locale.ROOT, "mixture of %d Gaussians at %d intensities about %s", weights[0].length,
			knots.length, base.describe());
	}

	@Override
	public double[] knots() {
		return knots.clone();
	}

	@Override
	public double[][] weights() {
		return copy(weights);
	}

	@Override
	public double[][] shifts() {
		return copy(shifts);
	}

	@Override
	public double[][] deviations() {
		return copy(deviations);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof MixtureNoise that && base.equals(that.base) && Arrays.equals(knots, that.knots) && Arrays
			.deepEquals(weights, that.weights) && Arrays.deepEquals(shifts, that.shifts) && Arrays.deepEquals(deviations,
				that.deviations);
	}

	@Override
	public int hashCode() {
		return Objects.hash(base, Arrays.hashCode(knots), Arrays.deepHashCode(weights), Arrays.deepHashCode(shifts), Arrays
			.deepHashCode(deviations));
	}

	@Override
	public String toString() {
		return describe();
	}

	private static double[][] copy(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}

	private static void requireShape(final double[][] rows, final int knots, final int components) {
		require(rows.length == knots && Arrays.stream(rows).allMatch(row -> row.length == components), "unequal lengths");
	}

	private static void require(final boolean good, final String fault) {
		if (!good) throw new IllegalArgumentException("A noise mixture can't have " + fault + ".");
	}
}
