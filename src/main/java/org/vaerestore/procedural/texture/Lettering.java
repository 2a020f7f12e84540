package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Lines of writing, bright on dark, in an alphabet that nobody reads.
 *
 * @param axis of the lines
 * @param size height of the letters, in pixels
 * @param spacing from line to line, in heights
 * @param pen thickness of its strokes, in pixels
 * @param slot width of the place of a letter, in heights
 * @param space share of places that have no letter
 * @param letters to choose from
 * @param text which letter stands where
 */
record Lettering(Axis axis, double size, double spacing, double pen, double slot, double space, Letter[] letters, LatticeRandom text)
	implements Texture
{

	private static final int ALPHABET = 24;

	static Texture draw(final SplittableRandom random) {
		return draw(Draws.logUniform(random, 6, 40), Axis.draw(random), random);
	}

	/** Draws writing of a height in pixels. */
	static Lettering draw(final double size, final Axis axis, final SplittableRandom random) {
		final Letter[] letters = new Letter[ALPHABET];
		for (int i = 0; i < ALPHABET; i++)
			letters[i] = Letter.draw(random);
		return new Lettering(axis, size, random.nextDouble(1.25, 2), Math.max(0.9, size * random.nextDouble(0.08, 0.22)), random
			.nextDouble(0.45, 0.95), random.nextDouble(0.05, 0.2), letters, new LatticeRandom(random.nextLong()));
	}

	@Override
	public double at(final double x, final double y) {
		final double line = axis.across(x, y) / (size * spacing);
		final long row = (long) Math.floor(line);
		final double below = (line - row) * spacing - (spacing - 1) / 2;
		final double place = axis.along(x, y) / (size * slot) + 7 * text.at(row, 0, 1);
		final long index = (long) Math.floor(place);
		if (below < -0.3 || below > 1.3 || text.at(index, row, 0) < space) return -1;
		final Letter letter = letters[(int) (ALPHABET * text.at(index, row, 2))];
		final double margin = 0.7 * pen / size;
		final double squeezed = (slot - 2 * margin) / Letter.WIDTH;
		return squeezed <= 0.2 ? -1 : 2 * Profile.cover(pen / 2 - size * letter.distance((place - index) * slot - margin, below,
			squeezed)) - 1;
	}
}
