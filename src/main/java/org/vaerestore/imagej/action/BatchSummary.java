package org.vaerestore.imagej.action;

import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.imagej.TableWriter;
import org.vaerestore.job.InputException;

import ij.measure.ResultsTable;

/** The table of a batch, in its file row by row as images are done, so that it is there whatever ends the batch. */
final class BatchSummary {

	static final String NAME = "summary.csv";

	private final ResultsTable table = new ResultsTable();
	private final Path file;
	private final Host host;
	private boolean told;

	BatchSummary(final Path folder, final Host host) {
		file = folder.resolve(NAME);
		this.host = host;
	}

	/**
	 * Adds what became of an image; its report, where there is one, is named as it lies beside the table. That the file can't be written now, as another program has it open, ends
	 * nothing.
	 */
	void add(final Path image, final String result, final Path report, final double seconds) {
		table.incrementCounter();
		table.addValue("file", image.getFileName().toString());
		table.addValue("result", result);
		if (Files.exists(report)) table.addValue("report", report.getFileName().toString());
		table.addValue("seconds", seconds);
		try {
			TableWriter.write(table, file);
		}
		catch (final InputException e) {
			if (!told) host.log(e.getMessage());
			told = true;
		}
	}

	/**
	 * Shows the table.
	 *
	 * @throws InputException if its file can't be written
	 */
	void finish() {
		host.show(table, "VAE Batch");
		TableWriter.write(table, file);
	}
}
