package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Marks what is to be restored, as the image's mask. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Select ROI as Mask", weight = 2) })
public final class MaskCommand extends ActionCommand {

	@Parameter(label = "Source", persist = false, choices = { "selection", "roi-manager", "overlay", "threshold",
		"mask-image", "bad-pixels", "saturated", "scratches", "present-mask" }, description = "Where the mask comes " +
		"from: the selection, all of the ROI Manager, the overlay, the threshold, another image (not black where to " +
		"restore), found automatically (hot and dead pixels, saturated pixels, scratches), or the mask that is there, " +
		"to grow or show it.")
	private String source = "selection";

	@Parameter(label = "Image of mask", persist = false, description = "The image for source=mask-image.")
	private String image = "none";

	@Parameter(label = "Scope", persist = false, choices = { "current", "all" }, description = "The current " +
		"slice with all its channels, or all slices; regions with a position of their own go there.")
	private String scope = "current";

	@Parameter(label = "Invert", persist = false, choices = { "no", "yes" }, description = "Whether the source marks what is " +
		"to be kept instead, on the slices it is for.")
	private String invert = "no";

	@Parameter(label = "Grow by (pixels)", persist = false, min = "-100", max = "100", style = FRACTIONS,
		description = "By how many pixels to grow what was found; negative to shrink.")
	private Double grow = 0d;

	@Parameter(label = "Combine", persist = false, choices = { "replace", "add", "subtract" }, description =
		"Replace the image's mask, add to it, or subtract from it.")
	private String combine = "replace";

	@Parameter(label = "Sensitivity (SD)", persist = false, min = "0.1", max = "1000", style = FRACTIONS,
		description = "How far hot and dead pixels and scratches must stand out to be found, in standard deviations of " +
		"their surroundings.")
	private Double sensitivity = 8d;

	@Parameter(label = "Width of scratches (pixels)", persist = false, min = "1", max = "100", style = FRACTIONS,
		description = "The width of scratches to look for.")
	private Double width = 3d;

	@Parameter(label = "Polarity of scratches", persist = false, choices = { "both", "bright", "dark" }, description =
		"Scratches brighter or darker than their surroundings, or both.")
	private String polarity = "both";

	@Parameter(label = "Show", persist = false, choices = { "overlay", "image" }, description = "The mask as an " +
		"overlay alone, or as a mask image too (255 = restore), to be edited and read back with source=mask-image.")
	private String show = "overlay";

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public MaskCommand() {
		super("mask");
	}
}
