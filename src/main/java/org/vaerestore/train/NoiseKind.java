package org.vaerestore.train;

/** Which noise model a training fits to its images. */
public enum NoiseKind {
	/** Poisson-Gaussian for noisy images, none for clean ones. */
	AUTO,
	/** No noise model: the decoder's learned, bounded variance alone. */
	NONE,
	/** One variance for all intensities. */
	GAUSSIAN,
	/** A variance that grows linearly with the signal: photon noise and read-out noise. */
	POISSON_GAUSSIAN,
	/** A signal-dependent Gaussian mixture, fitted to the residuals of a first pass. */
	MIXTURE
}
