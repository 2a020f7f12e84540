package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Bands across fibrils: bright and dark ones in turn, with a thin line in the middle of the dark or the bright one.
 *
 * @param period in pixels, along x
 * @param fibril width of a fibril in pixels, along y
 * @param step how far fibrils are out of step, as a share of the period
 * @param steep how sharp the borders of bands are
 * @param line strength of the line, 0 to 1
 * @param fibrils by how much each is out of step
 */
record Sarcomeres(double period, double fibril, double step, double steep, double line, LatticeRandom fibrils) implements
	Texture
{

	static Texture draw(final SplittableRandom random) {
		final double period = Draws.logUniform(random, 3.5, 24);
		return new Sarcomeres(period, Draws.logUniform(random, 2, 20), random.nextDouble(0.25), random.nextDouble(0.5, 0.35 *
			period), period < 7 || random.nextBoolean() ? 0 : random.nextDouble(0.3, 1), new LatticeRandom(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final long row = Math.round(y / fibril);
		final double place = x / period + step * (fibrils.at(0, row, 0) - 0.5);
		final double bands = Profile.steeper(Math.cos(2 * Math.PI * place), steep);
		if (line == 0) return bands;
		final double away = (place - Math.rint(place)) * period;
		return bands - 1.5 * line * Math.exp(-away * away);
	}
}
