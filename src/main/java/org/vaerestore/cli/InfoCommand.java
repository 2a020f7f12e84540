package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.Map;

import org.vaerestore.report.ModelFacts;
import org.vaerestore.model.ModelFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "info", header = "Tells what is in a model file.", footer = { "", "Example:",
	"  vae-restore info stack.vae.zip" })
final class InfoCommand implements Runnable {

	private final Terminal terminal;

	@Parameters(paramLabel = "MODEL", description = "Model file.")
	private Path model;

	InfoCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		for (final Map.Entry<String, String> fact : ModelFacts.of(ModelFile.read(model)).entrySet())
			terminal.print(String.format("%-24s %s", fact.getKey(), fact.getValue()));
	}
}
