package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * True structure along rows or columns: filaments, membranes, bands and gratings, half of which end inside a patch, so that a
 * network doesn't take all that lies along a stripe for one.
 */
final class ParallelStructure {

	private static final int MOST = 3;
	private static final double FAINTEST = 0.2, STRONGEST = 3, THINNEST = 0.6, THICKEST = 3, WIDEST_BAND = 12;
	private static final double STRAIGHT = 0.6, STEEPEST = 0.08, ENDING = 0.5, BAND = 0.35, GRATING = 0.2;

	private ParallelStructure() {}

	/** Adds structure to a square patch whose scene has the standard deviation 1. */
	static void addTo(final float[] patch, final boolean alongRows, final SplittableRandom random) {
		final int side = NoisyPatch.sideOf(patch);
		for (int count = 1 + random.nextInt(MOST); count > 0; count--) {
			final Profile profile = Profile.draw(side, random);
			final double strength = Draws.logUniform(random, FAINTEST, STRONGEST) * (random.nextInt(3) == 0 ? -1 : 1);
			final double slope = random.nextDouble() < STRAIGHT ? 0 : random.nextDouble(-STEEPEST, STEEPEST);
			final boolean ends = random.nextDouble() < ENDING;
			final double start = ends ? random.nextDouble(-0.5 * side, 0.7 * side) : -side, end = ends ? start + Draws.logUniform(
				random, 0.25 * side, side) : 2 * side;
			for (int along = 0; along < side; along++) {
				final double there = strength * inside(along, start, end, 1);
				if (Math.abs(there) < 1e-4) continue;
				for (int across = 0; across < side; across++)
					patch[alongRows ? across * side + along : along * side + across] += (float) (there * profile.at(across - slope *
						(along - 0.5 * side)));
			}
		}
	}

	/** Returns 1 between two places, 0 beyond, and smooth steps there. */
	private static double inside(final double at, final double start, final double end, final double softness) {
		return 1 / ((1 + Math.exp((start - at) / softness)) * (1 + Math.exp((at - end) / softness)));
	}

	/**
	 * What structure is across its direction.
	 *
	 * @param centre of the first line
	 * @param width of a line, as its standard deviation; or of a band
	 * @param lines how many, a period apart
	 */
	private record Profile(double centre, double width, boolean isBand, int lines, double period) {

		static Profile draw(final int side, final SplittableRandom random) {
			final double kind = random.nextDouble(), centre = random.nextDouble(side);
			if (kind < BAND) return new Profile(centre, Draws.logUniform(random, 2, WIDEST_BAND), true, 1, 0);
			final double width = Draws.logUniform(random, THINNEST, THICKEST);
			if (kind < BAND + GRATING) return new Profile(centre, width, false, 2 + random.nextInt(8), width * random.nextDouble(3,
				6));
			return new Profile(centre, width, false, 1, 0);
		}

		double at(final double place) {
			if (isBand) return inside(place, centre - width / 2, centre + width / 2, 0.4);
			double sum = 0;
			for (int line = 0; line < lines; line++) {
				final double distance = (place - centre - line * period) / width;
				if (Math.abs(distance) < 5) sum += Math.exp(-0.5 * distance * distance);
			}
			return sum;
		}
	}
}
