package org.vaerestore.sample;

import java.util.SplittableRandom;

import org.vaerestore.procedural.FractalNoise;

/**
 * Filaments of a cell's skeleton: smooth curves from around the nucleus to the border, crossing each other.
 */
final class Filaments {

	private static final double STEP = 0.4;

	private final Tissue tissue;
	private final Volume dye;

	Filaments(final Tissue tissue, final Volume dye) {
		this.tissue = tissue;
		this.dye = dye;
	}

	/** Draws all filaments of a cell. */
	void draw(final Cell cell, final SplittableRandom random) {
		final int count = random.nextInt(28, 44);
		// half of a cell's filaments run along its long axis, as stress fibres do
		final double axis = random.nextDouble(Math.PI);
		for (int i = 0; i < count; i++) {
			final double around = random.nextDouble(2 * Math.PI);
			final double out = random.nextDouble(6, 30);
			final double x = cell.x() + out * Math.cos(around), y = cell.y() + out * Math.sin(around);
			final double z = dye.depth() * random.nextDouble(0.15, 0.85);
			final boolean fibre = random.nextBoolean();
			final double heading = fibre ? axis + random.nextDouble(-0.2, 0.2) : around + random.nextDouble(-1, 1);
			final double strength = cell.brightness() * 0.9 * Math.exp(0.55 * random.nextGaussian());
			final double wander = fibre ? 0.003 : 0.009;
			trace(cell, x, y, z, heading, strength, wander, random.split());
			if (fibre) trace(cell, x, y, z, heading + Math.PI, strength, wander, random.split());
		}
	}

	private void trace(final Cell cell, final double startX, final double startY, final double startZ,
		final double startHeading, final double strength, final double wander, final SplittableRandom random)
	{
		final double length = random.nextDouble(35, 120);
		final FractalNoise beads = new FractalNoise(random.nextLong());
		double x = startX, y = startY, z = startZ, heading = startHeading, curvature = 0, slope = random.nextDouble(-0.08,
			0.08);
		for (double done = 0; done < length; done += STEP) {
			curvature += -0.03 * STEP * curvature + wander * Math.sqrt(STEP) * random.nextGaussian();
			slope += -0.02 * STEP * slope + 0.01 * Math.sqrt(STEP) * random.nextGaussian();
			heading += curvature * STEP;
			x += STEP * Math.cos(heading);
			y += STEP * Math.sin(heading);
			z += STEP * slope;
			final Tissue.Place place = tissue.at(x, y, z);
			if (place.cell() != cell || place.border() < 1.5) return;
			final double fade = Math.min(1, (length - done) / 12);
			dye.add(x, y, z, STEP * strength * fade * (1 + 0.5 * beads.at(done / 9, 0, 0, 2)));
		}
	}
}
