package org.vaerestore.host.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;

/**
 * Runs the macros of a folder in the order of their names; each gets the folder as its argument, and what it returned, what
 * was said in dialogs and what was printed is written beside it.
 */
public final class Scripts implements Program {

	/** What a macro returns that went to its end, unless it returns something itself. */
	private static final String END = "\nreturn \"done\";\n";

	/** Creates the program. */
	public Scripts() {}

	@Override
	public void run(final Path folder, final Supplier<List<String>> messages) throws IOException {
		final List<Path> macros;
		try (Stream<Path> files = Files.list(folder)) {
			macros = files.filter(file -> file.toString().endsWith(".ijm")).sorted().toList();
		}
		for (final Path macro : macros)
			run(macro, folder, messages);
	}

	private static void run(final Path macro, final Path folder, final Supplier<List<String>> messages)
		throws IOException
	{
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		System.setErr(System.out);
		// Without windows, ImageJ forgets them when a macro is aborted.
		final Set<ImagePlus> images = Images.open();
		final String before = Images.state(images);
		String outcome = "[aborted]";
		try {
			outcome = Objects.requireNonNullElse(IJ.runMacro(Files.readString(macro) + END, folder.toString()), outcome);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		images.addAll(Images.open());
		final String name = macro.toString().replaceFirst("ijm$", "");
		Files.writeString(Path.of(name + "outcome"), outcome);
		Files.writeString(Path.of(name + "before"), before);
		Files.writeString(Path.of(name + "state"), Images.state(images));
		Files.writeString(Path.of(name + "said"), String.join("\n", messages.get()) + "\n" + printed.toString(
			StandardCharsets.UTF_8));
	}
}
