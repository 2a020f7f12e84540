package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Saves the active image as OME-Zarr. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Save as OME-Zarr...", weight = 1.6) })
public final class SaveZarrCommand extends ActionCommand {

	@Parameter(label = "Path of the OME-Zarr", persist = false, description = "The OME-Zarr to write, as *.ome.zarr; nothing is written " +
		"over.")
	private String path = "";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public SaveZarrCommand() {
		super("save");
	}
}
