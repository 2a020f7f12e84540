package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Trains a model on the open stack. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Train on Stack...", weight = 3) })
public final class TrainCommand extends ActionCommand {

	@Parameter(label = "Channels", persist = false, description = "The channels to train on; each is a picture " +
		"of its own.")
	private String channels = "all";

	@Parameter(label = "Slices", persist = false, description = "The slices to train on.")
	private String slices = "all";

	@Parameter(label = "Frames", persist = false, description = "The frames to train on.")
	private String frames = "all";

	@Parameter(label = "Others", persist = false, choices = { "none", "open" }, description = "What else to " +
		"train on: nothing, all other open images, in whole.")
	private String others = "none";

	@Parameter(label = "Folder of more images", persist = false, description = "A folder whose images, all of " +
		"one size and type, are trained on too.")
	private String folder = "";

	@Parameter(label = "Minutes (min)", persist = false, min = "0.01", max = "100000", style = FRACTIONS,
		description = "How long to train.")
	private Double minutes = 5d;

	@Parameter(label = "Steps (0: by time)", persist = false, min = "0", max = "1000000000", description = "How " +
		"many steps to train instead; unlike minutes, the same number gives the same model again.")
	private Long steps = 0L;

	@Parameter(label = "Signal", persist = false, choices = { "auto", "noisy", "clean" }, description = "What " +
		"the images are held to be: noisy (learn to tell signal from noise), clean (learn the image as it is), or " +
		"found from the data.")
	private String signal = "auto";

	@Parameter(label = "Noise model", persist = false, choices = { "auto", "none", "gaussian", "poisson-gaussian",
		"mixture" }, description = "The noise model to fit.")
	private String noise = "auto";

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

	@Parameter(label = "Size of model", persist = false, choices = { "small", "medium", "large" }, description =
		"How much the model can learn; larger is slower.")
	private String size = "medium";

	@Parameter(label = "Start from", persist = false, choices = { "built-in", "scratch" }, description = "What to start " +
		"from, unless resuming: the built-in weights, which know procedural images (but for size=small), or random ones.")
	private String start = "built-in";

	@Parameter(label = "Schedule", persist = false, choices = { "joint", "staged" }, description = "Encoder and " +
		"decoder together, or first the one, then the other, then both.")
	private String schedule = "joint";

	@Parameter(label = "Seed", persist = false, min = "0", max = "1000000000", description = "The seed of " +
		"everything random: the same one gives the same result again.")
	private Long seed = 1L;

	@Parameter(label = "Resume from", persist = false, choices = { "none", "current", "file" }, description =
		"Start anew, or go on from the current model or from a file's; time and steps count from its beginning.")
	private String resume = "none";

	@Parameter(label = "File to resume", persist = false, description = "Model file (*.vae.zip) for resume=file.")
	private String file = "";

	@Parameter(label = "Save model as", persist = false, description = "Where to save the model, as *.vae.zip; " +
		"updated every few minutes of training.")
	private String save = "";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public TrainCommand() {
		super("train");
	}
}
