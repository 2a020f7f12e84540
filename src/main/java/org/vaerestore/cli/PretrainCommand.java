package org.vaerestore.cli;

import java.nio.file.Path;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.model.ModelFile;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.Pretrainer;
import org.vaerestore.train.PretrainingLesson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "pretrain", header =
	"Trains weights to start from on procedural pictures; Ctrl-C ends it early and keeps the best model so far.", footer = {
		"", "Examples:", "  vae-restore pretrain --output start.vae.zip --minutes 60",
		"  vae-restore pretrain --output large-holes.vae.zip --large-holes --resume start.vae.zip --patch 96 --batch 7" })
final class PretrainCommand implements Runnable {

	private final Terminal terminal;

	@Option(names = "--output", required = true, paramLabel = "MODEL", description =
		"Model file to write; updated every few minutes.")
	private Path output;

	@Option(names = "--resume", paramLabel = "MODEL", description = "Model file whose training goes on.")
	private Path resume;

	@Option(names = "--large-holes", description =
		"Teach large holes alone; best by going on from weights that know the rest.")
	private boolean largeHoles;

	@Mixin
	private TrainingOptions training;

	@Mixin
	private ComputeOptions compute;

	PretrainCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		OutputPath.requireWritable(output);
		final VaeModel resumed = resume == null ? null : ModelFile.read(resume);
		try (TerminalProgress progress = terminal.progress()) {
			final TrainingMonitor monitor = new TrainingMonitor(progress, model -> ModelFile.write(model, output));
			ModelFile.write(Pretrainer.train(largeHoles ? PretrainingLesson.LARGE_HOLES : PretrainingLesson.ALL, training
				.settings(compute, resumed == null ? null : resumed.architecture()), resumed, monitor, progress), output);
		}
		terminal.print("The model is in " + output + ".");
	}
}
