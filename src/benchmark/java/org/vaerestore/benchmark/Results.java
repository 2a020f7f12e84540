package org.vaerestore.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** All rows: each is printed as it comes, and all are written as JSON in the end. */
final class Results {

	private static final Path FILE = Path.of("target", "benchmark", "results.json");

	private final List<Row> rows = new ArrayList<>();

	/** Prints the head of the table. */
	Results() {
		System.out.printf(Locale.ROOT, "%-24s %8s %-12s %9s %19s %8s %8s %8s %9s %6s%n", "what", "channels", "engine", "ms",
			"(quartiles)", "GFLOP/s", "ceiling", "RSS, MB", "heap, KB", "MP/s");
	}

	/** Takes and prints a row. */
	void add(final Row row) {
		rows.add(row);
		final Times times = row.times();
		final String quartiles = times.low() == times.high() ? "" : String.format(Locale.ROOT, "(%.1f to %.1f)", times.low(),
			times.high());
		System.out.printf(Locale.ROOT, "%-24s %8d %-12s %9.1f %19s %8s %8s %8s %9s %6s%n", row.what(), row.channels(), row
			.engine(), times.median(), quartiles, text("%.0f", row.gflops()), text("%.0f %%", 100 * row.ofCeiling()), text("%.0f",
				row.rssMb()), text("%.0f", row.heapKb()), text("%.2f", row.megapixels()));
	}

	/** Writes the rows to {@code target/benchmark/results.json}; what was not measured is null. */
	void write() throws IOException {
		final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
		final ArrayNode array = mapper.createArrayNode();
		for (final Row row : rows) {
			final ObjectNode object = array.addObject().put("what", row.what()).put("channels", row.channels()).put("threads", row
				.threads()).put("engine", row.engine()).put("ms", row.times().median());
			put(object, "gflops", row.gflops());
			put(object, "rssMb", row.rssMb());
			put(object, "heapKb", row.heapKb());
			put(object, "ofCeiling", row.ofCeiling());
			put(object, "megapixelsPerSecond", row.megapixels());
		}
		Files.createDirectories(FILE.getParent());
		mapper.writeValue(FILE.toFile(), array);
	}

	private static void put(final ObjectNode object, final String name, final double value) {
		if (Double.isNaN(value)) object.putNull(name);
		else object.put(name, value);
	}

	private static String text(final String format, final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}
}
