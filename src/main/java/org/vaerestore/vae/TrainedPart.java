package org.vaerestore.vae;

/** Which parameters a training step changes. */
public enum TrainedPart {
	/** The bottom-up encoder alone. */
	ENCODER,
	/** The top-down decoder alone, with prior and posterior. */
	DECODER,
	/** What compares planes that are seen beside pictures with these, so that nothing changes for pictures alone. */
	COMPANIONS,
	/** All. */
	BOTH
}
