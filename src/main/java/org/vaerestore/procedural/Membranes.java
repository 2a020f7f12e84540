package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A tissue of cells side by side: bright or dark walls between them, and insides of their own brightness. */
final class Membranes implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final double spacing = Draws.logUniform(random, 9, 60);
		final int across = (int) (side / spacing) + 5;
		final double[] x = new double[across * across], y = new double[across * across], level = new double[across * across];
		final double jitter = random.nextDouble(0.2, 0.48), contrast = random.nextDouble(0, 0.7);
		for (int i = 0; i < x.length; i++) {
			x[i] = (i % across - 2 + random.nextDouble(-jitter, jitter)) * spacing;
			y[i] = (i / across - 2 + random.nextDouble(-jitter, jitter)) * spacing;
			level[i] = contrast * random.nextDouble();
		}
		final double wall = random.nextDouble(0.6, 2.5), height = random.nextDouble() < 0.7 ? 1 : -1;
		final FractalNoise bend = new FractalNoise(random.nextLong()), strength = new FractalNoise(random.nextLong()), grain =
			new FractalNoise(random.nextLong());
		final double bent = 0.3 * spacing * random.nextDouble(), rough = random.nextDouble(0, 0.3);
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final double px = i % side, py = i / side;
			final double u = px + bent * bend.at(px / spacing, py / spacing, 0, 2), v = py + bent * bend.at(px / spacing, py /
				spacing, 9.5, 2);
			final int column = (int) Math.round(u / spacing) + 2, row = (int) Math.round(v / spacing) + 2;
			double first = Double.POSITIVE_INFINITY, second = Double.POSITIVE_INFINITY;
			int nearest = 0;
			for (int r = Math.max(0, row - 2); r <= Math.min(across - 1, row + 2); r++)
				for (int c = Math.max(0, column - 2); c <= Math.min(across - 1, column + 2); c++) {
					final int cell = r * across + c;
					final double square = (u - x[cell]) * (u - x[cell]) + (v - y[cell]) * (v - y[cell]);
					if (square < first) {
						second = first;
						first = square;
						nearest = cell;
					}
					else if (square < second) second = square;
				}
			final double border = (Math.sqrt(second) - Math.sqrt(first)) / 2;
			values[i] = (float) (level[nearest] * (1 + rough * grain.at(px / 4, py / 4, 0, 2)) + height * Math.exp(-border *
				border / (2 * wall * wall)) * (0.7 + 0.6 * strength.at(px / 25, py / 25, 0, 2)));
		}
		return values;
	}
}
