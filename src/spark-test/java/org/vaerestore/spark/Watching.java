package org.vaerestore.spark;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.job.Progress;

/** Hears how far a run is, and does something once at some point of it. */
final class Watching implements Progress {

	final List<Double> told = new ArrayList<>();
	private final double point;
	private Runnable action;
	private volatile boolean cancelled;

	private Watching(final double point) {
		this.point = point;
	}

	/** Does something when the run is so far. */
	static Watching until(final double point, final Runnable action) {
		final Watching watching = new Watching(point);
		watching.action = action;
		return watching;
	}

	/** Cancels the run when it is so far. */
	static Watching cancellingAt(final double point) {
		final Watching watching = new Watching(point);
		watching.action = () -> watching.cancelled = true;
		return watching;
	}

	@Override
	public void update(final double fraction, final String message) {
		told.add(fraction);
		if (fraction < point || action == null) return;
		action.run();
		action = null;
	}

	boolean isReached() {
		return action == null;
	}

	@Override
	public void log(final String line) {}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}
}
