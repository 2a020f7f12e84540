package org.vaerestore.cli;

import java.nio.file.Path;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.train.Recipe;
import org.vaerestore.train.RecipeRun;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "pretrain", header =
	"Makes weights to start from, on procedural pictures alone, by a recipe; Ctrl-C interrupts it, and the same again goes on.",
	footer = { "", "Examples:", "  vae-restore pretrain --output weights/",
		"  vae-restore pretrain --recipe recipe.json --output weights/", "  vae-restore pretrain --show pictures/" })
final class PretrainCommand implements Runnable {

	/** Size of the pictures that are shown, and how many there are of each kind. */
	private static final int SIDE = 192, EACH = 5;

	private final Terminal terminal;

	@ArgGroup(multiplicity = "1")
	private Goal goal;

	@Option(names = "--recipe", paramLabel = "FILE", description =
		"Recipe, a JSON file (default: the one that comes with the program, for weights such as ship with it).")
	private Path recipe;

	@Option(names = "--steps", paramLabel = "N", description = "At most so many steps per stage, for a trial.")
	private Long steps;

	@Option(names = "--threads", paramLabel = "N", description = "Compute threads (default: all cores).")
	private Integer threads;

	/** What is made: models, or a page of what they learn from. */
	private static final class Goal {

		@Option(names = "--output", required = true, paramLabel = "DIR", description =
			"Folder for a model file of each stage; those that are there are not made again.")
		private Path output;

		@Option(names = "--show", required = true, paramLabel = "DIR", description =
			"Folder for a page of procedural pictures, by kind, to look at; nothing is trained.")
		private Path show;
	}

	PretrainCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		if (goal.show != null) show(goal.show);
		else train(goal.output);
	}

	private void show(final Path folder) {
		OutputPath.requireFolder(folder);
		try (TerminalProgress progress = terminal.progress()) {
			terminal.print(new PicturePage(SIDE, EACH).write(folder, progress).toString());
		}
	}

	private void train(final Path output) {
		final Recipe whole = recipe == null ? Recipe.builtIn() : Recipe.read(recipe);
		OutputPath.requireFolder(output);
		try (TerminalProgress progress = terminal.progress()) {
			final boolean done = RecipeRun.run(steps == null ? whole : whole.shortened(steps), output, threads == null ? Runtime
				.getRuntime().availableProcessors() : threads, new TrainingMonitor(progress, checkpoint -> {}), progress);
			terminal.print(done ? "The models are in " + output + "." : "Interrupted; the same again goes on from what is in " +
				output + ".");
		}
	}
}
