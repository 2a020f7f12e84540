package org.vaerestore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.TrainingPoint;

class ReportPageTest {

	private static final Picture INPUT = Picture.gray("Input: slice 3/8", 4, 2, new float[8], 0, 1);
	private static final Picture ERROR = new Picture("Error", 4, 2, new float[8], -1.5, 1.5, Palette.BALANCE);
	private static final ReportPage PAGE = new ReportPage("Title", "First.\n\nSecond.", List.of(Section.of("Pictures",
		"", Pictures.of(INPUT, ERROR, INPUT), new Comparison(INPUT, ERROR)), Section.of("Rest", "Words.", KeyFigures.of(
			new KeyFigures.KeyFigure("PSNR", "31.8 dB", "before: 12")), new Table(List.of("image", "PSNR"), List.of(List.of(
				"one", "31.8"))), new Facts(Map.of("seed", "1")), LossCurves.of(List.of(new TrainingPoint(1, 2, 3, 2.5,
					new double[] { 0.5 }, 20))))));

	@TempDir
	Path folder;

	@Test
	void showsExactlyThePicturesThatAreBesideIt() throws IOException {
		final Path index = PAGE.write(folder, Progress.silent());
		final Set<String> shown = new TreeSet<>();
		final Matcher sources = Pattern.compile("src=\"([^\"]*)\"").matcher(Files.readString(index));
		while (sources.find()) shown.add(sources.group(1));
		assertEquals(Set.of("01-input-slice-3-8.png", "02-error.png"), shown);
		shown.add("index.html");
		assertEquals(shown, contents(folder).keySet());
		final BufferedImage picture = ImageIO.read(folder.resolve("02-error.png").toFile());
		assertEquals(4, picture.getWidth());
		assertEquals(2, picture.getHeight());
	}

	@Test
	void needsNothingFromElsewhere() throws IOException {
		final String html = Files.readString(PAGE.write(folder, Progress.silent()));
		assertFalse(Pattern.compile("https?:|//[a-z]|@import|<link|<script").matcher(html).find());
		assertTrue(html.contains("prefers-color-scheme: dark"));
	}

	@Test
	void sameReportSameFiles() throws IOException {
		PAGE.write(folder.resolve("a"), Progress.silent());
		PAGE.write(folder.resolve("deep/b"), Progress.silent());
		PAGE.write(folder.resolve("deep/b"), Progress.silent());
		assertEquals(contents(folder.resolve("a")), contents(folder.resolve("deep/b")));
	}

	@Test
	void textIsShownAsItIs() throws IOException {
		final String nasty = "<b>\"R&D\"</b> 'x'", safe = "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; &#39;x&#39;";
		final Picture picture = Picture.gray(nasty, 1, 1, new float[1], 0, 1);
		final Section section = Section.of(nasty, nasty, Pictures.of(picture), new Comparison(picture, picture), new Table(
			List.of(nasty), List.of(List.of(nasty))), new Facts(Map.of(nasty, nasty)), KeyFigures.of(new KeyFigures.KeyFigure(
				nasty, nasty, nasty)));
		final String html = Files.readString(new ReportPage(nasty, nasty, List.of(section)).write(folder, Progress
			.silent()));
		assertFalse(html.contains("<b>"));
		// title, heading and intro of the page; heading and text of the section; picture 2, comparison 4, table 2, facts 2,
		// figures 3
		assertEquals(18, html.split(Pattern.quote(safe), -1).length - 1);
		assertTrue(Files.exists(folder.resolve("01-b-r-d-b-x.png")));
	}

	@Test
	void numbersStandToTheRight() throws IOException {
		final String html = Files.readString(PAGE.write(folder, Progress.silent()));
		assertTrue(html.contains("<th>image</th><th class=\"number\">PSNR</th>"));
		assertTrue(html.contains("<td>one</td><td class=\"number\">31.8</td>"));
		assertTrue(html.contains("-1.5<i style"));
	}

	@Test
	void tellsWhereItCannotWrite() throws IOException {
		final Path file = Files.createFile(folder.resolve("taken"));
		final InputException wrong = assertThrows(InputException.class, () -> PAGE.write(file, Progress.silent()));
		assertTrue(wrong.getMessage().contains(file.toString()), wrong.getMessage());
	}

	@Test
	void cancelledLeavesNoPage() throws IOException {
		final Progress impatient = new Impatient(1);
		assertThrows(CancelledException.class, () -> PAGE.write(folder, impatient));
		assertEquals(Set.of("01-input-slice-3-8.png"), contents(folder).keySet());
	}

	@Test
	void ragged() {
		assertThrows(IllegalArgumentException.class, () -> new Table(List.of("a", "b"), List.of(List.of("1"))));
		final Picture other = Picture.gray("", 2, 4, new float[8], 0, 1);
		assertThrows(IllegalArgumentException.class, () -> new Comparison(INPUT, other));
	}

	/** Returns all files of a folder, hidden ones included, with their contents. */
	private static Map<String, List<Byte>> contents(final Path folder) throws IOException {
		final Map<String, List<Byte>> contents = new TreeMap<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.toList()) {
				final List<Byte> bytes = new ArrayList<>();
				for (final byte value : Files.readAllBytes(file)) bytes.add(value);
				contents.put(file.getFileName().toString(), bytes);
			}
		}
		return contents;
	}
}
