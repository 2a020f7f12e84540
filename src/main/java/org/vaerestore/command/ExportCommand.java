package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Saves the current model. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Export Model...", weight = 9) })
public final class ExportCommand extends ActionCommand {

	@Parameter(label = "Save model as", persist = false, description = "The file to write, as *.vae.zip.")
	private String save = "";

	@Parameter(label = "Kind of file", persist = false, choices = { "small", "resumable" }, description =
		"Small, with all that results need, or resumable: three times as large, with what going on with its training " +
		"needs, if the model has it.")
	private String kind = "small";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public ExportCommand() {
		super("export");
	}
}
