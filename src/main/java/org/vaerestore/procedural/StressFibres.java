package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Cells side by side that are full of fine fibres, each with a direction of its own: hundreds that lie close together, a
 * few thick cables, and a haze that is grainy round the nuclei.
 */
final class StressFibres implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final CellLattice territories = new CellLattice(side, side * random.nextDouble(0.3, 1), 0.45, random);
		final double[] axes = new double[territories.cells()], levels = new double[axes.length];
		final double common = random.nextDouble(Math.PI), spread = random.nextDouble(1.2);
		for (int i = 0; i < axes.length; i++) {
			axes[i] = common + spread * random.nextGaussian();
			levels[i] = Math.exp(0.5 * random.nextGaussian());
		}
		final FractalNoise turn = new FractalNoise(random.nextLong()), haze = new FractalNoise(random.nextLong());
		final Canvas canvas = new Canvas(side, 0);
		final double sigma = Draws.logUniform(random, 0.5, 1.2), unequal = random.nextDouble(0.4, 1), fan = random.nextDouble(
			0.25);
		final int count = (int) (Draws.logUniform(random, 0.02, 0.12) * side * side / 4), cables = random.nextInt(20);
		for (int i = 0; i < count + cables; i++) {
			final double x = side * random.nextDouble(-0.1, 1.1), y = side * random.nextDouble(-0.1, 1.1);
			final int territory = territories.at(x, y).cell();
			final double width = i < count ? 1 : random.nextDouble(1.5, 3);
			canvas.curve(x, y, axes[territory] + 0.8 * turn.at(x / 60, y / 60, 0, 2) + fan * random.nextGaussian(), side * Draws
				.logUniform(random, 0.05, i < count ? 0.5 : 1), 0.002, sigma * width, width * levels[territory] * Math.exp(unequal *
					random.nextGaussian()), random);
		}
		haze(canvas.values(), side, haze, random);
		nuclei(canvas, side, haze, random);
		return canvas.values();
	}

	private static void haze(final float[] values, final int side, final FractalNoise noise,
		final SplittableRandom random)
	{
		final double strength = Draws.logUniform(random, 0.05, 1), coarse = random.nextDouble(15, 60);
		for (int i = 0; i < values.length; i++)
			values[i] += (float) (strength * (1 + noise.at(i % side / coarse, i / side / coarse, 0, 3)));
	}

	private static void nuclei(final Canvas canvas, final int side, final FractalNoise noise,
		final SplittableRandom random)
	{
		final int count = random.nextInt(5);
		final double radius = side * random.nextDouble(0.08, 0.18), grain = Draws.logUniform(random, 2, 6);
		for (int i = 0; i < count; i++) {
			final double level = random.nextDouble(1.5), rough = random.nextDouble(0.2, 1);
			canvas.ellipse(Ellipse.around(side * random.nextDouble(), side * random.nextDouble(), radius, 0.05, random), (x, y,
				before, inside) -> before + level * Math.min(1, 3 * inside) * (1 + rough * noise.at(x / grain, y / grain, 7, 2)));
		}
	}
}
