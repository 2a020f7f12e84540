package org.vaerestore.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Code that the documentation shows.
 *
 * @param file that shows it
 * @param line where it begins, from 1
 * @param kind as the documentation names it, such as java; empty for lines of a shell
 * @param text of it
 * @param block whether it stands on its own, and not within a sentence
 */
public record Snippet(Path file, int line, String kind, String text, boolean block) {

	/** Returns all code of the README and of the pages beside it. */
	public static List<Snippet> all() {
		final List<Snippet> all = new ArrayList<>();
		for (final Path page : pages())
			all.addAll(of(page));
		return all;
	}

	/** Returns all blocks of a kind. */
	public static List<Snippet> blocks(final String kind) {
		return all().stream().filter(snippet -> snippet.block() && snippet.kind().equals(kind)).toList();
	}

	private static List<Path> pages() {
		try (Stream<Path> docs = Files.list(Path.of("docs"))) {
			return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(path -> path.toString().endsWith(".md")).sorted())
				.toList();
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static List<Snippet> of(final Path page) {
		final List<Snippet> found = new ArrayList<>();
		final String text;
		try {
			text = Files.readString(page);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
		Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build().parse(text).accept(
			new AbstractVisitor() {

				@Override
				public void visit(final FencedCodeBlock code) {
					found.add(new Snippet(page, line(code) + 1, code.getInfo().strip(), code.getLiteral(), true));
				}

				@Override
				public void visit(final IndentedCodeBlock code) {
					found.add(new Snippet(page, line(code), "indented", code.getLiteral(), true));
				}

				@Override
				public void visit(final Code code) {
					found.add(new Snippet(page, line(code), "", code.getLiteral().replace('\n', ' '), false));
				}
			});
		return found;
	}

	private static int line(final Node node) {
		return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex() + 1;
	}

	@Override
	public String toString() {
		return file + ":" + line;
	}
}
