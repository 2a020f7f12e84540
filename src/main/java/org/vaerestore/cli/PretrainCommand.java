package org.vaerestore.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import org.vaerestore.imagej.OutputPath;
import org.vaerestore.train.BatchStream;
import org.vaerestore.train.Recipe;
import org.vaerestore.train.RecipeRun;
import org.vaerestore.train.RecipeStage;

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

	@Option(names = "--seed", paramLabel = "S", defaultValue = "1", description =
		"With --stream, decides which pictures are drawn (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Option(names = "--threads", paramLabel = "N", description = "Compute threads (default: all cores).")
	private Integer threads;

	/** What is made: models, or what they learn from, as a page or as a stream. */
	private static final class Goal {

		@Option(names = "--output", required = true, paramLabel = "DIR", description =
			"Folder for a model file of each stage; those that are there are not made again.")
		private Path output;

		@Option(names = "--show", required = true, paramLabel = "DIR", description =
			"Folder for a page of procedural pictures, by kind, to look at; nothing is trained.")
		private Path show;

		@Option(names = "--stream", required = true, paramLabel = "STAGE", description =
			"Write what this stage learns from to standard output, without end, for a training elsewhere; nothing is trained.")
		private String stream;
	}

	PretrainCommand(final Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		if (goal.show != null) show(goal.show);
		else if (goal.stream != null) stream(recipe().stage(goal.stream));
		else train(goal.output);
	}

	private void show(final Path folder) {
		OutputPath.requireFolder(folder);
		try (TerminalProgress progress = terminal.progress()) {
			terminal.print(new PicturePage(SIDE, EACH).write(folder, progress).toString());
		}
	}

	private Recipe recipe() {
		return recipe == null ? Recipe.builtIn() : Recipe.read(recipe);
	}

	private void train(final Path output) {
		final Recipe whole = recipe();
		OutputPath.requireFolder(output);
		try (TerminalProgress progress = terminal.progress()) {
			final boolean done = RecipeRun.run(steps == null ? whole : whole.shortened(steps), output, threads == null ? Runtime
				.getRuntime().availableProcessors() : threads, new TrainingMonitor(progress, checkpoint -> {}), progress);
			terminal.print(done ? "The models are in " + output + "." : "Interrupted; the same again goes on from what is in " +
				output + ".");
		}
	}

	/** Whoever reads closes the pipe at the end. */
	private void stream(final RecipeStage stage) {
		try {
			BatchStream.write(stage, seed, new StandardOutput());
		}
		catch (final IOException e) {
			terminal.remark("The reader has enough: " + e.getMessage());
		}
	}

	/** Fails when nobody reads any more, which the stream itself doesn't. */
	private static final class StandardOutput extends OutputStream {

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int from, final int count) throws IOException {
			System.out.write(bytes, from, count);
			if (System.out.checkError()) throw new IOException("the pipe is closed");
		}
	}
}
