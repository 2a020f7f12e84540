package org.vaerestore.cli;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.model.TrainingPoint;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Preview;
import org.vaerestore.train.TrainingListener;

/** Keeps what a report of a training shows: every point, and the first and the latest preview. */
final class TrainingLog implements TrainingListener {

	private final List<TrainingPoint> points = new ArrayList<>();
	private Preview first;
	private Preview latest;

	@Override
	public void trained(final TrainingPoint point) {
		points.add(point);
	}

	@Override
	public void previewed(final Preview preview) {
		if (first == null) first = preview;
		latest = preview;
	}

	List<TrainingPoint> points() {
		return List.copyOf(points);
	}

	/** Returns the first preview, null if there was none. */
	Preview first() {
		return first;
	}

	/** Returns the latest preview, null if there was none. */
	Preview latest() {
		return latest;
	}

	/** Returns a listener that tells this log and another one. */
	TrainingListener before(final TrainingListener other) {
		final TrainingLog log = this;
		return new TrainingListener() {

			@Override
			public void trained(final TrainingPoint point) {
				log.trained(point);
				other.trained(point);
			}

			@Override
			public void previewed(final Preview preview) {
				log.previewed(preview);
				other.previewed(preview);
			}

			@Override
			public boolean wantsCheckpoint(final double seconds) {
				return other.wantsCheckpoint(seconds);
			}

			@Override
			public void checkpoint(final VaeModel model) {
				other.checkpoint(model);
			}
		};
	}
}
