package org.vaerestore.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The figures of the bench as a table: a line for each method, a column for each image or kind of damage. */
public final class BenchTable {

	private BenchTable() {}

	/**
	 * Returns the table in Markdown: PSNR, where the protocol has it beside that with gain and offset fitted, then means of both
	 * and of SSIM, then mean seconds; and the calibration of methods that have an uncertainty: shares of true values within
	 * 68 % and 95 % intervals, and rank correlation of uncertainty and error.
	 */
	public static String markdown(final List<BenchRow> rows) {
		final boolean damaged = rows.get(0).mask() != null, fitted = !Double.isNaN(rows.get(0).fitted());
		final Function<BenchRow, String> column = damaged ? BenchRow::mask : BenchRow::image;
		final Set<String> columns = set(rows, column);
		final StringBuilder text = new StringBuilder("| " + rows.get(0).protocol() + ", PSNR" + (fitted ? " / fitted" : "") +
			" in dB |");
		columns.forEach(name -> text.append(' ').append(name).append(" |"));
		text.append(" mean PSNR").append(fitted ? " / fitted" : "").append(" / SSIM | seconds | within 68 % / 95 %, correlation |\n|---").append("|---".repeat(columns.size() + 3)).append("|\n");
		for (final String method : set(rows, BenchRow::method)) {
			final List<BenchRow> own = rows.stream().filter(row -> row.method().equals(method)).toList();
			final List<String> cells = new ArrayList<>(List.of(method));
			for (final String name : columns)
				cells.add(ratios(own, row -> column.apply(row).equals(name), fitted));
			cells.add(ratios(own, row -> true, fitted) + " / " + number("%.4f", mean(own, row -> true, BenchRow::ssim)));
			cells.add(number("%.1f", mean(own, row -> true, BenchRow::seconds)));
			final List<BenchRow> sure = own.stream().filter(row -> row.calibration() != null).toList();
			cells.add(sure.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f / %.3f, %.2f", mean(sure, row -> true, row -> row
				.calibration().within68()), mean(sure, row -> true, row -> row.calibration().within95()), mean(sure, row -> true,
					row -> row.calibration().correlation())));
			text.append("| ").append(String.join(" | ", cells)).append(" |\n");
		}
		return text.toString();
	}

	/** Returns the mean PSNR of some rows, and that after the fit. */
	private static String ratios(final List<BenchRow> rows, final Predicate<BenchRow> which, final boolean fitted) {
		final String plain = number("%.2f", mean(rows, which, BenchRow::psnr));
		return fitted ? plain + " / " + number("%.2f", mean(rows, which, BenchRow::fitted)) : plain;
	}

	private static Set<String> set(final List<BenchRow> rows, final Function<BenchRow, String> of) {
		final Set<String> set = new LinkedHashSet<>();
		rows.forEach(row -> set.add(of.apply(row)));
		return set;
	}

	private static double mean(final List<BenchRow> rows, final Predicate<BenchRow> which,
		final Function<BenchRow, Double> of)
	{
		return rows.stream().filter(which).mapToDouble(of::apply).average().orElse(Double.NaN);
	}

	private static String number(final String format, final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
	}
}
