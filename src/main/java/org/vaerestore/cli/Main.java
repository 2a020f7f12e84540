package org.vaerestore.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

import picocli.AutoComplete;
import picocli.CommandLine;

/** The command line of VAE Restore. */
public final class Main {

	private Main() {}

	/** Runs one command and ends Java with its exit code, unless the command succeeded. */
	public static void main(final String[] arguments) {
		final PrintStream stdout = System.out;
		final Charset charset = Charset.defaultCharset();
		final Interrupt interrupt = Interrupt.installed();
		int code = ExitCode.FAILED;
		// ImageJ without a window writes its messages to standard output, where scripts expect results alone.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			code = run(arguments, new Terminal(new PrintWriter(new PrintStream(stdout, true), true), new PrintWriter(
				new java.io.OutputStreamWriter(System.err, charset), true), System.console() != null, interrupt));
		}
		finally {
			System.setOut(stdout);
			interrupt.finished();
		}
		if (code != ExitCode.GOOD) System.exit(code);
	}

	/** Runs one command that nobody can interrupt; see {@link ExitCode} for what is returned. */
	static int run(final String[] arguments, final PrintWriter out, final PrintWriter err) {
		return run(arguments, new Terminal(out, err, false, new Interrupt()));
	}

	private static int run(final String[] arguments, final Terminal terminal) {
		final CommandLine line = commandLine(terminal);
		final Failures failures = new Failures();
		line.setParameterExceptionHandler(failures);
		line.setExecutionExceptionHandler(failures);
		line.setExitCodeExceptionMapper(failures);
		return line.execute(arguments);
	}

	static CommandLine commandLine(final Terminal terminal) {
		final CommandLine line = new CommandLine(new VaeRestoreCommand());
		line.addSubcommand(new SampleCommand(terminal));
		line.addSubcommand(new TrainCommand(terminal));
		line.addSubcommand(new RestoreCommand(terminal));
		line.addSubcommand(new EnhanceCommand(terminal));
		line.addSubcommand(new GenerateCommand(terminal));
		line.addSubcommand(new EvaluateCommand(terminal));
		line.addSubcommand(new InfoCommand(terminal));
		line.addSubcommand(new ExportCommand(terminal));
		line.addSubcommand(new DemoCommand(terminal));
		line.addSubcommand(new AutoComplete.GenerateCompletion());
		line.setOut(terminal.out());
		line.setErr(terminal.err());
		return line;
	}
}
