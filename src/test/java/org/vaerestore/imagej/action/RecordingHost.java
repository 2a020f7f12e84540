package org.vaerestore.imagej.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** A host without windows that keeps what commands hand to it. */
final class RecordingHost implements Host {

	final Session session = new Session();
	final List<ImagePlus> shown = new ArrayList<>();
	final Map<String, ResultsTable> tables = new LinkedHashMap<>();
	final List<String> lines = new ArrayList<>();

	/** What a user does who wants the job to end. */
	BooleanSupplier cancelled = () -> false;

	int jobsOpen;
	int jobsBegun;

	/** How far the job is that told it last. */
	double done;

	/** Runs a command as a macro does. */
	RecordingHost run(final Action action, final ImagePlus image, final String macro) {
		action.run(image, Values.parse(action.options(), macro), this);
		return this;
	}

	ImagePlus last() {
		return shown.get(shown.size() - 1);
	}

	ResultsTable table() {
		return tables.values().iterator().next();
	}

	@Override
	public Session session() {
		return session;
	}

	@Override
	public boolean hasWindows() {
		return false;
	}

	@Override
	public JobProgress progress(final ImagePlus watched) {
		jobsOpen++;
		jobsBegun++;
		return new JobProgress() {

			@Override
			public void update(final double fraction, final String message) {
				done = fraction;
			}

			@Override
			public void log(final String line) {
				lines.add(line);
			}

			@Override
			public boolean isCancelled() {
				return cancelled.getAsBoolean();
			}

			@Override
			public void close() {
				jobsOpen--;
			}
		};
	}

	@Override
	public void show(final ImagePlus result) {
		shown.add(result);
	}

	@Override
	public void show(final ResultsTable table, final String title) {
		tables.put(title, table);
	}

	@Override
	public void log(final String line) {
		lines.add(line);
	}
}
