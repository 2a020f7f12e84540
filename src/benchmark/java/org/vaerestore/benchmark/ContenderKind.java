package org.vaerestore.benchmark;

import org.vaerestore.vae.Architecture;

/** The engines that can be compared. */
enum ContenderKind {
	VAE_RESTORE("vae-restore"), PYTORCH("pytorch"), SAMEDIFF("samediff");

	private final String label;

	ContenderKind(final String label) {
		this.label = label;
	}

	/** Returns its name in the results. */
	String label() {
		return label;
	}

	/** Starts the engine with random weights and a random batch. */
	Contender start(final Architecture architecture, final int threads) {
		return switch (this) {
			case VAE_RESTORE -> new VaeRestoreContender(architecture, threads);
			case PYTORCH -> new PyTorchContender(architecture, threads);
			case SAMEDIFF -> new SameDiffContender(architecture, threads);
		};
	}
}
