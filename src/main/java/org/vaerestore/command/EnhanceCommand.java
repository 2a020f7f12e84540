package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Estimates the signal behind the noise of an image. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Enhance...", weight = 5) })
public final class EnhanceCommand extends ActionCommand {

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

	@Parameter(label = "Input (empty: active image)", persist = false, description = "An OME-Zarr, or the file of another image, to " +
		"work on instead of the active image.")
	private String input = "";

	@Parameter(label = "Apply to", persist = false, choices = { "slice", "stack", "images" }, description = "The " +
		"current slice with all its channels, the whole stack, or all open images, each in whole.")
	private String apply = "stack";

	@Parameter(label = "Output", persist = false, description = "A new image, the image itself in-place (Edit>Undo takes back " +
		"a single slice), or an OME-Zarr that is written instead, with any uncertainty beside it.")
	private String output = "new";

	@Parameter(label = "Result", persist = false, choices = { "natural", "mean", "alternatives" }, description = "What to make of what " +
		"the noise leaves open: the mean comes closest to the truth, and is too smooth to look like it; natural is one of many possible " +
		"truths, drawn as a sample with the texture that it may have, and nothing to measure in; alternatives are a stack of those, as " +
		"many as samples.")
	private String result = "mean";

	@Parameter(label = "Strength (%)", persist = false, min = "0", max = "100", style = FRACTIONS,
		description = "The share of the enhanced image in the result, the rest being the input.")
	private Double strength = 100d;

	@Parameter(label = "Quality", persist = false, choices = { "best", "fast" }, description = "The mean of passes " +
		"in all eight flips and rotations, which comes closest to the truth, or a single pass, eight times as fast; " +
		"for samples=0.")
	private String quality = "best";

	@Parameter(label = "NaN pixels", persist = false, choices = { "keep", "restore" }, description = "Whether pixels " +
		"that are no numbers stay so, or get estimates, which are marked as synthetic.")
	private String nan = "keep";

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
	public EnhanceCommand() {
		super("enhance");
	}
}
