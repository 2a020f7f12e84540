package org.vaerestore.report;

import java.util.List;

/**
 * A table of text; cells that start with a number are set to the right.
 *
 * @param header one cell per column
 * @param rows each with as many cells as the header
 */
public record Table(List<String> header, List<List<String>> rows) implements Block {

	/**
	 * Copies the lists.
	 *
	 * @throws IllegalArgumentException if a row has more or fewer cells than the header
	 */
	public Table {
		header = List.copyOf(header);
		rows = rows.stream().map(List::copyOf).toList();
		for (final List<String> row : rows) {
			if (row.size() != header.size()) throw new IllegalArgumentException("A row has " + row.size() +
				" cells, the header " + header.size() + ": " + row);
		}
	}
}
