package org.vaerestore.cli;

import java.nio.file.Path;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.job.InputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", hidden = true, header =
	"Makes a sample, trains on it, enhances and restores it, and writes a page that shows how well.")
final class DemoCommand implements Runnable {

	private final Terminal terminal;

	@Option(names = "--output", paramLabel = "DIR", defaultValue = "target/demo", description =
		"Folder to write to (default: ${DEFAULT-VALUE}).")
	private Path output;

	@Option(names = "--minutes", paramLabel = "M", defaultValue = "1.25", description =
		"Time to train each of the two models (default: ${DEFAULT-VALUE}).")
	private double minutes;

	@Mixin
	private ComputeOptions compute;

	DemoCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		if (!(minutes > 0)) throw new InputException("--minutes is " + minutes + "; it must be more than 0.");
		OutputPath.requireFolder(output);
		new Demo(output, minutes, compute, terminal).run();
	}
}
