package org.vaerestore.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines that tell what is going to be done: they wait until it is being done, so that what is refused is refused in one line. */
final class Remarks {

	private final PrintWriter err;
	private final List<String> waiting = new ArrayList<>();

	Remarks(final PrintWriter err) {
		this.err = err;
	}

	synchronized void add(final String line) {
		waiting.add(line);
	}

	/** Writes the lines that wait, and returns where others are to follow. */
	synchronized PrintWriter told() {
		waiting.forEach(err::println);
		if (!waiting.isEmpty()) err.flush();
		waiting.clear();
		return err;
	}
}
