package org.vaerestore.train;

import org.vaerestore.vae.Architecture;

/** Which of the built-in weights to work with, or to start a training from. */
public enum Weights {
	/** The best ones where there are threads for them, else the fast ones; the same for all images of a machine. */
	AUTO,
	/** Those of the smaller network. */
	FAST,
	/** Those of the larger network, which takes about four times as long. */
	BEST;

	/** As many threads as it takes the larger network to enhance half a megapixel per second. */
	private static final int MANY = 20;

	/**
	 * Returns the shape of their network.
	 *
	 * @param threads that may be used
	 */
	public Architecture architecture(final int threads) {
		final boolean best = this == BEST || this == AUTO && threads >= MANY;
		return (best ? ModelSize.LARGE : ModelSize.MEDIUM).architecture();
	}
}
