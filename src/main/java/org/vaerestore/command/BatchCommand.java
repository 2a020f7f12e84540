package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Restores or enhances all images of a folder into another one. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Batch...", weight = 10) })
public final class BatchCommand extends ActionCommand {

	@Parameter(label = "Job", persist = false, choices = { "restore", "enhance" }, description = "What to do " +
		"with each image.")
	private String job = "enhance";

	@Parameter(label = "Input folder", persist = false, description = "The folder of the images.")
	private String input = "";

	@Parameter(label = "Output folder", persist = false, description = "The folder for the results, TIFF files " +
		"of the same names, and summary.csv; images whose result is there are skipped.")
	private String output = "";

	@Parameter(label = "Pattern of names", persist = false, description = "Which files to take, with * and ?.")
	private String pattern = "*";

	@Parameter(label = "Masks folder", persist = false, description = "For restoring: a folder with a mask of " +
		"the same name, whatever its extension, for each image; without it, images bring their own masks as overlays.")
	private String masks = "";

	@Parameter(label = "Invert masks", persist = false, choices = { "no", "yes" }, description = "Whether the masks of the " +
		"folder mark what is to be kept instead.")
	private String invert = "no";

	@Parameter(label = "Model", persist = false, choices = { "auto", "current", "built-in", "file" }, description =
		"The model to use: the current one (trained or opened last), the built-in one, trained on procedural images " +
		"alone, or one from a file; auto is the current one, or the " +
		"built-in one where there is none.")
	private String model = "auto";

	@Parameter(label = "File of the model", persist = false, description = "Model file (*.vae.zip) for " +
		"model=file.")
	private String file = "";

	@Parameter(label = "Weights", persist = false, choices = { "auto", "fast", "best" }, description = "Which of the " +
		"built-in weights: fast ones, or the best, which take about four times as long; auto is best from 20 processor cores on.")
	private String weights = "auto";

	@Parameter(label = "Known noise", persist = false, choices = { "no", "values", "selection", "dark-flat" },
		description = "Whether you know the noise better than the image tells: no, it is found in the image; from " +
		"deviation, gain and black; measured in the selection, a place that is flat but for noise; or measured in a dark " +
		"and a flat image of the same detector.")
	private String known = "no";

	@Parameter(label = "Deviation of the noise", persist = false, min = "0", max = "1000000000000", style = FRACTIONS,
		description = "Standard deviation of the noise, in units of the image; with a gain, that without light (read-out " +
		"noise); for known=values.")
	private Double deviation = 0d;

	@Parameter(label = "Gain", persist = false, min = "0", max = "1000000000000", style = FRACTIONS, description =
		"How much the variance of the noise grows with the signal, in units of the image per detected photon; 0 for noise " +
		"that is the same everywhere; for known=values.")
	private Double gain = 0d;

	@Parameter(label = "Black level", persist = false, min = "-1000000000000", max = "1000000000000", style = FRACTIONS,
		description = "The value recorded without light, for a gain.")
	private Double black = 0d;

	@Parameter(label = "Dark image", persist = false, description = "An image recorded without light, best of two " +
		"frames or more; for known=dark-flat.")
	private String dark = "none";

	@Parameter(label = "Flat image", persist = false, description = "An image recorded in even light, best of two " +
		"frames or more; for known=dark-flat.")
	private String flat = "none";

	@Parameter(label = "Samples (0: closest estimate)", persist = false, min = "0", max = "10000", description =
		"The number of samples of which the mean is taken, or of alternatives; 0 follows the prior's mean in all flips and " +
		"rotations, which comes closest to the truth.")
	private Long samples = 0L;

	@Parameter(label = "Neighbours in the stack", persist = false, choices = { "auto", "none" }, description =
		"Whether slices beside each other, or else frames, help: to restore one that is damaged where they are not, " +
		"and to enhance where they show the same; with apply=stack.")
	private String neighbours = "auto";

	@Parameter(label = "Uncertainty image", persist = false, choices = { "no", "yes" }, description = "Whether " +
		"to make an image of the standard deviation of the signal, in units of the image.")
	private String uncertainty = "no";

	@Parameter(label = "Depth of result", persist = false, choices = { "auto", "same", "32-bit" }, description = "The " +
		"same bit depth as the image, rounded; 32 bit, unless in-place; or auto, which is 32 bit where rounding would be " +
		"coarse against noise or range.")
	private String depth = "auto";

	@Parameter(label = "Report of each", persist = false, choices = { "no", "yes" }, description = "Whether to write a report of " +
		"each result, beside it, that tells whether it may be quantified.")
	private String report = "no";

	@Parameter(label = "Seed", persist = false, min = "0", max = "1000000000", description = "The seed of " +
		"everything random: the same one gives the same result again.")
	private Long seed = 1L;

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public BatchCommand() {
		super("batch");
	}
}
