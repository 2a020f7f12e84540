package org.vaerestore.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What results look like, as a table: a line for each kind of damage and each method. */
public final class LooksTable {

	private static final String REFERENCE = "builtin";

	private LooksTable() {}

	/**
	 * Returns the table in Markdown, each figure a mean over the images: bands, amplitude of the finest detail, tails and the largest of them, bands of the
	 * weakest and the strongest hole of all, patches, energy score as a share of that of the built-in weights' mean, PSNR and that of the
	 * samples' mean, and shares of true values within the samples' 68 % and 95 %. Nothing if the rows have no looks.
	 */
	public static String markdown(final List<BenchRow> rows) {
		if (rows.stream().allMatch(row -> row.looks() == null)) return "";
		final StringBuilder text = new StringBuilder("| " + rows.get(0).protocol() +
			" | bands | finest | tails, largest | worst | patches | energy | PSNR | of the mean of samples | within 68 % / 95 % |\n" +
			"|---|---|---|---|---|---|---|---|---|---|\n");
		final Map<List<String>, List<BenchRow>> lines = new LinkedHashMap<>();
		for (final BenchRow row : rows)
			if (row.looks() != null && !row.method().equals("laplace") && !row.method().equals("biharmonic")) lines.computeIfAbsent(List
				.of(row.mask(), row.method()), key -> new ArrayList<>()).add(row);
		lines.entrySet().stream().sorted((a, b) -> a.getKey().get(0).compareTo(b.getKey().get(0))).forEach(line -> text.append("| ")
			.append(String.join(", ", line.getKey())).append(" | ").append(String.join(" | ", cells(line.getValue(), rows))).append(
				" |\n"));
		return text.toString();
	}

	private static List<String> cells(final List<BenchRow> own, final List<BenchRow> all) {
		final List<String> bands = new ArrayList<>();
		for (int k = 0; k < own.get(0).looks().bands().size(); k++) {
			final int octave = k;
			bands.add(number(mean(own, row -> row.looks().bands().get(octave))));
		}
		final boolean sampled = own.get(0).sampled() != null;
		return List.of(String.join(" ", bands), number(mean(own, row -> row.looks().finest())), number(mean(own, row -> row.looks().tails())) + ", " + number(values(own, row -> row
			.looks().tails()).max().orElse(Double.NaN)), number(values(own, row -> row.looks().weakest()).min().orElse(
				Double.NaN)) + " to " + number(values(own, row -> row.looks().strongest()).max().orElse(Double.NaN)), number(mean(own,
					row -> row.looks().patches())), number(mean(own, row -> row.looks().energy() / reference(row, all).looks()
						.energy())), number(mean(own, BenchRow::psnr)), sampled ? number(mean(own, row -> row.sampled().psnr())) : "", sampled
							? number(mean(own, row -> row.sampled().spread().within68())) + " / " + number(mean(own, row -> row.sampled()
								.spread().within95())) : "");
	}

	private static BenchRow reference(final BenchRow row, final Collection<BenchRow> all) {
		return all.stream().filter(other -> other.method().equals(REFERENCE) && other.image().equals(row.image()) && other.mask()
			.equals(row.mask())).findFirst().orElseThrow();
	}

	private static double mean(final List<BenchRow> rows, final ToDoubleFunction<BenchRow> of) {
		return values(rows, of).average().orElse(Double.NaN);
	}

	private static DoubleStream values(final List<BenchRow> rows, final ToDoubleFunction<BenchRow> of) {
		return rows.stream().mapToDouble(of).filter(value -> !Double.isNaN(value));
	}

	private static String number(final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
	}
}
