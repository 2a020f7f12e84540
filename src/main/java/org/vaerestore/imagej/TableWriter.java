package org.vaerestore.imagej;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.vaerestore.file.ReplacedFile;

import ij.measure.ResultsTable;

/** Writes tables to files, each file whole or not at all, with the headings and decimals that ImageJ shows. */
public final class TableWriter {

	private TableWriter() {}

	/**
	 * Writes a table.
	 *
	 * @param path .csv for commas between the values (RFC 4180), else tabs; UTF-8
	 * @throws org.vaerestore.job.InputException if it can't be written
	 */
	public static void write(final ResultsTable table, final Path path) {
		OutputPath.requireWritable(path);
		final char separator = OutputPath.extension(path).equals("csv") ? ',' : '\t';
		final String[] headings = table.getHeadings();
		final StringBuilder text = new StringBuilder(line(headings, separator));
		for (int row = 0; row < table.size(); row++) {
			final int number = row;
			text.append(line(Arrays.stream(headings).map(heading -> table.getStringValue(heading, number)).toArray(String[]::new),
				separator));
		}
		final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		ReplacedFile.write(path, bytes.length, out -> out.write(bytes));
	}

	private static String line(final String[] values, final char separator) {
		return Arrays.stream(values).map(value -> quoted(value, separator)).collect(Collectors.joining(String.valueOf(
			separator), "", "\n"));
	}

	private static String quoted(final String value, final char separator) {
		final boolean plain = value.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
		return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
	}
}
