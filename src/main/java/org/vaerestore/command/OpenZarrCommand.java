package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Opens an OME-Zarr as a virtual stack. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Open OME-Zarr...", weight = 1.3) })
public final class OpenZarrCommand extends ActionCommand {

	@Parameter(label = "Path of the OME-Zarr", persist = false, description = "The folder of an OME-Zarr image, or a zip of one.")
	private String path = "";

	@Parameter(label = "Level of resolution", persist = false, description = "Which resolution to open: 0 is the full one, those " +
		"above it are smaller; auto is the finest one of which a plane has no more than 67 megapixels and fits into an eighth of ImageJ's " +
		"memory.")
	private String level = "auto";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public OpenZarrCommand() {
		super("open");
	}
}
