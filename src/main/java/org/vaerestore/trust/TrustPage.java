package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.vaerestore.report.Block;
import org.vaerestore.report.Charts;
import org.vaerestore.report.Charts.Chart;
import org.vaerestore.report.Charts.Line;
import org.vaerestore.report.Facts;
import org.vaerestore.report.Grade;
import org.vaerestore.report.KeyFigures;
import org.vaerestore.report.KeyFigures.KeyFigure;
import org.vaerestore.report.ModelFacts;
import org.vaerestore.report.Notices;
import org.vaerestore.report.Pictures;
import org.vaerestore.report.ReportPage;
import org.vaerestore.report.Section;
import org.vaerestore.report.Table;
import org.vaerestore.report.Verdict;
import org.vaerestore.trust.Finding.Weight;

/** Lays an assessment out as a page. */
public final class TrustPage {

	/** What the page tells of a model; the figures beside it tell all. */
	private static final List<String> OF_MODEL = List.of("model", "architecture", "parameters", "normalisation", "noise model", "trained on",
		"data SHA-256", "training", "created");

	private final Assessment assessment;
	private final Measurements measured;
	private final boolean restored;

	private TrustPage(final Assessment assessment) {
		this.assessment = assessment;
		measured = assessment.measured();
		restored = assessment.subject().job() instanceof Job.Restored;
	}

	/**
	 * Returns the page.
	 *
	 * @param facts of the host that did the job, by name, such as versions and date
	 */
	public static ReportPage of(final Assessment assessment, final Map<String, String> facts) {
		return new TrustPage(assessment).page(facts);
	}

	private ReportPage page(final Map<String, String> facts) {
		final List<Section> sections = new ArrayList<>();
		final List<Block> top = new ArrayList<>();
		top.add(verdict());
		top.add(figures());
		if (!assessment.findings().isEmpty()) top.add(new Notices(assessment.findings().stream().map(finding -> new Notices.Notice(
			grade(finding.weight()), finding.name(), finding.figure(), finding.advice())).toList()));
		sections.add(new Section("May it be quantified?", "", top));
		sections.add(pictures());
		if (measured.intensities() != null || measured.correlation() != null) sections.add(figuresInCharts());
		if (measured.coverage() != null) sections.add(hidden());
		sections.add(Section.of("For a methods section", MethodsParagraph.of(assessment)));
		sections.add(done(facts));
		return new ReportPage(assessment.subject().title() + ", " + assessment.subject().job().done(), looked(), sections);
	}

	/** Returns in a few words whether the result may be quantified. */
	public static String headline(final Assessment assessment) {
		final boolean restored = assessment.subject().job() instanceof Job.Restored;
		return switch (assessment.weight()) {
			case NOTE -> restored ? "Yes, outside of the restored pixels." : "Yes.";
			case CAUTION -> restored ? "Outside of the restored pixels; these are doubtful." : "Yes, with the reservations below.";
			case STOP -> assessment.measured().changed() > 0 || !restored ? "No." : "Outside of the restored pixels alone.";
		};
	}

	private Verdict verdict() {
		return new Verdict(switch (assessment.weight()) {
			case NOTE -> Grade.GOOD;
			case CAUTION -> Grade.CAUTION;
			case STOP -> Grade.BAD;
		}, headline(assessment), restored ? "Known pixels are as they were recorded, bit for bit, and may be measured. Restored " +
			"pixels (" + percent(measured.synthetic()) + " of the image) were never recorded: leave them out of counts, areas and intensities."
			: switch (assessment.weight()) {
				case NOTE -> "Intensities are kept, what was taken away looks like noise, and intervals hold what they promise.";
				case CAUTION -> "Measure what the reservations touch in the input, too, and compare.";
				case STOP -> "Use this result for the eye alone, and measure in the input.";
			});
	}

	private KeyFigures figures() {
		final List<KeyFigure> figures = new ArrayList<>();
		final Intensities intensities = measured.intensities();
		if (restored || measured.synthetic() > 0) figures.add(new KeyFigure("synthetic pixels", percent(measured.synthetic()), "never recorded"));
		if (intensities != null && !Double.isNaN(intensities.slope())) figures.add(new KeyFigure(restored
			? "intensity slope, hidden pixels" : "intensity slope", number("%.3f", intensities.slope()), number("± %.3f; 1 is right", intensities
				.slopeError())));
		if (intensities != null && !restored) figures.add(new KeyFigure("mean intensity", Judgement.change(intensities.meanChange()),
			"of the range; 0 is right"));
		if (measured.levels() != null) figures.add(restored ? new KeyFigure("errors over uncertainty", number("%.2f", measured
			.levels().ratio()), "1 is right") : new KeyFigure("residual over noise", number("%.2f", measured.levels().ratio()),
				"1 or somewhat less is right"));
		if (measured.correlation() != null) figures.add(new KeyFigure("pattern in the residual", percent(measured.structure()),
			"of the frame; 0 is right"));
		if (measured.coverage() != null) figures.add(new KeyFigure("68 % intervals hold", percent(measured.coverage().within68()),
			number("of %,d hidden pixels", measured.coverage().count())));
		return new KeyFigures(figures);
	}

	private Section pictures() {
		final Panels panels = new Panels(assessment.shown());
		final String text = measured.planes() == 1 ? "" : "Plane " + (assessment.shown().look().plane() + 1) + " of " + measured
			.planes() + (restored ? ", which has most of the mask." : ", where the residual has most structure.");
		return Section.of("Before and after", text, new Pictures(panels.whole()), new Pictures(panels.close()));
	}

	/** Shows intensities, noise and correlations side by side, as far as they were measured. */
	private Section figuresInCharts() {
		final List<Chart> charts = new ArrayList<>();
		final StringBuilder text = new StringBuilder();
		final Intensities intensities = measured.intensities();
		if (intensities != null) {
			final List<Double> inputs = intensities.steps().stream().map(Intensities.Step::inputMean).toList();
			final double low = Collections.min(inputs), high = Collections.max(inputs);
			charts.add(new Chart(restored ? "Predicted intensity, hidden pixels" : "Intensity of the result", restored
				? "recorded intensity" : "intensity of the input", List.of(new Line("means of a tenth each", inputs, intensities.steps()
					.stream().map(Intensities.Step::resultMean).toList()), new Line("equal", List.of(low, high), List.of(low, high)))));
			text.append(number(restored ? "Predicted = %.4f · recorded %+.4g" : "Result = %.4f · input %+.4g", intensities.slope(),
				intensities.offset())).append(number("; the mean went from %.5g to %.5g.", intensities.inputMean(), intensities.resultMean()));
			if (intensities.side() > 1) text.append(number(" Compared are means of squares of %d pixels, as of regions that are measured: " +
				"how high single peaks are can't be told from noisy pixels.", intensities.side()));
		}
		if (measured.levels() != null) {
			final List<Double> signals = measured.levels().levels().stream().map(NoiseLevels.Level::signal).toList();
			charts.add(new Chart(restored ? "Errors of hidden pixels, SD" : "What was taken away, SD", restored ? "predicted intensity"
				: "intensity of the result", List.of(new Line("found", signals, measured.levels().levels().stream().map(
					NoiseLevels.Level::found).toList()), new Line(restored ? "expected by the uncertainty" : "expected of the noise", signals, measured
						.levels().levels().stream().map(NoiseLevels.Level::expected).toList()))));
		}
		if (measured.correlation() != null) {
			charts.add(correlations(measured.correlation()));
			text.append("\n\nThe residual is input minus result. If that is noise alone, pixels beside each other don't go together").append(
				measured.correlatedNoise() ? ", but for the nearest, as the noise of this image is correlated." : ".").append(number(
					" All pixels of a row share %.2f of its standard deviation, those of a column %.2f.", measured.correlation().rows(), measured
						.correlation().columns()));
		}
		return new Section("Intensities and noise", text.toString(), List.of(new Charts(charts)));
	}

	private static Chart correlations(final Autocorrelation correlation) {
		final List<Double> distances = IntStream.rangeClosed(1, Autocorrelation.REACH).mapToObj(i -> (double) i).toList();
		return new Chart("Correlation of the residual", "pixels apart", List.of(new Line("along rows", distances, distances.stream().map(
			d -> correlation.at(d.intValue(), 0)).toList()), new Line("along columns", distances, distances.stream().map(d -> correlation.at(
				0, d.intValue())).toList()), new Line("along diagonals", distances, distances.stream().map(d -> (correlation.at(d.intValue(), d
					.intValue()) + correlation.at(d.intValue(), -d.intValue())) / 2).toList())));
	}

	private Section hidden() {
		final Coverage coverage = measured.coverage();
		final Table table = new Table(List.of("hidden pixels", "within 68 % interval", "within 95 % interval", "error, RMS", "error expected",
			"mean error", "variance explained"), List.of(List.of(number("%,d", coverage.count()), percent(coverage.within68()), percent(coverage
				.within95()), number("%.4g", coverage.error()), number("%.4g", coverage.expected()), number("%+.3g", coverage.bias()), percent(Math
					.max(0, coverage.explained())))));
		return Section.of("Pixels that were hidden", restored ? "Pieces shaped like the mask were hidden where the image is known, and restored. " +
			"This is how far restored pixels may be off." : "Single pixels were hidden and estimated from their surroundings; what was recorded there " +
				"must lie within the uncertainty of the signal and the noise together.", table);
	}

	private Section done(final Map<String, String> host) {
		final Map<String, String> facts = new LinkedHashMap<>(assessment.subject().job().settings());
		facts.putAll(host);
		final String part = measured.whole() && measured.looked().size() == measured.planes() ? "" : " (of what was looked at)";
		facts.put("SHA-256 of the input's pixels", measured.inputHash() + part);
		facts.put("SHA-256 of the result's pixels", measured.resultHash() + part);
		final Map<String, String> all = ModelFacts.of(assessment.subject().model()), model = new LinkedHashMap<>();
		for (final String name : OF_MODEL)
			model.put(name, all.get(name));
		assessment.subject().model().noiseLevel().ifPresent(level -> model.put("noise, how sure", level.describe()));
		model.put("likeness to what the model knows", measured.familiarity() != null ? number("typicality %.2f (0.5 is usual)", measured
			.familiarity().median()) + ", rare positions " + percent(measured.familiarity().outside()) + " (1 % is usual)" : assessment
				.subject().model().density() == null ? "not measured: the model has no density of what it knows"
					: "not measured: the image is smaller than the model's patches");
		facts.putAll(model);
		return Section.of("What was done", "", new Facts(facts));
	}

	private String looked() {
		final String planes = measured.looked().size() == measured.planes() ? measured.planes() == 1 ? "" : "All " + measured.planes() +
			" planes were looked at" : "Planes " + String.join(", ", measured.looked().stream().map(plane -> Long.toString(plane + 1))
				.toList()) + " of " + measured.planes() + " were looked at";
		return planes + (measured.whole() ? planes.isEmpty() ? "" : "." : planes.isEmpty() ? "The middle of the image was looked at."
			: ", in their middle.");
	}

	private static Grade grade(final Weight weight) {
		return switch (weight) {
			case NOTE -> Grade.NOTE;
			case CAUTION -> Grade.CAUTION;
			case STOP -> Grade.BAD;
		};
	}

	private static String percent(final double share) {
		return Judgement.percent(share);
	}

	private static String number(final String format, final double... values) {
		return String.format(Locale.ROOT, format, DoubleStream.of(values).boxed().toArray());
	}

	private static String number(final String format, final int value) {
		return String.format(Locale.ROOT, format, value);
	}
}
