package org.vaerestore.fill;

/**
 * A fixed number of Chebyshev steps towards the balance of a thin plate under tension.
 * <p>
 * The coefficients are fixed too, unlike those of conjugate gradients, which are the same for all holes of a plane: so
 * the fill of a hole depends on nothing but what is around it.
 * </p>
 */
final class PlateRelaxation {

	private double[] residual = {};
	private double[] step = {};

	/**
	 * Relaxes the hidden pixels of a level.
	 *
	 * @param low lower end of the eigenvalues that are damped
	 * @param high upper end of the operator's eigenvalues
	 */
	void relax(final Level level, final PlateOperator plate, final int steps, final double low, final double high) {
		final int count = plate.pixels().size();
		if (residual.length < count) {
			residual = new double[count];
			step = new double[count];
		}
		final double centre = (high + low) / 2;
		final double radius = (high - low) / 2;
		final double[] values = level.values();
		final int[] pixels = plate.pixels().array();
		double ratio = radius / centre;
		for (int sweep = 0; sweep < steps; sweep++) {
			plate.residual(values, residual);
			final double next = sweep == 0 ? ratio : 1 / (2 * centre / radius - ratio);
			final double keep = sweep == 0 ? 0 : next * ratio;
			final double gain = sweep == 0 ? 1 / centre : 2 * next / radius;
			for (int k = 0; k < count; k++) {
				step[k] = keep * step[k] + gain * residual[k];
				values[pixels[k]] += step[k];
			}
			level.repeatHiddenBorder();
			ratio = next;
		}
	}
}
