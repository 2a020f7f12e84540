package org.vaerestore.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "spark", header = "Enhances or restores an OME-Zarr on Apache Spark, on many machines.", customSynopsis =
	"vae-restore spark [OPTIONS OF SPARK-SUBMIT] (enhance|restore) [OPTIONS]", description = {
		"Gives spark-submit all that stands before the command, such as --master yarn --num-executors 20, and what else it needs.",
		"SPARK_HOME says where Spark is, if spark-submit is not on the path." }, footer = { "", "Example:",
			"  SPARK_HOME=/opt/spark vae-restore spark --master local[2] enhance --input volume.ome.zarr --output enhanced.ome.zarr" })
final class SparkCommand implements Callable<Integer> {

	/** For a job that ends as its user wants it. */
	private static final long PATIENCE_SECONDS = 30;

	private final Terminal terminal;

	@Parameters(paramLabel = "ARGUMENT", description = "Options of spark-submit, then the command and its options.")
	private List<String> arguments = List.of();

	SparkCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	/** Returns what Spark returns, which has told by then what was wrong. */
	@Override
	public Integer call() {
		final List<String> command = SparkSubmit.of(System.getenv(), System.getProperty("java.class.path")).command(arguments);
		final Process process;
		try {
			process = new ProcessBuilder(command).inheritIO().start();
		}
		catch (final IOException e) {
			throw new InputException("Spark can't be started with " + command.get(0) + " (" + e.getMessage() + "); check SPARK_HOME.", e);
		}
		try {
			return wait(process);
		}
		catch (final InterruptedException e) {
			throw Causes.unwrapped(e);
		}
		finally {
			process.destroy();
		}
	}

	/** A terminal's Ctrl-C reaches Spark, too; what was sent to this program alone is passed on when that has had its time. */
	private int wait(final Process process) throws InterruptedException {
		while (!process.waitFor(1, TimeUnit.SECONDS))
			if (terminal.interrupt().isRequested() && !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroy();
		return process.exitValue();
	}
}
