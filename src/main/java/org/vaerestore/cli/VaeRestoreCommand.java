package org.vaerestore.cli;

import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that only has subcommands. */
@Command(name = "vae-restore", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
	versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true, header =
		"Restores damaged regions of images and enhances noisy ones, with a variational autoencoder.",
	footer = { "", "Example, from nothing to a restored image:", "  vae-restore sample  --output sample",
		"  vae-restore restore --input sample/damaged.tif --mask sample/mask.png --output restored.tif" })
final class VaeRestoreCommand implements Runnable {

	@Spec
	private CommandSpec spec;

	@Option(names = "--stacktrace", hidden = true, scope = ScopeType.INHERIT, description =
		"Show where an unexpected failure came from.")
	private boolean stacktrace;

	@Override
	public void run() {
		final String commands = spec.subcommands().values().stream().map(CommandLine::getCommandSpec).filter(command -> !command
			.usageMessage().hidden()).map(CommandSpec::name).collect(Collectors.joining(", "));
		throw new ParameterException(spec.commandLine(), "Say what to do: " + commands + ".");
	}
}
