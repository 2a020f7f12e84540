package org.vaerestore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.model.TrainingPoint;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartTest {

	@Test
	void axesSpanTheirValuesWithAHandfulOfTicks() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int i = 0; i < 1000; i++) {
			final double scale = Math.pow(10, random.nextDouble(-5, 5));
			final double lo = scale * random.nextDouble(-1, 1), hi = lo + scale * random.nextDouble(0.01, 1);
			final Axis axis = Axis.linear(lo, hi, 200, 10);
			final List<Axis.Tick> ticks = axis.ticks();
			assertTrue(ticks.size() >= 3 && ticks.size() <= 10, ticks.size() + " ticks from " + lo + " to " + hi);
			assertTrue(axis.at(lo) <= 200 + 1e-6 && axis.at(hi) >= 10 - 1e-6 && axis.at(hi) < axis.at(lo));
			for (final Axis.Tick tick : ticks) {
				assertEquals(tick.value(), Double.parseDouble(tick.label()), 0.01 * (hi - lo));
				assertTrue(axis.at(tick.value()) <= 200 + 1e-6 && axis.at(tick.value()) >= 10 - 1e-6);
			}
			assertEquals(ticks.size(), ticks.stream().map(Axis.Tick::label).distinct().count(), "labels differ");
		}
	}

	@Test
	void constantValuesHaveAnAxisToo() {
		for (final double value : new double[] { 0, -3, 1e6 }) {
			final Axis axis = Axis.linear(value, value, 0, 100);
			assertTrue(axis.at(value) > 0 && axis.at(value) < 100);
		}
		assertEquals(List.of("0.01", "0.1", "1", "10"), Axis.logarithmic(0.02, 7, 0, 1).ticks().stream().map(
			Axis.Tick::label).toList());
		assertEquals(0.5, Axis.logarithmic(0.01, 100, 0, 1).at(1), 1e-12);
	}

	@Test
	void longSeriesKeepTheirMeanAndLoseTheirGaps() {
		final List<Series.Point> points = new ArrayList<>();
		for (int i = 0; i < 7200; i++) points.add(new Series.Point(i, i % 7));
		points.add(new Series.Point(3, Double.NaN));
		final Series series = new Series("", points);
		assertEquals(240, series.points().size());
		assertEquals(3599.5, series.points().stream().mapToDouble(Series.Point::x).average().orElseThrow(), 1e-9);
		assertEquals(IntStream.range(0, 7200).map(i -> i % 7).average().orElseThrow(), series.points().stream().mapToDouble(
			Series.Point::y).average().orElseThrow(), 1e-9);
	}

	@Test
	void aWildStartDoesNotFlattenTheRest() {
		final List<Series.Point> points = new ArrayList<>();
		for (int i = 0; i < 200; i++) points.add(new Series.Point(i, i < 3 ? 1000 - i : 2 - i / 200.0));
		final String html = new LineChart("loss", "steps", List.of(new Series("total", points))).html("c");
		assertTrue(html.contains(">2.0</text>"), html);
		assertFalse(html.contains(">1000</text>"));
	}

	@Test
	void chartsAreWellFormedXml() throws ParserConfigurationException, SAXException, IOException {
		final List<TrainingPoint> history = new ArrayList<>();
		for (int i = 1; i <= 50; i++) history.add(new TrainingPoint(i, i * 10, 5.0 / i, 4.0 / i, new double[] { 1.0 / i,
			1e-5 * i, 0 }, i % 10 == 0 ? 20 + i : Double.NaN));
		final TrainingCharts charts = new TrainingCharts(LossCurves.of(history));
		assertEquals("50 steps in 8.3 minutes.", charts.summary());
		assertEquals(3, charts.charts().size());
		for (final LineChart chart : charts.charts()) {
			final String html = chart.html("name");
			DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
			assertFalse(html.contains("NaN") || html.contains("Infinity"), html);
			assertTrue(html.contains(">minutes</text>"));
		}
		assertTrue(charts.charts().get(1).html("name").contains("level 3 (coarsest)"));
		assertTrue(new TrainingCharts(new LossCurves(history, LossCurves.Over.STEPS)).charts().get(0).html("name").contains(
			">steps</text>"));
	}

	@Test
	void emptyHistory() {
		final TrainingCharts charts = new TrainingCharts(LossCurves.of(List.of()));
		assertEquals(List.of(), charts.charts());
		assertEquals("No training was recorded.", charts.summary());
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-400, -400", "0.0016, 0.0016", "32.0149, 32.01", "56123.7, 56124", "0.00001234, 1.234e-05",
		"100, 100", "-1.18801, -1.188" })
	void numbers(final double value, final String text) {
		assertEquals(text, Numbers.format(value, 4));
	}
}
