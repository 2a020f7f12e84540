package org.vaerestore.vae;

/** How a network's prior is used, which decides how it is built and what its training asks for. */
public enum PriorUse {
	/**
	 * Along its mean: the network tells the mean of a signal and each pixel's variance. The posterior sees the target by the
	 * encoder of the context.
	 */
	MEAN(0),
	/**
	 * In samples, each of which is to be like a signal. The posterior has an encoder of its own, and what comes out of the
	 * pixel shuffle goes through one more convolution at full resolution, which takes away the shuffle's grid.
	 */
	SAMPLED(8);

	private final int fullResolutionChannels;

	PriorUse(final int fullResolutionChannels) {
		this.fullResolutionChannels = fullResolutionChannels;
	}

	/** Returns the channels of each pixel before the last convolution, 0 if there is none at full resolution. */
	int fullResolutionChannels() {
		return fullResolutionChannels;
	}
}
