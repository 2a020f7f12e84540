package org.vaerestore.sample;

import java.util.SplittableRandom;

import org.vaerestore.procedural.FractalNoise;

/**
 * The nucleus of a cell: an ellipsoid with a wavy rim, grainy chromatin, bright chromocentres and dark nucleoli.
 */
final class Nucleus {

	private final double x, y, z, cos, sin, radiusX, radiusY, radiusZ;
	private final FractalNoise chromatin, rim;
	/** Spots as x, y, z, radius, strength; negative ones are nucleoli. */
	private final double[][] spots;

	Nucleus(final Cell cell, final double depth, final SplittableRandom random) {
		x = cell.x() + random.nextDouble(-4, 4);
		y = cell.y() + random.nextDouble(-4, 4);
		z = depth / 2 + random.nextDouble(-4, 4);
		final double angle = random.nextDouble(Math.PI);
		cos = Math.cos(angle);
		sin = Math.sin(angle);
		radiusX = Math.min(random.nextDouble(20, 26), 0.8 * cell.reach());
		radiusY = radiusX * random.nextDouble(0.66, 0.95);
		radiusZ = random.nextDouble(13, 18);
		chromatin = new FractalNoise(random.nextLong());
		rim = new FractalNoise(random.nextLong());
		spots = new double[random.nextInt(9, 18)][];
		final int nucleoli = random.nextInt(1, 4);
		for (int i = 0; i < spots.length; i++) spots[i] = spot(i < nucleoli, random);
	}

	private double[] spot(final boolean nucleolus, final SplittableRandom random) {
		final double angle = random.nextDouble(2 * Math.PI), out = Math.sqrt(random.nextDouble()) * (nucleolus ? 0.55
			: 0.85);
		return new double[] { x + out * radiusX * Math.cos(angle), y + out * radiusY * Math.sin(angle), z + random
			.nextDouble(-0.6, 0.6) * radiusZ, nucleolus ? random.nextDouble(3.5, 6) : random.nextDouble(1.4, 2.8),
			nucleolus ? -0.8 : random.nextDouble(0.5, 1.3) };
	}

	/** Returns true if no dye of this nucleus can be at a position. */
	boolean isFarFrom(final double px, final double py) {
		return Math.abs(px - x) > 1.3 * radiusX || Math.abs(py - y) > 1.3 * radiusX;
	}

	/** Returns how deep in the nucleus a point is: 1 in its middle, 0 at its rim, negative outside. */
	double depthAt(final double px, final double py, final double pz) {
		final double dx = px - x, dy = py - y, dz = pz - z;
		final double u = (cos * dx + sin * dy) / radiusX, v = (cos * dy - sin * dx) / radiusY, w = dz / radiusZ;
		return 1 - Math.sqrt(u * u + v * v + w * w) + 0.12 * rim.at(px / 18, py / 18, pz / 18, 2);
	}

	/** Returns the amount of dye at a point, about 0 to 2. */
	double dyeAt(final double px, final double py, final double pz) {
		final double inside = Math.min(1, Math.max(0, depthAt(px, py, pz) * 10));
		if (inside == 0) return 0;
		double grain = 0.6 + 1.5 * chromatin.at(px / 6, py / 6, pz / 6, 3);
		for (final double[] spot : spots) {
			final double dx = px - spot[0], dy = py - spot[1], dz = pz - spot[2];
			final double far = (dx * dx + dy * dy + dz * dz) / (spot[3] * spot[3]);
			if (far < 6) grain += spot[4] * Math.exp(-far);
		}
		return inside * Math.max(0.08, grain);
	}
}
