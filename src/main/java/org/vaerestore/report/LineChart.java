package org.vaerestore.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A chart of lines, as SVG whose colours come from the page's style.
 *
 * @param title above the chart
 * @param xLabel what the horizontal axis counts, with its unit
 * @param series lines; empty ones are left out
 * @param course whether they show the course of something: from 0 on, with the last values in the legend, and without what
 *          the first ones are far off
 */
record LineChart(String title, String xLabel, List<Series> series, boolean course) {

	private static final int WIDTH = 420, HEIGHT = 270, LEFT = 52, RIGHT = 10, TOP = 12, BOTTOM = 40;
	/** A ratio of values from which on only powers of ten can show both. */
	private static final double MANY_SCALES = 100;
	private static final int FEW = 40;

	LineChart(final String title, final String xLabel, final List<Series> series) {
		this(title, xLabel, series, true);
	}

	LineChart {
		series = series.stream().filter(line -> !line.points().isEmpty()).toList();
	}

	boolean isEmpty() {
		return series.isEmpty();
	}

	/** Returns the chart with its title and legend; the name must be unique on its page. */
	String html(final String name) {
		final Axis x = xAxis(), y = yAxis();
		final StringBuilder out = new StringBuilder();
		out.append("<figure class=\"chart\"><figcaption>").append(Html.escape(title)).append("</figcaption>\n");
		out.append(text("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n", WIDTH, HEIGHT, Html.escape(title)));
		out.append(text("<clipPath id=\"%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n", name,
			LEFT, TOP - 2, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM + 4));
		for (final Axis.Tick tick : y.ticks()) {
			out.append(text("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick.value()), WIDTH - RIGHT));
			out.append(text("<text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>\n", LEFT - 6, y.at(tick.value()) + 4, tick
				.label()));
		}
		for (final Axis.Tick tick : x.ticks()) {
			out.append(text("<path class=\"tick\" d=\"M%.1f %dv4\"/>", x.at(tick.value()), HEIGHT - BOTTOM));
			out.append(text("<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>\n", x.at(tick.value()), HEIGHT -
				BOTTOM + 17, tick.label()));
		}
		out.append(text("<text class=\"x label\" x=\"%d\" y=\"%d\">%s</text>\n", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6,
			Html.escape(xLabel)));
		out.append(text("<g clip-path=\"url(#%s)\">\n", name));
		for (int i = 0; i < series.size(); i++) appendLine(out, i, x, y);
		return out.append("</g></svg>\n").append(legend()).append("</figure>\n").toString();
	}

	private void appendLine(final StringBuilder out, final int index, final Axis x, final Axis y) {
		final List<Series.Point> points = series.get(index).points();
		out.append("<path class=\"line c").append(index % 6).append("\" d=\"");
		char command = 'M';
		for (final Series.Point point : points) {
			out.append(text("%c%.1f %.1f", command, x.at(point.x()), y.at(point.y())));
			command = 'L';
		}
		out.append("\"/>\n");
		if (points.size() > FEW) return;
		for (final Series.Point point : points) {
			out.append(text("<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>", index % 6, x.at(point.x()), y.at(
				point.y())));
		}
		out.append('\n');
	}

	private String legend() {
		final StringBuilder out = new StringBuilder("<ul class=\"legend\">");
		for (int i = 0; i < series.size(); i++) {
			final List<Series.Point> points = series.get(i).points();
			out.append(text("<li><i class=\"c%d\"></i>%s%s</li>", i % 6, Html.escape(series.get(i).name()), !course ? ""
				: text(" <b>%s</b>", Numbers.format(points.get(points.size() - 1).y(), 4))));
		}
		return out.append("</ul>\n").toString();
	}

	private Axis xAxis() {
		final double[] values = sorted(Series.Point::x);
		final double last = values[values.length - 1];
		return course ? Axis.linear(0, Math.max(last, 1e-3), LEFT, WIDTH - RIGHT) : Axis.linear(values[0], last, LEFT, WIDTH -
			RIGHT);
	}

	private Axis yAxis() {
		final double[] values = sorted(Series.Point::y);
		final double lo = values[0], hi = values[values.length - 1], bottom = HEIGHT - BOTTOM;
		if (!course) return Axis.linear(lo, hi, bottom, TOP);
		// the first steps of a training can be so far off that nothing else would be seen
		final double usual = values[(int) (0.97 * (values.length - 1))];
		if (lo > 0 && usual / lo > MANY_SCALES) return Axis.logarithmic(lo, hi, bottom, TOP);
		return Axis.linear(lo, hi - usual > 2 * (usual - lo) && usual > lo ? usual : hi, bottom, TOP);
	}

	private double[] sorted(final ToDoubleFunction<Series.Point> part) {
		final double[] values = series.stream().flatMap(line -> line.points().stream()).mapToDouble(part).toArray();
		Arrays.sort(values);
		return values;
	}

	private static String text(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
