package org.vaerestore.report;

import java.util.List;
import java.util.Objects;

import org.vaerestore.model.TrainingPoint;

/**
 * What a training did: its losses, the divergence of each latent level, and PSNR on validation patches.
 *
 * @param history points in the order of training; may be empty
 * @param over what the horizontal axis counts
 */
public record LossCurves(List<TrainingPoint> history, Over over) implements Block {

	/** What the horizontal axis of a training's curves counts. */
	public enum Over {
		/** Time spent in training. */
		TIME,
		/** Training steps. */
		STEPS
	}

	/** Copies the list. */
	public LossCurves {
		history = List.copyOf(history);
		Objects.requireNonNull(over, "over");
	}

	/** Returns the curves of a training over time. */
	public static LossCurves of(final List<TrainingPoint> history) {
		return new LossCurves(history, Over.TIME);
	}
}
