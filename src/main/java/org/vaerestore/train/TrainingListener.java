package org.vaerestore.train;

import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;

/** Hears what a training does; called on the training's thread, so it must be quick. */
public interface TrainingListener {

	/** Called about once a second, and at every validation, with the state of the training. */
	default void trained(final TrainingPoint point) {}

	/** Called at every validation with what the model makes of a patch. */
	default void previewed(final Preview preview) {}

	/**
	 * Returns whether it is time for a {@link #checkpoint}; asked after each validation.
	 *
	 * @param seconds since the last checkpoint, or since the start
	 */
	default boolean wantsCheckpoint(final double seconds) {
		return seconds > 120;
	}

	/** Called when {@link #wantsCheckpoint} says so, with all that a later run needs to resume from here, bit for bit. */
	default void checkpoint(final VaeModel model) {}
}
