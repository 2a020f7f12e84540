package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;

/** Draws a part of a plane: discs, blobs, or what is bright or dark in a scene; 1 inside it, 0 outside. */
final class Region {

	private Region() {}

	static float[] draw(final float[] scene, final int side, final SplittableRandom random) {
		return switch (random.nextInt(4)) {
			case 0, 1 -> bodies(side, random);
			case 2 -> blobs(side, random);
			default -> within(scene, blobs(side, random), side, random);
		};
	}

	/** Draws a few bodies, as large as a synapse or as half of the plane. */
	private static float[] bodies(final int side, final SplittableRandom random) {
		final float[] region = new float[side * side];
		final Shapes shapes = Shapes.rounded(random);
		final double radius = side * Draws.logUniform(random, 0.015, 0.4), soft = softness(radius, random);
		final int count = random.nextInt(1, radius < 0.05 * side ? 30 : 5);
		for (int n = 0; n < count; n++) {
			final Shape shape = shapes.at(side * random.nextDouble(), side * random.nextDouble(), radius * random.nextDouble(0.7, 1.3),
				random);
			final int reach = (int) Math.ceil(shape.reach() + soft);
			for (int y = Math.max(0, (int) shape.y() - reach); y < Math.min(side, shape.y() + reach); y++)
				for (int x = Math.max(0, (int) shape.x() - reach); x < Math.min(side, shape.x() + reach); x++)
					region[y * side + x] = (float) Math.max(region[y * side + x], cover(shape.depth(x, y), soft));
		}
		return region;
	}

	/** Draws what lies above a level of smooth noise. */
	static float[] blobs(final int side, final SplittableRandom random) {
		final double coarse = side * Draws.logUniform(random, 0.06, 0.7), level = random.nextDouble(-0.2, 0.3);
		return above(SmoothField.draw(coarse, random.nextInt(1, 3), random).plane(side, 0), level, coarse, softness(coarse, random));
	}

	/** Returns where a field is above a level; coarse and soft in pixels. */
	static float[] above(final float[] field, final double level, final double coarse, final double soft) {
		final float[] region = new float[field.length];
		// The noise changes by about 1 within the size of its spots.
		for (int i = 0; i < region.length; i++)
			region[i] = (float) cover((field[i] - level) * coarse, soft);
		return region;
	}

	/** Draws the part of blobs where the scene is bright, or where it is dark. */
	private static float[] within(final float[] scene, final float[] blobs, final int side, final SplittableRandom random) {
		final float sign = random.nextBoolean() ? 1 : -1;
		final float threshold = scene[random.nextInt(scene.length)];
		for (int i = 0; i < blobs.length; i++)
			if (sign * (scene[i] - threshold) <= 0) blobs[i] = 0;
		return GaussianBlur.blur(blobs, side, side, 0.6);
	}

	private static double softness(final double size, final SplittableRandom random) {
		return random.nextBoolean() ? 1 : Math.max(1, size * random.nextDouble(0.8));
	}

	private static double cover(final double depth, final double soft) {
		final double t = Math.min(1, Math.max(0, depth / soft + 0.5));
		return t * t * (3 - 2 * t);
	}
}
