package org.vaerestore.train;

import java.util.SplittableRandom;

import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.vae.TrainingBatch;

/** Makes of patches what networks are judged by: seen as they will be when the network is used. */
interface JudgedBatches {

	/** Makes a batch of given patches. */
	TrainingBatch judge(Patch[] patches, SplittableRandom random);

	/**
	 * Makes the same batch with the opposite of the noise that the other one has been given; null if that has none.
	 *
	 * @param random gives the same numbers as that of the other one
	 */
	TrainingBatch opposite(Patch[] patches, SplittableRandom random);
}
