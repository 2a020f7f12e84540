package org.vaerestore.train;

import org.vaerestore.vae.Architecture;

/** How much a model can learn, and how long that takes: sizes to choose from without knowing networks. */
public enum ModelSize {
	/** Half the default's channels: for a first look. */
	SMALL(new Architecture(2, 4, 24, 8, 1)),
	/** The default: most of what minutes of training can give; the fast one of the built-in weights. */
	MEDIUM(Architecture.DEFAULT),
	/** Deeper and wider, four times as slow: the best of the built-in weights. */
	LARGE(new Architecture(2, 4, 64, 8, 2));

	private final Architecture architecture;

	ModelSize(final Architecture architecture) {
		this.architecture = architecture;
	}

	/** Returns the shape of the network. */
	public Architecture architecture() {
		return architecture;
	}
}
