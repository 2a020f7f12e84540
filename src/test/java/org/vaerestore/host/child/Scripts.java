package org.vaerestore.host.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ij.IJ;

/**
 * Runs the macros of a folder in the order of their names; each gets the folder as its argument, and what it returned, what
 * was said in dialogs and what was printed is written beside it.
 */
public final class Scripts implements Program {

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
		String outcome;
		try {
			outcome = String.valueOf(IJ.runMacro(Files.readString(macro), folder.toString()));
		}
		// Fiji's patches let what ImageJ would show in a window through.
		catch (final RuntimeException e) {
			outcome = "[aborted]";
			System.out.println(e);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		final String name = macro.toString().replaceFirst("ijm$", "");
		Files.writeString(Path.of(name + "outcome"), outcome);
		Files.writeString(Path.of(name + "state"), Images.state());
		Files.writeString(Path.of(name + "said"), String.join("\n", messages.get()) + "\n" + printed.toString(
			StandardCharsets.UTF_8));
	}
}
