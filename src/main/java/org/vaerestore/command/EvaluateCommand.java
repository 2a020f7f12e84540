package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Measures how close an image is to a reference. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Evaluate...", weight = 7) })
public final class EvaluateCommand extends ActionCommand {

	@Parameter(label = "Reference", persist = false, description = "What the image should be: an image of the " +
		"same size and axes.")
	private String reference = "none";

	@Parameter(label = "Region", persist = false, choices = { "whole", "mask" }, description = "The whole image, " +
		"or only its masked or restored pixels (SSIM is always that of the whole).")
	private String region = "whole";

	@Parameter(label = "Range (0: automatic)", persist = false, min = "0", max = "1000000000000", style = FRACTIONS,
		description = "How far values can reach above 0, or above the lowest one if that is below; automatic is 255 for " +
		"8 bit, else as far as those of the reference do.")
	private Double range = 0d;

	@Parameter(label = "Errors as an image", persist = false, choices = { "no", "yes" }, description = "Whether " +
		"to show an image of the differences, image minus reference.")
	private String errors = "no";

	@Parameter(label = "Save table to", persist = false, description = "Where to save the table too, as *.csv.")
	private String save = "";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public EvaluateCommand() {
		super("evaluate");
	}
}
