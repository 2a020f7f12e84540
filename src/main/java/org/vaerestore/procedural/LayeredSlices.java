package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Slices of a volume of layers: outlines are level sets of noise of space, insides are scenes that shift and deform on the way
 * through depth, a scene or a haze of it lies between.
 */
final class LayeredSlices implements SeriesKind {

	private static final int MARGIN = 20, WINDOW = 12;
	private static final double FLICKERS = 0.25;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double[] places = Places.draw(planes, random);
		final int whole = side + 2 * MARGIN;
		final Sheet[] scenes = new Sheet[random.nextInt(4) > 0 ? 2 : 3];
		for (int i = 0; i < scenes.length; i++)
			scenes[i] = new Sheet(new Scenery().draw(whole, random), whole);
		// How far the next slice is, in sizes of what is seen: from nearly the same to nearly unrelated.
		final double step = Draws.logUniform(random, 0.02, 0.8);
		final float[][] slices = new float[planes][side * side];
		lay(slices, scenes[0], null, places, step, side, random);
		final int layers = random.nextInt(1, 5);
		for (int layer = 0; layer < layers; layer++) {
			final double coarse = side * Draws.logUniform(random, 0.08, 0.6), level = random.nextDouble(-0.1, 0.35), soft = random
				.nextInt(4) > 0 ? 1 : Draws.logUniform(random, 1, 8);
			final SmoothField outline = SmoothField.draw(coarse, random.nextInt(1, 4), random);
			final float[][] regions = new float[planes][];
			for (int k = 0; k < planes; k++)
				regions[k] = Region.above(outline.plane(side, step * places[k]), level, coarse, soft);
			lay(slices, scenes[random.nextInt(scenes.length)], regions, places, step, side, random);
		}
		final float[][] seen = StackLens.draw(side, random).seen(Glow.draw(random).through(slices, places, side), side);
		if (random.nextDouble() < FLICKERS) Flicker.draw(places, random).focused().apply(seen, side);
		return seen;
	}

	/** Lays a scene over the slices, in a region of each or everywhere. */
	private static void lay(final float[][] slices, final Sheet scene, final float[][] regions, final double[] places,
		final double step, final int side, final SplittableRandom random)
	{
		final SmoothField moveX = SmoothField.draw(side * random.nextDouble(0.15, 0.5), 1, random), moveY = SmoothField.draw(side *
			random.nextDouble(0.15, 0.5), 1, random);
		final double reach = random.nextDouble(10), x = MARGIN + random.nextDouble(-WINDOW, WINDOW), y = MARGIN + random.nextDouble(
			-WINDOW, WINDOW);
		final double slantX = 6 * step * random.nextGaussian(), slantY = 6 * step * random.nextGaussian();
		final double level = random.nextDouble(0.7), contrast = random.nextDouble(0.2, 1) * (random.nextInt(4) > 0 ? 1 : -0.6);
		final double open = random.nextInt(3) > 0 ? 1 : random.nextDouble(0.2, 1);
		for (int k = 0; k < slices.length; k++) {
			final float[] u = moveX.plane(side, step * places[k]), v = moveY.plane(side, step * places[k]);
			final double left = x + slantX * places[k], top = y + slantY * places[k];
			for (int i = 0; i < slices[k].length; i++) {
				final double cover = regions == null ? 1 : open * regions[k][i];
				if (cover > 0) slices[k][i] += (float) (cover * (level + contrast * scene.at(left + i % side + reach * u[i], top + i / side +
					reach * v[i]) - slices[k][i]));
			}
		}
	}
}
