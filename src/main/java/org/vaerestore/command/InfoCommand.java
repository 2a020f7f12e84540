package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Tells what a model is, and whether the active image is like what it has seen. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Model Info...", weight = 8) })
public final class InfoCommand extends ActionCommand {

	@Parameter(label = "Model", persist = false, choices = { "auto", "current", "built-in", "file" }, description =
		"The model to use: the current one (trained or opened last), the built-in one, trained on procedural images " +
		"alone, or one from a file; auto is the current one, or the " +
		"built-in one where there is none.")
	private String model = "auto";

	@Parameter(label = "File of the model", persist = false, description = "Model file (*.vae.zip) for " +
		"model=file.")
	private String file = "";

	@Parameter(label = "Plots", persist = false, choices = { "all", "none" }, description = "Whether to plot the " +
		"training curves and the noise model.")
	private String plots = "all";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public InfoCommand() {
		super("info");
	}
}
