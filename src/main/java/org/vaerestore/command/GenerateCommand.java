package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Draws new images from a model. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Generate...", weight = 6) })
public final class GenerateCommand extends ActionCommand {

	@Parameter(label = "Model", persist = false, choices = { "current", "file" }, description = "The model to " +
		"use: the current one (trained or opened last), or one from a file.")
	private String model = "current";

	@Parameter(label = "File of the model", persist = false, description = "Model file (*.vae.zip) for " +
		"model=file.")
	private String file = "";

	@Parameter(label = "Count of images", persist = false, min = "1", max = "10000", description = "How many " +
		"images to draw.")
	private Long count = 4L;

	@Parameter(label = "Width (pixels)", persist = false, min = "8", max = "16384", description = "The width of " +
		"each.")
	private Long width = 128L;

	@Parameter(label = "Height (pixels)", persist = false, min = "8", max = "16384", description = "The height " +
		"of each.")
	private Long height = 128L;

	@Parameter(label = "Seed", persist = false, min = "0", max = "1000000000", description = "The seed of " +
		"everything random: the same one gives the same result again.")
	private Long seed = 1L;

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public GenerateCommand() {
		super("generate");
	}
}
