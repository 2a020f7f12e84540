package org.vaerestore.train;

/** In which order the parts of the network are trained. */
public enum Schedule {
	/** Encoder and decoder together, all the time. */
	JOINT,
	/** First the encoder, then the decoder, then both. */
	STAGED
}
