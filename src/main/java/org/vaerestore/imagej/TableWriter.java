package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.job.InputException;

import ij.measure.ResultsTable;

/**
 * Writes tables to files as ImageJ does, each file whole or not at all.
 */
public final class TableWriter {

	private TableWriter() {}

	/**
	 * Writes a table.
	 *
	 * @param path .csv for commas between the values, else tabs
	 * @throws InputException if it can't be written
	 */
	public static void write(final ResultsTable table, final Path path) {
		OutputPath.requireWritable(path);
		try {
			final Path draft = Files.createTempFile("vae-restore-", "." + OutputPath.extension(path));
			try {
				table.saveAs(draft.toString());
				ReplacedFile.write(path, Files.size(draft), out -> Files.copy(draft, out));
			}
			finally {
				Files.delete(draft);
			}
		}
		catch (final IOException e) {
			throw new InputException("The table " + path + " could not be written (" + OutputPath.reason(e) +
				"); choose another path or make room.", e);
		}
	}
}
