package org.vaerestore.vae;

/** Which parameters a training step changes. */
public enum TrainedPart {
	/** The bottom-up encoder alone. */
	ENCODER,
	/** The top-down decoder alone, with prior and posterior. */
	DECODER,
	/** All. */
	BOTH
}
