package org.vaerestore.train;

import org.vaerestore.vae.LadderVae;

/** Says how good a network is, always by the same pictures. */
interface Judge {

	/**
	 * What a judge found.
	 *
	 * @param error in network units squared, by which models are compared
	 * @param psnr in dB, for people
	 */
	record Score(double error, double psnr) {
	}

	/** Measures the network as it is. */
	Score score(LadderVae vae);

	/** Shows what the network makes of the first picture. */
	Preview preview(LadderVae vae);
}
