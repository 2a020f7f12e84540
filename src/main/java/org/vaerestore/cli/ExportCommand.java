package org.vaerestore.cli;

import java.nio.file.Path;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.model.ModelFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", header = "Copies a model without what only resuming its training needs, to pass it on.",
	footer = { "", "Example:", "  vae-restore export stack.vae.zip --output small.vae.zip" })
final class ExportCommand implements Runnable {

	private final Terminal terminal;

	@Parameters(paramLabel = "MODEL", description = "Model file to copy.")
	private Path model;

	@Option(names = "--output", required = true, paramLabel = "PATH", description = "Model file to write.")
	private Path output;

	ExportCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		OutputPath.requireWritable(output);
		ModelFile.write(ModelFile.read(model).withoutCheckpoint(), output);
		terminal.print("The exported model is in " + output + ".");
	}
}
