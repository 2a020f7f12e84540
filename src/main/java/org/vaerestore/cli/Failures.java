package org.vaerestore.cli;

import java.io.PrintWriter;
import java.util.Locale;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Makes one clear line and an exit code of whatever goes wrong. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler,
	CommandLine.IExitCodeExceptionMapper
{

	private static final double MEGA = 1024 * 1024;

	@Override
	public int handleParseException(final ParameterException e, final String[] arguments) {
		final CommandLine line = e.getCommandLine();
		final String command = line.getCommandSpec().qualifiedName();
		say(line, e.getMessage() + (e.getMessage().endsWith(".") ? "" : ".") + " Try '" + command + " --help'.");
		return ExitCode.BAD_INPUT;
	}

	@Override
	public int handleExecutionException(final Exception e, final CommandLine line, final ParseResult parsed) {
		return handle(e, line, parsed.hasMatchedOption("--stacktrace"));
	}

	/**
	 * Tells of anything that was thrown.
	 *
	 * @param trace whether to show where, too
	 * @return the exit code
	 */
	int handle(final Throwable thrown, final CommandLine line, final boolean trace) {
		final Throwable cause = cause(thrown);
		say(line, describe(cause));
		if (trace) thrown.printStackTrace(line.getErr());
		return getExitCode(cause);
	}

	private static Throwable cause(final Throwable thrown) {
		try {
			return Causes.unwrapped(thrown);
		}
		catch (final Error e) {
			return e;
		}
	}

	@Override
	public int getExitCode(final Throwable e) {
		return e instanceof InputException ? ExitCode.BAD_INPUT : ExitCode.FAILED;
	}

	/** Returns what to tell the user, in one line. */
	static String describe(final Throwable e) {
		if (e instanceof InputException || e instanceof CancelledException) return e.getMessage();
		for (Throwable cause = e; cause != null; cause = cause.getCause())
			if (cause instanceof OutOfMemoryError) return String.format(Locale.ROOT,
				"There is not enough memory: Java has at most %.0f MB. Give it more (set VAE_RESTORE_XMX, such as 8g) or use a " +
					"smaller image, patch or batch.", Runtime.getRuntime().maxMemory() / MEGA);
		final String message = e.getMessage() == null ? "no message" : e.getMessage();
		return "The job failed unexpectedly (" + e.getClass().getSimpleName() + ": " + message +
			"); run it again with --stacktrace to see where.";
	}

	private static void say(final CommandLine line, final String message) {
		final PrintWriter err = line.getErr();
		err.println("vae-restore: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
		err.flush();
	}
}
