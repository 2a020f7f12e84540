package org.vaerestore.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Charts of lines, side by side.
 *
 * @param charts from left to right
 */
public record Charts(List<Chart> charts) implements Block {

	/**
	 * One chart.
	 *
	 * @param title above it, with the unit of what it shows
	 * @param xLabel what the horizontal axis counts, with its unit
	 * @param lines in the order of the legend
	 */
	public record Chart(String title, String xLabel, List<Line> lines) {

		/** Copies the list. */
		public Chart {
			lines = List.copyOf(lines);
		}

		LineChart drawn() {
			return new LineChart(title, xLabel, lines.stream().map(line -> new Series(line.name(), IntStream.range(0, line
				.x().size()).mapToObj(i -> new Series.Point(line.x().get(i), line.y().get(i))).toList())).toList(), false);
		}
	}

	/**
	 * One line.
	 *
	 * @param name for the legend
	 * @param x where its points are, ascending
	 * @param y how high they are; as many
	 */
	public record Line(String name, List<Double> x, List<Double> y) {

		/**
		 * Copies the lists.
		 *
		 * @throws IllegalArgumentException if they are not of the same length
		 */
		public Line {
			x = List.copyOf(x);
			y = List.copyOf(y);
			if (x.size() != y.size()) throw new IllegalArgumentException("A line has " + x.size() + " places and " + y.size() +
				" heights.");
		}
	}

	/** Copies the list. */
	public Charts {
		charts = List.copyOf(charts);
	}

	/** Returns charts from left to right. */
	public static Charts of(final Chart... charts) {
		return new Charts(List.of(charts));
	}
}
