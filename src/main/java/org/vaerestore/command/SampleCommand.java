package org.vaerestore.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Opens procedural microscopy to try everything on. */
@Plugin(type = Command.class, headless = true, menu = { @Menu(label = "Plugins"), @Menu(label = "VAE Restore"),
	@Menu(label = "VAE Open Sample", weight = 1) })
public final class SampleCommand extends ActionCommand {

	@Parameter(label = "Sample", persist = false, choices = { "noisy", "damaged", "clean", "truth", "mask", "all"
		}, description = "The noisy stack, the damaged slice, the clean stack, the truth behind them, the damage's " +
		"mask, or all.")
	private String sample = "noisy";

	@Parameter(label = "Seed", persist = false, min = "0", max = "1000000000", description = "The seed of " +
		"everything random: the same one gives the same result again.")
	private Long seed = 1L;

	@Parameter(label = "Help", callback = "help", persist = false, required = false)
	private Button help;

	/** Creates the command, as SciJava does. */
	public SampleCommand() {
		super("sample");
	}
}
