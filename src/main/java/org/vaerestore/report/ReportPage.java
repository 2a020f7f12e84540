package org.vaerestore.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.vaerestore.file.FileFailure;
import org.vaerestore.file.ReplacedFile;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

/**
 * A page of results that needs nothing but a browser: {@code index.html} and its pictures in one folder, or one file with all
 * in it.
 *
 * <pre>{@code
 * new ReportPage("Restored", "What was damaged, and what became of it.", List.of(
 * 	Section.of("Pictures", "", Pictures.of(Picture.gray("input", width, height, plane, 0, 255)))))
 * 	.write(folder, progress);
 * }</pre>
 * <p>
 * All text is plain text. The page follows the reader's choice of a light or dark theme, loads nothing from elsewhere,
 * and can be written again into the same folder. Other files there are left alone.
 * </p>
 *
 * @param title of the page
 * @param intro plain text below the title, paragraphs separated by an empty line; may be empty
 * @param sections in the order of the page
 */
public record ReportPage(String title, String intro, List<Section> sections) {

	private static final String INDEX = "index.html";

	/** Copies the list. */
	public ReportPage {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(intro, "intro");
		sections = List.copyOf(sections);
	}

	/**
	 * Writes the page: first the pictures, then {@code index.html}, each complete before it has its name.
	 *
	 * @param directory made if it doesn't exist
	 * @param progress is told of every picture
	 * @return path of the page
	 * @throws InputException if the folder can't be written to
	 * @throws org.vaerestore.job.CancelledException if the progress says so
	 */
	public Path write(final Path directory, final Progress progress) {
		final PageWriter writer = new PageWriter(false);
		final String html = writer.html(this, style());
		final Map<Picture, String> files = writer.files();
		try {
			Files.createDirectories(directory);
			int done = 0;
			for (final Map.Entry<Picture, String> file : files.entrySet()) {
				progress.checkCancelled();
				progress.update((double) done++ / files.size(), "Writing the report");
				final byte[] png = file.getKey().png();
				ReplacedFile.write(directory.resolve(file.getValue()), png.length, out -> out.write(png));
			}
			progress.checkCancelled();
			final Path index = directory.resolve(INDEX);
			final byte[] page = html.getBytes(StandardCharsets.UTF_8);
			ReplacedFile.write(index, page.length, out -> out.write(page));
			return index;
		}
		catch (final IOException exc) {
			throw new InputException("The report can't be written to the folder " + directory + " (" + FileFailure.reason(exc) +
				"). Choose a folder that you may write to, with room on its disk.", exc);
		}
	}

	/** Returns the page as one file, pictures included: HTML in UTF-8. */
	public byte[] selfContained() {
		return new PageWriter(true).html(this, style()).getBytes(StandardCharsets.UTF_8);
	}

	private static String style() {
		try (InputStream in = ReportPage.class.getResourceAsStream("page.css")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
