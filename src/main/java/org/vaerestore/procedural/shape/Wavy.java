package org.vaerestore.procedural.shape;

import java.util.SplittableRandom;

/**
 * A blob whose radius changes around it in two waves: pebbles, petals, crowns of trees.
 *
 * @param radius on average
 * @param waves number of each wave around the blob
 * @param heights of these, as shares of the radius
 * @param phases of these, in radians
 */
record Wavy(double x, double y, double radius, int[] waves, double[] heights, double[] phases) implements Shape {

	static Wavy draw(final double x, final double y, final double radius, final SplittableRandom random) {
		return new Wavy(x, y, radius, new int[] { random.nextInt(2, 5), random.nextInt(5, 14) }, new double[] { random
			.nextDouble(0.3), random.nextDouble(0.15) }, new double[] { random.nextDouble(2 * Math.PI), random.nextDouble(2 *
				Math.PI) });
	}

	@Override
	public double reach() {
		return radius * (1 + heights[0] + heights[1]);
	}

	@Override
	public double depth(final double px, final double py) {
		final double dx = px - x, dy = py - y, away = Math.sqrt(dx * dx + dy * dy), angle = Math.atan2(dy, dx);
		return radius * (1 + heights[0] * Math.sin(waves[0] * angle + phases[0]) + heights[1] * Math.sin(waves[1] * angle +
			phases[1])) - away;
	}
}
