package org.vaerestore.benchmark;

import org.vaerestore.vae.Architecture;

/** The networks that are compared, and what they have to compute. */
final class Network {

	private Network() {}

	/** Returns the default network with another number of channels. */
	static Architecture of(final int channels) {
		final Architecture usual = Architecture.DEFAULT;
		return new Architecture(usual.shuffle(), usual.levels(), channels, usual.latentChannels(), usual.blocks());
	}

	/** Returns the gigaflop of a training step: backward is twice as much as forward. */
	static double stepGigaflop(final Architecture architecture) {
		return 3 * gigaflop(architecture, Contender.ROWS + Contender.POSTERIOR_ROWS);
	}

	/** Returns the gigaflop of a forward pass. */
	static double forwardGigaflop(final Architecture architecture) {
		return gigaflop(architecture, Contender.ROWS);
	}

	/** Counts the multiply-adds of all convolutions, two operations each. */
	private static double gigaflop(final Architecture a, final int rows) {
		final double c = a.channels();
		final double area = Math.pow((double) Contender.SIDE / a.shuffle(), 2), pixels = a.shuffle() * a.shuffle();
		double sum = area * 9 * c * (3 * pixels + 2 + 2 * pixels + 2 * a.blocks() * c);
		for (int level = 0; level < a.levels(); level++) {
			final double positions = area / Math.pow(4, level);
			sum += positions * (9 * c * c * 4 * a.blocks() + 3 * c * a.latentChannels() + (level > 0 ? 9 * c * c : 0));
		}
		return 2 * rows * sum / 1e9;
	}
}
