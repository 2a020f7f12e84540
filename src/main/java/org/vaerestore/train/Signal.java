package org.vaerestore.train;

/** What the images of a training are held to be. */
public enum Signal {
	/** Noisy if the noise found in the images is worth removing, else clean. */
	AUTO,
	/** A signal with noise: the model learns to tell the two apart, and restores and enhances. */
	NOISY,
	/** The signal itself: the model learns to restore it, grain included, and can't enhance. */
	CLEAN
}
