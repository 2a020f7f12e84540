package org.vaerestore.vae;

/**
 * Rows of the decoder that take the first rows of the context, and latents of one kind.
 *
 * @param kind where their latents come from
 * @param rows how many
 */
record Strand(Kind kind, int rows) {

	/** Where latents come from. */
	enum Kind {
		/** The mean of the prior. */
		MEAN,
		/** A sample of the prior. */
		SAMPLE,
		/** A sample of the posterior. */
		POSTERIOR
	}
}
