package org.vaerestore.cli;

import java.nio.file.Path;
import java.util.List;

import org.vaerestore.bench.Bench;
import org.vaerestore.bench.BenchReport;
import org.vaerestore.bench.BenchRow;
import org.vaerestore.bench.BenchTable;
import org.vaerestore.bench.LooksTable;
import org.vaerestore.bench.Protocol;
import org.vaerestore.imagej.OutputPath;
import org.vaerestore.train.TrainingSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "bench", header = "Measures restoring and enhancing on images whose truth is known.", footer = { "",
	"Example:", "  vae-restore bench data/ --protocol D1 --report bench/" })
final class BenchCommand implements Runnable {

	private final Terminal terminal;

	@Parameters(paramLabel = "DATA_DIR", description =
		"Folder with fmd/raw, fmd/clean, inpainting/clean, inpainting/masks, microscopy, and texture/clean, noisy and train.")
	private Path data;

	@Option(names = "--protocol", required = true, paramLabel = "P", description =
		"D1: one noisy image; D4: four noisy frames; I1: one damaged image; IS: a damaged slice in a stack; L1, LS: what samples of these look like; T1: one " +
			"noisy image full of texture.")
	private Protocol protocol;

	@Option(names = "--minutes", paramLabel = "M", defaultValue = "2", description =
		"Time to adapt the weights to each image, or to others of its kind where there are some, 0 for not at all (default: ${DEFAULT-VALUE}).")
	private double minutes;

	@Option(names = "--samples", paramLabel = "N", defaultValue = "8", description =
		"With L1 and LS: samples of each region (default: ${DEFAULT-VALUE}).")
	private int samples;

	@Option(names = "--report", paramLabel = "DIR", description = "Folder for index.html with pictures, and bench.json.")
	private Path report;

	@Mixin
	private WeightsOption weights;

	@Mixin
	private ComputeOptions compute;

	BenchCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		if (report != null) OutputPath.requireFolder(report);
		final BenchReport page = new BenchReport();
		try (TerminalProgress progress = terminal.progress()) {
			final List<BenchRow> rows = new Bench(protocol, minutes, samples, TrainingSettings.defaults().withSeedAndThreads(compute
				.seed(), compute.threads()).withWeights(weights.weights())).run(data, page, progress);
			if (report != null) page.write(report, progress);
			terminal.print(BenchTable.markdown(rows) + LooksTable.markdown(rows));
		}
	}
}
