package org.vaerestore.command;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.imagej.action.Actions;
import org.vaerestore.imagej.action.Host;
import org.vaerestore.imagej.action.Session;
import org.vaerestore.imagej.action.Action;
import org.vaerestore.imagej.action.Values;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** What a command makes without SciJava, from the text of a macro. */
final class KeptResults implements Host {

	final List<ImagePlus> images = new ArrayList<>();
	ResultsTable table;

	/** Runs a command as plain ImageJ does. */
	static KeptResults of(final String name, final ImagePlus image, final String macro) {
		final KeptResults results = new KeptResults();
		final Action action = Actions.named(name);
		action.requireImage(image);
		action.run(image, Values.parse(action.options(), macro), results);
		return results;
	}

	@Override
	public Session session() {
		return Session.ofImageJ();
	}

	@Override
	public boolean hasWindows() {
		return false;
	}

	@Override
	public JobProgress progress(final ImagePlus watched) {
		return new JobProgress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public void log(final String line) {}

			@Override
			public boolean isCancelled() {
				return false;
			}

			@Override
			public void close() {}
		};
	}

	@Override
	public void show(final ImagePlus result) {
		images.add(result);
	}

	@Override
	public void show(final ResultsTable made, final String title) {
		table = made;
	}

	@Override
	public void log(final String line) {}
}
