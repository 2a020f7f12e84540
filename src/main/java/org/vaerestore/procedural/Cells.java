package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Spread cells on a dark ground: round each nucleus, which is left out, swarms of short bodies that bend, such as
 * mitochondria.
 */
final class Cells implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, 0);
		final int count = random.nextInt(1, 9);
		final double size = side * Draws.logUniform(random, 0.12, 0.5), sigma = Draws.logUniform(random, 0.6, 2);
		final double density = Draws.logUniform(random, 0.015, 0.12), longest = Draws.logUniform(random, 2, 16), haze = random
			.nextDouble(0.25);
		for (int i = 0; i < count; i++)
			cell(canvas, side * random.nextDouble(), side * random.nextDouble(), size * random.nextDouble(0.7, 1.3), new Bodies(
				sigma, density, longest), haze, random);
		return canvas.values();
	}

	/**
	 * What swarms in a cell.
	 *
	 * @param sigma half of the width of a body, in pixels
	 * @param density how much of the cell's area is taken by them
	 * @param longest length, in widths
	 */
	private record Bodies(double sigma, double density, double longest) {
	}

	private static void cell(final Canvas canvas, final double x, final double y, final double radius,
		final Bodies bodies, final double haze, final SplittableRandom random)
	{
		final Ellipse outline = Ellipse.around(x, y, radius, 0.2, random);
		final Ellipse nucleus = Ellipse.around(x + 0.1 * radius * random.nextGaussian(), y + 0.1 * radius * random
			.nextGaussian(), radius * random.nextDouble(0.25, 0.45), 0.05, random);
		final FractalNoise cloud = new FractalNoise(random.nextLong());
		final double level = Math.exp(0.4 * random.nextGaussian()), inner = random.nextDouble(2);
		canvas.ellipse(outline, (u, v, before, inside) -> before + level * haze * Math.min(1, 2 * inside) * (1 + cloud.at(u /
			20.0, v / 20.0, 0, 3)));
		canvas.ellipse(nucleus, (u, v, before, inside) -> before + level * haze * inner * (1 + 0.5 * cloud.at(u / 6.0, v / 6.0,
			3, 3)));
		final double crowding = random.nextDouble(0.7, 2), radial = random.nextDouble(0.2, 1.5);
		final int number = (int) Math.min(900, bodies.density * Math.PI * radius * radius / (bodies.sigma * bodies.sigma));
		for (int i = 0; i < number; i++) {
			final double angle = random.nextDouble(2 * Math.PI), distance = 1.3 * radius * Math.pow(random.nextDouble(),
				0.5 * crowding);
			final double u = x + distance * Math.cos(angle), v = y + distance * Math.sin(angle);
			if (outline.inside(u, v) < 0 || nucleus.inside(u, v) > 0) continue;
			canvas.curve(u, v, angle + radial * random.nextGaussian(), bodies.sigma * Draws.logUniform(random, 1, 2 *
				bodies.longest), 0.1, bodies.sigma * random.nextDouble(0.8, 1.25), level * Math.exp(0.5 * random.nextGaussian()),
				random);
		}
	}
}
