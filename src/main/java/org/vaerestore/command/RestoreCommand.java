package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Restores what an image's mask marks. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Restore...", weight = 4) })
public final class RestoreCommand extends ActionCommand {

	@Parameter(label = "Model", persist = false, choices = { "auto", "current", "built-in", "learn", "file" }, description =
		"The model to use: the current one (trained or opened last), the built-in one, trained on procedural images " +
		"alone, one learned from this image now, or one from a file; auto is the current one, or the " +
		"built-in one where there is none.")
	private String model = "auto";

	@Parameter(label = "File of the model", persist = false, description = "Model file (*.vae.zip) for " +
		"model=file.")
	private String file = "";

	@Parameter(label = "Weights", persist = false, choices = { "auto", "fast", "best" }, description = "Which of the " +
		"built-in weights: fast ones, or the best, which take about four times as long; auto is best from 20 processor cores on.")
	private String weights = "auto";

	@Parameter(label = "Minutes to learn (min)", persist = false, min = "0.01", max = "10000", style = FRACTIONS,
		description = "How long to learn with model=learn.")
	private Double minutes = 2d;

	@Parameter(label = "Input (empty: active image)", persist = false, description = "An OME-Zarr, or the file of another image, to " +
		"work on instead of the active image.")
	private String input = "";

	@Parameter(label = "Mask (empty: the overlay)", persist = false, description = "A mask to take instead of the image's " +
		"overlay: an image, not black where to restore, or labels/NAME, a label image of the OME-Zarr that is worked on.")
	private String mask = "";

	@Parameter(label = "Invert mask", persist = false, choices = { "no", "yes" }, description = "Whether that mask marks what is to be " +
		"kept instead.")
	private String invert = "no";

	@Parameter(label = "Apply to", persist = false, choices = { "slice", "stack", "images" }, description = "The " +
		"current slice with all its channels, the whole stack, or all open images, each in whole.")
	private String apply = "stack";

	@Parameter(label = "Output", persist = false, description = "A new image, the image itself in-place (Edit>Undo takes back " +
		"a single slice), or an OME-Zarr that is written instead, with any uncertainty beside it.")
	private String output = "new";

	@Parameter(label = "Result", persist = false, choices = { "natural", "mean", "alternatives" }, description = "What to make of a hole: " +
		"the mean comes closest to the truth, and is too smooth to look like it; natural is one of many possible truths, drawn as a " +
		"sample, and nothing to measure in; alternatives are a stack of those, as many as samples.")
	private String result = "mean";

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

	@Parameter(label = "Mode", persist = false, choices = { "tiles", "resize" }, description = "Full resolution " +
		"in tiles, or the whole image resized to the model's input size, for looks alone.")
	private String mode = "tiles";

	@Parameter(label = "Report", persist = false, description = "Where to write a report that tells whether the result may be " +
		"quantified: an .html page, and its figures as .json beside it.")
	private String report = "";

	@Parameter(label = "Seed", persist = false, min = "0", max = "1000000000", description = "The seed of " +
		"everything random: the same one gives the same result again.")
	private Long seed = 1L;

	@Parameter(label = "Preview", callback = "previewRegion", persist = false, required = false)
	private Button preview;

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public RestoreCommand() {
		super("restore");
	}
}
