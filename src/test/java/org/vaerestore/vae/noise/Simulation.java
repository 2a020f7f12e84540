package org.vaerestore.vae.noise;

import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Draws what a detector records, by other means than the code under test. */
final class Simulation {

	private static final double MANY = 500;

	private final RandomDataGenerator random;

	Simulation(final int seed) {
		random = new RandomDataGenerator(new Well19937c(seed));
	}

	/** What is recorded for a signal, not clipped; the black level is 0 unless {@code offset} is negative. */
	double record(final double gain, final double offset, final double signal) {
		final double readOut = offset > 0 ? random.nextGaussian(0, Math.sqrt(offset)) : 0;
		if (gain == 0) return signal + readOut;
		final double blackLevel = Math.max(0, -offset / gain);
		final double counts = (signal - blackLevel) / gain;
		if (counts <= 0) return signal + readOut;
		final double found = counts > MANY ? Math.rint(random.nextGaussian(counts, Math.sqrt(counts))) : random.nextPoisson(
			counts);
		return blackLevel + readOut + gain * found;
	}

	double uniform(final double from, final double to) {
		return random.nextUniform(from, to);
	}

	double gaussian() {
		return random.nextGaussian(0, 1);
	}

	static double clip(final double x, final double low, final double high) {
		return Math.min(Math.max(x, low), high);
	}
}
