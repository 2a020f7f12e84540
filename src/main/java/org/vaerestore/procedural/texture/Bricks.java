package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Bricks or tiles in courses, each with a brightness of its own, with joints between them.
 *
 * @param axis of the courses
 * @param length of a brick, in pixels
 * @param height of a course
 * @param shift of each course against the one before, as a share of the length
 * @param joint its width, in pixels; 0 for none
 * @param unequal how much the brightness of bricks differs, 0 to 1
 * @param bricks their brightness
 */
record Bricks(Axis axis, double length, double height, double shift, double joint, double unequal, LatticeRandom bricks)
	implements Texture
{

	static Texture draw(final SplittableRandom random) {
		final double height = Draws.logUniform(random, 3.5, 30), length = height * Draws.logUniform(random, 1, 4);
		final double joint = random.nextInt(4) == 0 ? 0 : Math.max(0.7, height * random.nextDouble(0.04, 0.2));
		return new Bricks(Axis.draw(random), length, height, random.nextBoolean() ? 0.5 : random.nextInt(3) / 3.0, joint,
			joint == 0 ? 1 : random.nextDouble(), new LatticeRandom(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double v = axis.across(x, y) / height;
		final long course = (long) Math.floor(v);
		final double u = axis.along(x, y) / length + shift * course;
		final long column = (long) Math.floor(u);
		final double border = Math.min(length * Math.min(u - column, column + 1 - u), height * Math.min(v - course, course + 1 -
			v));
		final double brick = 1 - unequal * 1.6 * bricks.at(column, course, 0);
		return joint == 0 ? brick : brick + Profile.cover(joint / 2 - border) * (-1 - brick);
	}
}
