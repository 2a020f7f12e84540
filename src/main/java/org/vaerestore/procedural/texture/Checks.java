package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * A chessboard, or a tablecloth with three tones.
 *
 * @param axis of its rows
 * @param size of a field, in pixels
 * @param added whether stripes of both directions add up to three tones, else they make two
 */
record Checks(Axis axis, double size, boolean added) implements Texture {

	static Texture draw(final SplittableRandom random) {
		return new Checks(Axis.draw(random), Draws.logUniform(random, 2, 24), random.nextInt(3) == 0);
	}

	@Override
	public double at(final double x, final double y) {
		final double a = stripe(axis.along(x, y)), b = stripe(axis.across(x, y));
		return added ? (a + b) / 2 : a * b;
	}

	private double stripe(final double position) {
		final double place = position / size, nearest = Math.rint(place);
		final double sign = Math.floorMod((long) Math.floor(nearest), 2) == 0 ? 1 : -1;
		return sign * (2 * Profile.cover((place - nearest) * size) - 1);
	}
}
