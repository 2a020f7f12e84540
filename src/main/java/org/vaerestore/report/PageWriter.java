package org.vaerestore.report;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns one report into HTML, and gives its pictures the names of their files. */
final class PageWriter {

	/** Pictures narrower than this are shown with their pixels as squares. */
	private static final int SMALL = 320;
	private static final int MOST_COLUMNS = 5;

	private final boolean embedding;
	private final StringBuilder out = new StringBuilder();
	private final Map<Picture, String> files = new LinkedHashMap<>();
	private int charts;

	/**
	 * Prepares a page.
	 *
	 * @param embedding whether pictures are part of the page, with their scales, instead of files beside it
	 */
	PageWriter(final boolean embedding) {
		this.embedding = embedding;
	}

	/** Returns the pictures with the names of the files that the page shows, once it is written. */
	Map<Picture, String> files() {
		return Collections.unmodifiableMap(files);
	}

	/** Returns the page as a whole; to be called once. */
	String html(final ReportPage page, final String style) {
		out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
		out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
		out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
		out.append("<title>").append(Html.escape(page.title())).append("</title>\n");
		out.append("<style>\n").append(style).append("</style>\n</head>\n<body>\n<header>\n");
		out.append("<h1>").append(Html.escape(page.title())).append("</h1>\n").append(Html.paragraphs(page.intro()));
		out.append("</header>\n<main>\n");
		page.sections().forEach(this::append);
		return out.append("</main>\n<footer>VAE Restore</footer>\n</body>\n</html>\n").toString();
	}

	private void append(final Section section) {
		out.append("<section>\n<h2>").append(Html.escape(section.heading())).append("</h2>\n");
		out.append(Html.paragraphs(section.text()));
		section.blocks().forEach(this::append);
		out.append("</section>\n");
	}

	private void append(final Block block) {
		if (block instanceof KeyFigures figures) appendFigures(figures);
		else if (block instanceof Pictures pictures) appendPictures(pictures);
		else if (block instanceof Comparison comparison) appendComparison(comparison);
		else if (block instanceof Table table) appendTable(table);
		else if (block instanceof Facts facts) appendFacts(facts);
		else if (block instanceof LossCurves curves) appendCurves(curves);
		else if (block instanceof Verdict verdict) appendVerdict(verdict);
		else if (block instanceof Notices notices) appendNotices(notices);
		else if (block instanceof Charts some) appendCharts(some.charts().stream().map(Charts.Chart::drawn).toList());
	}

	private void appendVerdict(final Verdict verdict) {
		out.append("<div class=\"verdict ").append(verdict.grade().style()).append("\"><i>").append(verdict.grade().sign())
			.append("</i><div><strong>").append(Html.escape(verdict.headline())).append("</strong>\n").append(Html.paragraphs(
				verdict.text())).append("</div></div>\n");
	}

	private void appendNotices(final Notices notices) {
		out.append("<ul class=\"notices\">\n");
		for (final Notices.Notice notice : notices.notices())
			out.append("<li class=\"").append(notice.grade().style()).append("\"><i>").append(notice.grade().sign()).append(
				"</i><div><strong>").append(Html.escape(notice.name())).append("</strong> <span>").append(Html.escape(notice
					.figure())).append("</span><p>").append(Html.escape(notice.advice())).append("</p></div></li>\n");
		out.append("</ul>\n");
	}

	private void appendFigures(final KeyFigures figures) {
		out.append("<div class=\"figures\">\n");
		for (final KeyFigures.KeyFigure figure : figures.figures()) {
			out.append("<div><span>").append(Html.escape(figure.label())).append("</span><strong>").append(Html.escape(figure
				.value())).append("</strong><small>").append(Html.escape(figure.note())).append("</small></div>\n");
		}
		out.append("</div>\n");
	}

	private void appendPictures(final Pictures pictures) {
		final List<Picture> row = pictures.pictures();
		out.append("<div class=\"pictures\" style=\"--columns:").append(Math.min(MOST_COLUMNS, row.size())).append("\">\n");
		for (final Picture picture : row) {
			final String file = file(picture);
			out.append("<figure>");
			// A page of its own needs no link to what it holds.
			if (embedding) out.append(image(picture, file));
			else out.append("<a href=\"").append(file).append("\">").append(image(picture, file)).append("</a>");
			out.append("<figcaption>").append(Html.escape(picture.caption())).append(scale(picture)).append(
				"</figcaption></figure>\n");
		}
		out.append("</div>\n");
	}

	private void appendComparison(final Comparison comparison) {
		final Picture before = comparison.before(), after = comparison.after();
		out.append("<figure class=\"comparison\"><div>").append(image(after, file(after))).append(image(before, file(
			before)));
		out.append("<hr><input type=\"range\" min=\"0\" max=\"100\" value=\"50\" step=\"0.1\" aria-label=\"Compare\" ");
		out.append("oninput=\"this.parentElement.style.setProperty('--cut',this.value+'%')\"></div>\n");
		out.append("<figcaption><span>").append(Html.escape(before.caption())).append("</span><span>").append(Html.escape(
			after.caption())).append("</span></figcaption></figure>\n");
	}

	private void appendTable(final Table table) {
		out.append("<div class=\"table\"><table>\n<thead><tr>");
		for (int i = 0; i < table.header().size(); i++) {
			final int column = i;
			final boolean numbers = table.rows().stream().anyMatch(row -> isNumber(row.get(column)));
			appendCell("th", table.header().get(i), numbers);
		}
		out.append("</tr></thead>\n<tbody>\n");
		for (final List<String> row : table.rows()) {
			out.append("<tr>");
			for (final String cell : row) appendCell("td", cell, isNumber(cell));
			out.append("</tr>\n");
		}
		out.append("</tbody>\n</table></div>\n");
	}

	private void appendCell(final String tag, final String text, final boolean number) {
		out.append('<').append(tag).append(number ? " class=\"number\">" : ">").append(Html.escape(text)).append("</")
			.append(tag).append('>');
	}

	private void appendFacts(final Facts facts) {
		out.append("<dl>\n");
		facts.facts().forEach((name, value) -> out.append("<dt>").append(Html.escape(name)).append("</dt><dd>").append(Html
			.escape(value)).append("</dd>\n"));
		out.append("</dl>\n");
	}

	private void appendCurves(final LossCurves curves) {
		final TrainingCharts training = new TrainingCharts(curves);
		out.append("<p class=\"note\">").append(Html.escape(training.summary())).append("</p>\n");
		appendCharts(training.charts());
	}

	private void appendCharts(final List<LineChart> drawn) {
		out.append("<div class=\"charts\">\n");
		for (final LineChart chart : drawn) out.append(chart.html("chart" + ++charts));
		out.append("</div>\n");
	}

	private String file(final Picture picture) {
		return files.computeIfAbsent(picture, embedding ? PageWriter::embedded : this::newName);
	}

	private static String embedded(final Picture picture) {
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png());
	}

	private String newName(final Picture picture) {
		final String words = picture.caption().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
		final String stem = words.substring(0, Math.min(32, words.length())).replaceAll("^-|-$", "");
		return String.format(Locale.ROOT, "%02d%s.png", files.size() + 1, stem.isEmpty() ? "" : "-" + stem);
	}

	private static String image(final Picture picture, final String file) {
		return String.format(Locale.ROOT, "<img src=\"%s\" width=\"%d\" height=\"%d\" alt=\"%s\"%s>", file, picture.width(),
			picture.height(), Html.escape(picture.caption()), picture.width() < SMALL ? " class=\"small\"" : "");
	}

	private String scale(final Picture picture) {
		if (picture.palette() == Palette.GRAY && !embedding) return "";
		return String.format(Locale.ROOT, "<span class=\"scale\">%s<i style=\"background:%s\"></i>%s</span>", Numbers
			.format(picture.lo(), 3), picture.palette().gradient(), Numbers.format(picture.hi(), 3));
	}

	private static boolean isNumber(final String cell) {
		return cell.matches("[-+\u2212]?[0-9].*");
	}
}
