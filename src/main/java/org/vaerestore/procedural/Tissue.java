package org.vaerestore.procedural;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cells side by side that fill space, with walls between them and bodies inside.
 *
 * @param side of the slices in pixels
 * @param cells whose middles are a shaken lattice
 * @param bend by which walls are bent, of each axis
 * @param bent how far, in pixels
 * @param wall half of the width of a wall, in pixels
 * @param height by how much a wall is brighter, or darker, than the inside
 * @param contrast between the insides of cells
 * @param rough strength of a grain that goes through depth
 * @param fresh strength of a grain that is another one in each slice
 * @param grain the noise of it
 * @param fine size of the grain in pixels
 * @param bodies organelles
 */
record Tissue(int side, SpaceLattice cells, SmoothField[] bend, double bent, double wall, double height, double contrast,
	double rough, double fresh, SmoothField grain, double fine, List<Organelle> bodies)
{

	/** A body with a dark border and folds inside; squashed through depth like the tissue. */
	record Organelle(Ellipse widest, double z, double deep, double border, double level, double stripe, double contrast,
		FractalNoise folds)
	{

		static Organelle draw(final int side, final double radius, final double border, final double depth, final SplittableRandom random) {
			return new Organelle(Ellipse.around(side * random.nextDouble(), side * random.nextDouble(), radius, 0.06, random), depth * random
				.nextDouble(-1, 1), radius * random.nextDouble(0.7, 2), border, random.nextDouble(0.3, 0.7), border * random.nextDouble(4, 9),
				random.nextDouble(0.3), new FractalNoise(random.nextLong()));
		}

		void cut(final float[] plane, final int side, final double at) {
			final double away = (at - z) / deep, wide = Math.sqrt(Math.max(0, 1 - away * away));
			final Ellipse cut = widest.scaled(wide);
			final double least = Math.min(cut.a(), cut.b());
			if (least < 1) return;
			new Canvas(plane, side).ellipse(cut, (x, y, before, inside) -> {
				if (inside * least < border) return 0.15;
				if (contrast < 0.05) return level;
				return level + contrast * Math.sin(2 * Math.PI * (y * cut.cos() - x * cut.sin() + 8 * folds.at(x / 20.0, y / 20.0, at / 20, 1)) / stripe);
			});
		}
	}

	double spacing() {
		return cells.spacing();
	}

	static Tissue draw(final int side, final boolean sections, final SplittableRandom random) {
		final double spacing = side * Draws.logUniform(random, 0.08, 0.4);
		final SpaceLattice cells = new SpaceLattice(random.nextLong(), spacing, random.nextDouble(0.5, 0.9), random.nextDouble(2 * Math.PI), Draws
			.logUniform(random, 1, 2.5));
		final SmoothField[] bend = { SmoothField.draw(0.7 * spacing, 2, random), SmoothField.draw(0.7 * spacing, 2, random) };
		final List<Organelle> bodies = new ArrayList<>();
		final double wall = random.nextDouble(0.6, 1.8), fine = Draws.logUniform(random, 2.5, 8);
		if (sections) {
			final int kinds = random.nextInt(1, 4);
			for (int kind = 0; kind < kinds; kind++) {
				final double radius = side * Draws.logUniform(random, 0.012, 0.1), border = wall * random.nextDouble(0.8, 1.5);
				final int count = (int) Math.min(150, random.nextDouble(0.05, 0.4) * side * side / (Math.PI * radius * radius));
				for (int i = 0; i < count; i++)
					bodies.add(Organelle.draw(side, radius * random.nextDouble(0.7, 1.4), border, 2 * radius + 0.5 * spacing, random));
			}
		}
		return new Tissue(side, cells, bend, spacing * random.nextDouble(0.1, 0.6), wall, sections ? -random.nextDouble(0.2, 0.6) : random
			.nextInt(4) > 0 ? 1 : -1, sections ? random.nextDouble(0.15) : random.nextDouble(0.6), random.nextDouble(0.3), sections ? random
				.nextDouble(0.2) : 0, SmoothField.draw(fine, 1, random), fine, bodies);
	}

	/** Returns the slice at a depth, in pixels, deformed by up to a reach in pixels. */
	float[] slice(final double z, final double reach, final SplittableRandom random) {
		final float[] plane = new float[side * side], u = bend[0].plane(side, z / spacing()), v = bend[1].plane(side, z / spacing());
		for (int i = 0; i < plane.length; i++) {
			final SpaceLattice.Place place = cells.at(i % side + bent * u[i], i / side + bent * v[i], z);
			final double border = place.border() / wall;
			plane[i] = (float) (0.7 + contrast * place.level() + height * Math.exp(-border * border / 2));
		}
		for (final Organelle body : bodies)
			body.cut(plane, side, z);
		if (rough > 0.02) addGrain(plane, z / fine);
		if (fresh > 0.02) addFreshGrain(plane, random);
		if (reach < 0.05) return plane;
		final double coarse = side * random.nextDouble(0.2, 0.8);
		return new Sheet(plane, side).window(side, 0, 0, SmoothField.draw(coarse, 1, random).plane(side, 0), SmoothField.draw(coarse, 1, random)
			.plane(side, 0), reach);
	}

	private void addGrain(final float[] plane, final double z) {
		final float[] noise = grain.plane(side, z);
		for (int i = 0; i < plane.length; i++)
			plane[i] += (float) (rough * noise[i]);
	}

	/** Adds what is too fine to go on in the next slice. */
	private void addFreshGrain(final float[] plane, final SplittableRandom random) {
		final float[] white = new float[plane.length];
		for (int i = 0; i < white.length; i++)
			white[i] = (float) random.nextDouble(-1, 1);
		final float[] noise = GaussianBlur.blur(white, side, side, fine / 4);
		for (int i = 0; i < plane.length; i++)
			plane[i] += (float) (fresh * fine / 4 * noise[i]);
	}
}
