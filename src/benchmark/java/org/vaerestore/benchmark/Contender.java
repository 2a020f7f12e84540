package org.vaerestore.benchmark;

/** An engine that runs the ladder VAE on a batch of 16 pictures of 64 x 64, of which 4 follow the posterior in training. */
interface Contender extends AutoCloseable {

	/** Rows of a batch, and those that follow the posterior too. */
	int ROWS = 16, POSTERIOR_ROWS = 4;

	/** Side of the pictures in pixels. */
	int SIDE = 64;

	/** Runs one training step: forward, loss, backward. */
	void step();

	/** Runs one prediction along the prior's mean. */
	void forward();

	@Override
	void close();
}
