package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A tissue of cells side by side: bright or dark walls between them, and insides of their own brightness. */
final class Membranes implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final double spacing = Draws.logUniform(random, 9, 60);
		final CellLattice cells = new CellLattice(side, spacing, random.nextDouble(0.2, 0.48), random);
		final double contrast = random.nextDouble(0, 0.7);
		final double[] level = new double[cells.cells()];
		for (int i = 0; i < level.length; i++)
			level[i] = contrast * random.nextDouble();
		final double wall = random.nextDouble(0.6, 2.5), height = random.nextDouble() < 0.7 ? 1 : -1;
		final FractalNoise bend = new FractalNoise(random.nextLong()), strength = new FractalNoise(random.nextLong()), grain =
			new FractalNoise(random.nextLong());
		final double bent = 0.3 * spacing * random.nextDouble(), rough = random.nextDouble(0, 0.3);
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final double px = i % side, py = i / side;
			final double u = px + bent * bend.at(px / spacing, py / spacing, 0, 2), v = py + bent * bend.at(px / spacing, py /
				spacing, 9.5, 2);
			final CellLattice.Place place = cells.at(u, v);
			values[i] = (float) (level[place.cell()] * (1 + rough * grain.at(px / 4, py / 4, 0, 2)) + height * Math.exp(-place
				.border() * place.border() / (2 * wall * wall)) * (0.7 + 0.6 * strength.at(px / 25, py / 25, 0, 2)));
		}
		return values;
	}
}
