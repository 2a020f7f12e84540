package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.vae.TrainingBatch;

/** Draws batches; the same one for the same step and random, whatever was drawn before. */
interface BatchSource extends AutoCloseable {

	TrainingBatch draw(long step, int rows, SplittableRandom random);

	/** Ends it; most hold nothing. */
	@Override
	default void close() {}
}
