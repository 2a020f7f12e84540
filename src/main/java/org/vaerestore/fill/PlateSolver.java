package org.vaerestore.fill;

import java.util.Arrays;

/** Conjugate gradients for the balance of a plate. */
final class PlateSolver {

	private double[] residual = {};
	private double[] image = {};
	private double[] direction = {};

	/**
	 * Solves for the hidden pixels of a level, starting from what they hold.
	 *
	 * @param tolerance share of the residual at the start at which to stop
	 */
	void solve(final Level level, final PlateOperator plate, final double tolerance, final int maxSteps) {
		final int count = plate.pixels().size();
		if (residual.length < count) {
			residual = new double[count];
			image = new double[count];
		}
		if (direction.length < level.values().length) direction = new double[level.values().length];
		final int[] pixels = plate.pixels().array();
		final double[] values = level.values();
		plate.residual(values, residual);
		Arrays.fill(direction, 0);
		for (int k = 0; k < count; k++)
			direction[pixels[k]] = residual[k];
		level.repeatBorder(direction);
		double squares = dot(residual, residual, count);
		final double enough = tolerance * tolerance * squares;
		for (int step = 0; step < maxSteps && squares > enough; step++) {
			plate.residual(direction, image);
			double curvature = 0;
			for (int k = 0; k < count; k++)
				curvature -= direction[pixels[k]] * image[k];
			final double length = squares / curvature;
			for (int k = 0; k < count; k++) {
				values[pixels[k]] += length * direction[pixels[k]];
				residual[k] += length * image[k];
			}
			final double next = dot(residual, residual, count);
			final double keep = next / squares;
			for (int k = 0; k < count; k++)
				direction[pixels[k]] = residual[k] + keep * direction[pixels[k]];
			level.repeatBorder(direction);
			squares = next;
		}
		level.repeatHiddenBorder();
	}

	private static double dot(final double[] a, final double[] b, final int count) {
		double sum = 0;
		for (int k = 0; k < count; k++)
			sum += a[k] * b[k];
		return sum;
	}
}
