package org.vaerestore.imagej.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** The README, which the jar brings along, section by section, for the Help buttons of dialogs. */
public final class Manual {

	private static final String RESOURCE = "/README.md";
	private static final String STYLE = "<style>body{font-family:sans-serif;width:520px} code{font-family:monospace} " +
		"td,th{padding:2px 8px 2px 0;vertical-align:top;text-align:left} pre{font-family:monospace}</style>";

	private Manual() {}

	/**
	 * Returns a section as HTML, as {@link ij.gui.GenericDialog#addHelp} shows it.
	 *
	 * @param title of the section's heading, of any level
	 * @throws IllegalArgumentException if there is no such section
	 */
	public static String section(final String title) {
		final List<Extension> extensions = List.of(TablesExtension.create());
		final Document section = cut(Parser.builder().extensions(extensions).build().parse(text()), title);
		return "<html>" + STYLE + HtmlRenderer.builder().extensions(extensions).build().render(section) + "</html>";
	}

	private static Document cut(final Node manual, final String title) {
		final Document section = new Document();
		int level = 0;
		for (Node node = manual.getFirstChild(); node != null;) {
			final Node next = node.getNext();
			if (node instanceof Heading heading) {
				if (level > 0 && heading.getLevel() <= level) break;
				if (level == 0 && TextContentRenderer.builder().build().render(heading).strip().equals(title)) level = heading
					.getLevel();
			}
			if (level > 0) section.appendChild(node);
			node = next;
		}
		if (level == 0) throw new IllegalArgumentException("The manual has no section " + title);
		removePictures(section);
		return section;
	}

	// Their files are not in the jar.
	private static void removePictures(final Node section) {
		section.accept(new AbstractVisitor() {

			@Override
			public void visit(final Image image) {
				image.unlink();
			}
		});
	}

	private static String text() {
		try (InputStream readme = Manual.class.getResourceAsStream(RESOURCE)) {
			return new String(readme.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
