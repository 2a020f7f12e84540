package org.vaerestore.cli;

import java.nio.file.Path;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.sample.Sample;
import org.vaerestore.sample.SampleSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sample", header =
	"Writes a sample to try everything on: procedural fluorescence microscopy with known truth.", footer = {
		"", "Writes truth.tif, noisy.tif, clean.tif (stacks), damaged.tif and mask.png (one slice).", "", "Example:",
		"  vae-restore sample --output sample --seed 7" })
final class SampleCommand implements Runnable {

	private final Terminal terminal;

	@Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder to write to; created if missing.")
	private Path output;

	@Option(names = "--seed", paramLabel = "N", description = "Seed; each gives another specimen.")
	private Long seed;

	SampleCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		OutputPath.requireFolder(output);
		final SampleSettings defaults = SampleSettings.defaults();
		final SampleSettings settings = seed == null ? defaults : defaults.withSeed(seed);
		try (TerminalProgress progress = terminal.progress()) {
			SampleFiles.write(Sample.generate(settings, progress), output);
		}
		terminal.print("The sample is in " + output + ".");
	}
}
