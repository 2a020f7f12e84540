package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Sheets of stained cells, folded, with dark hollows between them: walls are bright along the rims, and their brightness
 * differs tenfold from place to place.
 */
final class Epithelium implements Kind {

	/** Longest that cells are, in their own widths. */
	private static final double LONGEST = 2.5;

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final double spacing = Draws.logUniform(random, 7, 40), stretch = Draws.logUniform(random, 1, LONGEST);
		final double angle = random.nextDouble(Math.PI), cos = Math.cos(angle), sin = Math.sin(angle);
		final CellLattice cells = new CellLattice(3 * side, spacing, random.nextDouble(0.25, 0.48), random);
		final double[] inside = new double[cells.cells()];
		final double filled = random.nextDouble(0.25);
		for (int i = 0; i < inside.length; i++)
			inside[i] = filled * random.nextDouble();
		final FractalNoise bend = new FractalNoise(random.nextLong()), sheet = new FractalNoise(random.nextLong()), light =
			new FractalNoise(random.nextLong()), grain = new FractalNoise(random.nextLong());
		final double bent = spacing * random.nextDouble(0.2, 0.8), wall = random.nextDouble(0.5, 1.6);
		final double fold = Draws.logUniform(random, 40, 150), hollow = random.nextDouble(-0.35, 0.15), rim = random.nextDouble(
			1.5);
		final double contrast = random.nextDouble(0.5, 2), dim = random.nextDouble(0.1);
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final double x = i % side, y = i / side;
			final double u = x + bent * bend.at(x / (2 * spacing), y / (2 * spacing), 0, 2), v = y + bent * bend.at(x / (2 *
				spacing), y / (2 * spacing), 9.5, 2);
			final CellLattice.Place place = cells.at(side + (u * cos + v * sin) / stretch, side + v * cos - u * sin);
			// The noise falls by about 1 over a fold, so this is about the distance to the sheet's rim in pixels.
			final double depth = fold * (sheet.at(x / fold, y / fold, 0, 3) - hollow);
			final double walls = wave(place.border(), wall) + rim * wave(depth, 1.3 * wall);
			final double bright = Math.exp(contrast * light.at(x / 45, y / 45, 0, 3));
			values[i] = (float) (dim * (0.5 + light.at(x / 60, y / 60, 5, 2)) + bright / (1 + Math.exp(-2 * depth / wall)) *
				(inside[place.cell()] + walls * (1 + 0.5 * grain.at(x / 5, y / 5, 0, 2))));
		}
		return values;
	}

	private static double wave(final double distance, final double sigma) {
		return Math.exp(-distance * distance / (2 * sigma * sigma));
	}
}
