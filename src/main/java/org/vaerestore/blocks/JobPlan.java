package org.vaerestore.blocks;

import java.util.Map;

import org.vaerestore.enhance.EnhanceSettings;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.zarr.UnfinishedImage;

/**
 * All that is decided of a job before its first block: with it, blocks are the same whoever works on them.
 *
 * @param version of the plan
 * @param program that made it
 * @param asked what the user has asked for, by the names of options: who asks for the same goes on with the job
 * @param input the image
 * @param inputHash hash of what the image is said to be
 * @param grid its blocks
 * @param model hash of the model's file, which is beside the plan
 * @param work what is done
 * @param result what is written where the plan is
 * @param uncertainty what is written elsewhere, or null
 */
record JobPlan(int version, String program, Map<String, String> asked, StoredArray input, String inputHash, BlockGrid grid, String model,
	Work work, UnfinishedImage.Description result, Elsewhere uncertainty)
{

	static final int VERSION = 1;

	/** Copies the map. */
	JobPlan {
		asked = Map.copyOf(asked);
	}

	/**
	 * An image that is written beside the result.
	 *
	 * @param location of its store
	 */
	record Elsewhere(String location, UnfinishedImage.Description image) {}

	/**
	 * What is done; one of both.
	 *
	 * @param enhance how to enhance, or null
	 * @param restore what to restore, or null
	 */
	record Work(EnhanceSettings enhance, Restore restore) {

		/** Returns what a block's result depends on. */
		BlockWork.Reach reach() {
			return enhance != null ? EnhanceWork.reach(enhance) : RestoreWork.reach(restore.settings());
		}
	}

	/**
	 * What is restored.
	 *
	 * @param mask other than 0 where damaged
	 * @param inverted whether it is the other way round
	 */
	record Restore(RestoreSettings settings, StoredArray mask, boolean inverted) {}
}
