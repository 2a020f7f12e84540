package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Slices of a tissue of cells, as an electron microscope or a stain of membranes shows it: walls of cells of space, grain and
 * organelles inside; sections besides deform, and differ in brightness and contrast.
 */
final class TissueSlices implements SeriesKind {

	/** Farthest that a section is deformed, in pixels. */
	private static final double FARTHEST = 3;
	private static final double SECTIONS = 0.6;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double[] places = Places.draw(planes, random);
		final boolean sections = random.nextDouble() < SECTIONS;
		final Tissue tissue = Tissue.draw(side, sections, random);
		final double step = tissue.spacing() * Draws.logUniform(random, 0.01, 0.35), reach = sections ? random.nextDouble(FARTHEST) : 0;
		final float[][] slices = new float[planes][];
		for (int k = 0; k < planes; k++)
			slices[k] = tissue.slice(step * places[k], reach, random);
		final float[][] seen = StackLens.draw(side, random).seen(sections ? slices : Glow.draw(random).through(slices, places, side), side);
		if (sections) Flicker.draw(places, random).focused().apply(seen, side);
		return seen;
	}
}
