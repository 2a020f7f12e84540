package org.vaerestore.procedural.shape;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;
import org.vaerestore.procedural.texture.Textures;

/**
 * Draws outlines at random: ovals, pointed leaves, rectangles, bars, polygons, blobs and strokes.
 *
 * @param weights how often each form comes
 * @param angle that they have on average, in radians
 * @param spread of the angles
 */
public record Shapes(double[] weights, double angle, double spread) {

	private static final int FORMS = 7;

	/** Draws what the outlines of a picture have in common: many forms or mostly one, and a direction or none. */
	public static Shapes draw(final SplittableRandom random) {
		final double[] weights = new double[FORMS];
		final double unequal = random.nextDouble(4);
		double sum = 0;
		for (int i = 0; i < FORMS; i++)
			sum += weights[i] = Math.exp(-unequal * random.nextDouble());
		for (int i = 0; i < FORMS; i++)
			weights[i] /= sum;
		final boolean upright = random.nextInt(3) == 0;
		return new Shapes(weights, upright ? random.nextInt(2) * Math.PI / 2 : random.nextDouble(Math.PI), upright ? random
			.nextDouble(0.03) : random.nextBoolean() ? random.nextDouble(0.6) : Math.PI);
	}

	/** Draws the same for what is round: ovals, pointed or not, and blobs. */
	public static Shapes rounded(final SplittableRandom random) {
		final double ovals = random.nextDouble(), blobs = (1 - ovals) * random.nextDouble();
		return new Shapes(new double[] { ovals, 1 - ovals - blobs, 0, 0, 0, blobs, 0 }, random.nextDouble(Math.PI), random
			.nextBoolean() ? Math.PI : 0.4);
	}

	/** Returns an upright rectangle with halves of its sides. */
	public static Shape box(final double x, final double y, final double halfWidth, final double halfHeight) {
		return new Box(x, y, 1, 0, halfWidth, halfHeight, 0);
	}

	/** Draws a line of writing: half of its length, and the height of its letters. */
	public static Shape writing(final double x, final double y, final double halfWidth, final double size,
		final SplittableRandom random)
	{
		return new Writing(box(x, y, halfWidth, 0.75 * size), Textures.letters(size, random));
	}

	/** Draws a bent hair of a length. */
	public static Shape hair(final double x, final double y, final double length, final double width,
		final SplittableRandom random)
	{
		return Stroke.draw(x, y, random.nextDouble(2 * Math.PI), length / 2, width, random);
	}

	/** Draws an outline of about a radius. */
	public Shape at(final double x, final double y, final double radius, final SplittableRandom random) {
		final double turn = angle + spread * random.nextDouble(-1, 1), cos = Math.cos(turn), sin = Math.sin(turn);
		final double stretch = Math.sqrt(Draws.logUniform(random, 1, 4)), a = radius * stretch, b = radius / stretch;
		return switch (form(random.nextDouble())) {
			case 0 -> new Oval(x, y, cos, sin, a, b, false);
			case 1 -> new Oval(x, y, cos, sin, a, b, true);
			case 2 -> new Box(x, y, cos, sin, a, b, random.nextBoolean() ? 0 : b * random.nextDouble());
			case 3 -> new Box(x, y, cos, sin, 2 * radius, Math.max(0.5, radius * random.nextDouble(0.03, 0.2)), 0);
			case 4 -> Polygon.draw(x, y, radius, random);
			case 5 -> Wavy.draw(x, y, radius, random);
			default -> Stroke.draw(x, y, turn, 2 * radius, Math.max(0.7, Math.min(5, radius * random.nextDouble(0.03, 0.2))),
				random);
		};
	}

	private int form(final double place) {
		double sum = 0;
		for (int i = 0; i < FORMS; i++) {
			sum += weights[i];
			if (place < sum) return i;
		}
		return FORMS - 1;
	}
}
