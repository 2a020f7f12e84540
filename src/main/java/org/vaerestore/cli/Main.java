package org.vaerestore.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;

import picocli.AutoComplete;
import picocli.CommandLine;

/** The command line of VAE Restore. */
public final class Main {

	private Main() {}

	/** Runs one command and ends Java with its exit code, unless the command succeeded. */
	public static void main(final String[] arguments) {
		main(arguments, Execution.local());
	}

	/** Runs one command whose jobs of blocks run elsewhere; see the other method. */
	public static void main(final String[] arguments, final Execution execution) {
		final int code = run(arguments, execution);
		if (code != ExitCode.GOOD) System.exit(code);
	}

	/** Runs one command and returns its exit code, 0 if it succeeded; see the other methods. */
	public static int run(final String[] arguments, final Execution execution) {
		final PrintStream stdout = System.out;
		int code = ExitCode.FAILED;
		final PrintStream stderr = System.err;
		// ImageJ without a window writes its messages to standard output, where scripts expect results alone, and the traces of
		// what it can't read to standard error, where people expect one line.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		System.setErr(new PrintStream(OutputStream.nullOutputStream()));
		try {
			code = run(arguments, Terminal.of(new PrintWriter(stdout, true), new PrintWriter(stderr, true), System
				.console() != null, Interrupt.installed(stderr)), execution);
		}
		finally {
			System.setOut(stdout);
			System.setErr(stderr);
		}
		return code;
	}

	/** Runs one command that nobody can interrupt; see {@link ExitCode} for what is returned. */
	static int run(final String[] arguments, final PrintWriter out, final PrintWriter err) {
		return run(arguments, Terminal.of(out, err, false, new Interrupt()), Execution.local());
	}

	private static int run(final String[] arguments, final Terminal terminal, final Execution execution) {
		final CommandLine line = commandLine(terminal, execution);
		final Failures failures = new Failures();
		line.setParameterExceptionHandler(failures);
		line.setExecutionExceptionHandler(failures);
		line.setExitCodeExceptionMapper(failures);
		try {
			return line.execute(arguments);
		}
		// Of memory, or of natives that don't load: picocli lets errors pass.
		catch (final Error e) {
			return failures.handle(e, line, List.of(arguments).contains("--stacktrace"));
		}
	}

	static CommandLine commandLine(final Terminal terminal) {
		return commandLine(terminal, Execution.local());
	}

	private static CommandLine commandLine(final Terminal terminal, final Execution execution) {
		final CommandLine line = new CommandLine(new VaeRestoreCommand());
		line.addSubcommand(new SampleCommand(terminal));
		line.addSubcommand(new TrainCommand(terminal));
		line.addSubcommand(new PretrainCommand(terminal));
		line.addSubcommand(new BenchCommand(terminal));
		line.addSubcommand(new RestoreCommand(terminal, execution));
		line.addSubcommand(new EnhanceCommand(terminal, execution));
		line.addSubcommand(new GenerateCommand(terminal));
		line.addSubcommand(new EvaluateCommand(terminal));
		line.addSubcommand(new InfoCommand(terminal));
		line.addSubcommand(new ExportCommand(terminal));
		line.addSubcommand(new DemoCommand(terminal));
		line.addSubcommand(new SparkCommand(terminal));
		// What stands first is Spark's, and what follows another command's.
		line.getSubcommands().get("spark").setUnmatchedOptionsArePositionalParams(true).setStopAtPositional(true);
		line.addSubcommand(new CommandLine.HelpCommand());
		line.getSubcommands().get("help").getCommandSpec().usageMessage().header("Tells all options of a command.").footer("",
			"Example:", "  vae-restore help enhance");
		line.addSubcommand(new AutoComplete.GenerateCompletion());
		// As a help command it would be deaf to what it doesn't know.
		line.getSubcommands().get("generate-completion").getCommandSpec().helpCommand(false);
		line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().header(
			"Writes a completion script for bash and zsh.").footer("", "Example:", "  source <(vae-restore generate-completion)");
		line.setOut(terminal.out());
		line.setErr(terminal.err());
		return line;
	}
}
