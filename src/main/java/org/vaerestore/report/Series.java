package org.vaerestore.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a chart.
 *
 * @param name for the legend
 * @param points in the order of drawing
 */
record Series(String name, List<Point> points) {

	private static final int MOST = 240;

	/** A point of a line, in the chart's units. */
	record Point(double x, double y) {}

	/** Leaves out what is not finite, and of very many points keeps the means of equal groups. */
	Series {
		final List<Point> finite = points.stream().filter(p -> Double.isFinite(p.x) && Double.isFinite(p.y)).toList();
		points = finite.size() <= MOST ? finite : means(finite);
	}

	private static List<Point> means(final List<Point> points) {
		final List<Point> means = new ArrayList<>();
		for (int group = 0; group < MOST; group++) {
			final List<Point> some = points.subList((int) ((long) group * points.size() / MOST), (int) ((group + 1L) * points
				.size() / MOST));
			means.add(new Point(some.stream().mapToDouble(Point::x).average().orElseThrow(), some.stream().mapToDouble(
				Point::y).average().orElseThrow()));
		}
		return List.copyOf(means);
	}
}
