package org.vaerestore.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import picocli.CommandLine;

/**
 * What a command line left behind.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it remarked
 */
public record CommandLineRun(int code, String out, String err) {

	/** Runs a command line, without the name of the program. */
	public static CommandLineRun of(final String... arguments) {
		final StringWriter out = new StringWriter(), err = new StringWriter();
		return new CommandLineRun(Main.run(arguments, new PrintWriter(out), new PrintWriter(err)), out.toString(), err
			.toString());
	}

	/** Returns the examples in the help of each command, with the name of the program, by the command; the program's own by "". */
	public static Map<String, List<String>> examples() {
		final Map<String, List<String>> examples = new TreeMap<>();
		final CommandLine program = program();
		examples.put("", examples(program));
		program.getSubcommands().forEach((name, command) -> examples.put(name, examples(command)));
		examples.values().removeIf(List::isEmpty);
		return examples;
	}

	/** Returns the names of the options of each command. */
	public static Map<String, List<String>> options() {
		final Map<String, List<String>> options = new TreeMap<>();
		program().getSubcommands().forEach((name, command) -> options.put(name, command.getCommandSpec().options().stream()
			.flatMap(option -> Arrays.stream(option.names())).toList()));
		return options;
	}

	private static CommandLine program() {
		return Main.commandLine(Terminal.of(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false,
			new Interrupt()));
	}

	private static List<String> examples(final CommandLine command) {
		final List<String> lines = new ArrayList<>();
		for (final String line : command.getCommandSpec().usageMessage().footer())
			if (line.strip().startsWith("vae-restore ") || line.contains("<(vae-restore ")) lines.add(line.strip());
		return lines;
	}
}
