package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Slices of a volume of bodies: nuclei with a grain of space, vesicles and tubes, each as wide as where it is cut. */
final class BodySlices implements SeriesKind {

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double[] places = Places.draw(planes, random);
		final float[][] slices = new float[planes][];
		final float[] ground = ground(side, random);
		for (int k = 0; k < planes; k++)
			slices[k] = ground.clone();
		// Pixels from slice to slice: as much as pixels are wide, or ten times that.
		final double step = Draws.logUniform(random, 0.7, 10);
		final int form = random.nextInt(4);
		if (form != 1) nuclei(slices, places, step, side, random);
		if (form == 1 || form == 3) vesicles(slices, places, step, side, random);
		if (form >= 2) tubes(slices, places, step, side, random);
		return StackLens.draw(side, random).seen(Glow.draw(random).through(slices, places, side), side);
	}

	private static float[] ground(final int side, final SplittableRandom random) {
		final float[] ground = SmoothField.draw(side * random.nextDouble(0.1, 0.6), 3, random).plane(side, 0);
		final double level = random.nextDouble(0.02, 0.2), rough = level * random.nextDouble();
		for (int i = 0; i < ground.length; i++)
			ground[i] = (float) (level + rough * ground[i]);
		return ground;
	}

	private static void nuclei(final float[][] slices, final double[] places, final double step, final int side,
		final SplittableRandom random)
	{
		final double radius = side * Draws.logUniform(random, 0.05, 0.22), deep = Draws.logUniform(random, 4, Math.max(6, radius)) + step;
		final int count = (int) Math.min(40, random.nextDouble(0.3, 1.2) * side * side / (4 * radius * radius)) + 1;
		final double grain = Draws.logUniform(random, 3, 14), rough = random.nextDouble(0.1, 0.8);
		final SmoothField chromatin = SmoothField.draw(grain, 2, random);
		final float[][] grains = new float[slices.length][];
		for (int k = 0; k < slices.length; k++)
			grains[k] = chromatin.plane(side, step * places[k] / grain);
		for (int n = 0; n < count; n++) {
			final Ellipse widest = Ellipse.around(side * random.nextDouble(), side * random.nextDouble(), radius * random.nextDouble(0.7, 1.3),
				0.05, random);
			final double z = deep * random.nextDouble(-1.2, 1.2), level = Math.exp(0.4 * random.nextGaussian()), rim = random.nextDouble(-0.3,
				0.5);
			for (int k = 0; k < slices.length; k++) {
				final double depth = (step * places[k] - z) / deep, wide = 1 - depth * depth;
				if (wide <= 0.01) continue;
				final float[] texture = grains[k];
				new Canvas(slices[k], side).ellipse(widest.scaled(Math.sqrt(wide)), (x, y, before, inside) -> level * (0.6 + rim * Math.exp(-8 *
					inside) + rough * texture[y * side + x]));
			}
		}
	}

	private static void vesicles(final float[][] slices, final double[] places, final double step, final int side,
		final SplittableRandom random)
	{
		final double sigma = Draws.logUniform(random, 0.8, 3), deep = sigma * random.nextDouble(1, 4);
		final int count = (int) Draws.logUniform(random, 20, 400);
		final double spread = side * random.nextDouble(0.1, 1), x = side * random.nextDouble(), y = side * random.nextDouble();
		for (int n = 0; n < count; n++) {
			final double u = x + spread * random.nextGaussian(), v = y + spread * random.nextGaussian(), peak = Math.exp(0.7 * random
				.nextGaussian()), z = 4 * deep * random.nextDouble(-1, 1) + 2 * step * random.nextDouble(-1, 1);
			for (int k = 0; k < slices.length; k++) {
				final double away = (step * places[k] - z) / deep, bright = Math.exp(-away * away / 2);
				// What is out of focus is wider and dimmer.
				if (bright > 0.01) new Canvas(slices[k], side).spot(u, v, sigma * Math.sqrt(1 + 0.3 * away * away), peak * bright);
			}
		}
	}

	private static void tubes(final float[][] slices, final double[] places, final double step, final int side,
		final SplittableRandom random)
	{
		final double sigma = Draws.logUniform(random, 0.8, 2.5), deep = sigma * random.nextDouble(1.5, 4), wander = Draws.logUniform(random,
			0.01, 0.2);
		final int count = (int) Draws.logUniform(random, 2, 25);
		final double steep = random.nextDouble(0.6);
		for (int n = 0; n < count; n++) {
			double x = side * random.nextDouble(), y = side * random.nextDouble(), z = 2 * step * random.nextDouble(-1, 1), heading = random
				.nextDouble(2 * Math.PI), rise = steep * random.nextGaussian();
			final double length = side * random.nextDouble(0.3, 1.3), peak = 0.5 * Math.exp(0.5 * random.nextGaussian());
			for (double done = 0; done < length; done += sigma) {
				heading += wander * Math.sqrt(sigma) * random.nextGaussian();
				rise = 0.98 * rise + 0.1 * steep * random.nextGaussian();
				x += sigma * Math.cos(heading);
				y += sigma * Math.sin(heading);
				z += sigma * rise;
				for (int k = 0; k < slices.length; k++) {
					final double away = (step * places[k] - z) / deep, bright = Math.exp(-away * away / 2);
					if (bright > 0.02) new Canvas(slices[k], side).spot(x, y, sigma * Math.sqrt(1 + 0.3 * away * away), peak * bright);
				}
			}
		}
	}
}
