package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.file.ReplacedFile;
import org.vaerestore.file.TemporaryFile;
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
		try (TemporaryFile draft = TemporaryFile.named("table." + OutputPath.extension(path))) {
			table.saveAs(draft.path().toString());
			ReplacedFile.write(path, Files.size(draft.path()), out -> Files.copy(draft.path(), out));
		}
		catch (final IOException e) {
			throw new InputException("The table " + path + " could not be written (" + OutputPath.reason(e) +
				"); choose another path or make room.", e);
		}
	}
}
