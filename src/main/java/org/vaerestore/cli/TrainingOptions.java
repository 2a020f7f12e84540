package org.vaerestore.cli;

import org.vaerestore.train.NoiseKind;
import org.vaerestore.train.Schedule;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Start;
import org.vaerestore.train.TrainingSettings;
import org.vaerestore.vae.Architecture;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How to train. */
final class TrainingOptions {

	@ArgGroup(exclusive = true)
	private Length length;

	@Option(names = "--signal", paramLabel = "KIND", defaultValue = "auto", converter = Choice.OfSignal.class,
		completionCandidates = Choice.OfSignal.class, description =
			"What the images are held to be: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
	private Signal signal;

	@Option(names = "--noise", paramLabel = "MODEL", defaultValue = "auto", converter = Choice.OfNoise.class,
		completionCandidates = Choice.OfNoise.class, description =
			"Noise model to fit: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
	private NoiseKind noise;

	@Option(names = "--schedule", paramLabel = "ORDER", defaultValue = "joint", converter = Choice.OfSchedule.class,
		completionCandidates = Choice.OfSchedule.class, description =
			"Order in which the parts are trained: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
	private Schedule schedule;

	@Option(names = "--from-scratch", description =
		"Start from random weights, not from those that ship with the program.")
	private boolean fromScratch;

	@Option(names = "--entropy", paramLabel = "L", defaultValue = "0", description =
		"Weight of the posterior's entropy in the objective (default: ${DEFAULT-VALUE}).")
	private double entropy;

	@Option(names = "--patch", paramLabel = "PIXELS", description = "Side of a training patch (default: 64).")
	private Integer patch;

	@Option(names = "--batch", paramLabel = "N", description = "Patches per step (default: 16).")
	private Integer batch;

	@Option(names = "--levels", paramLabel = "L", description = "Latent levels of the network (default: 4).")
	private Integer levels;

	@Option(names = "--channels", paramLabel = "C", description = "Feature channels of the network (default: 48).")
	private Integer channels;

	/** How long to train. */
	private static final class Length {

		@Option(names = "--minutes", required = true, paramLabel = "M", description =
			"Time to train, that before --resume included (default: 5).")
		private Double minutes;

		@Option(names = "--steps", required = true, paramLabel = "N", description =
			"Steps to train, those before --resume included; unlike minutes, the same number gives the same model.")
		private Long steps;
	}

	/** Returns the settings asked for, those of a network that is trained on where nothing was asked for. */
	TrainingSettings settings(final ComputeOptions compute, final Architecture resumed) {
		final TrainingSettings defaults = TrainingSettings.defaults();
		final Architecture base = resumed == null ? defaults.architecture() : resumed;
		final Architecture architecture = new Architecture(base.shuffle(), levels == null ? base.levels() : levels,
			channels == null ? base.channels() : channels, base.latentChannels(), base.blocks(), base
				.noiseInputs(), base.prior(), base.companionChannels());
		final TrainingSettings settings = defaults.withSignal(signal).withNoise(noise).withSchedule(schedule).withStart(fromScratch ? Start.SCRATCH
			: Start.BUILT_IN)
			.withEntropyWeight(entropy).withNetwork(architecture, patch == null ? defaults.patch() : patch, batch == null
				? defaults.batch() : batch).withSeedAndThreads(compute.seed(), compute.threads());
		if (length == null) return settings;
		return length.steps == null ? settings.withMinutes(length.minutes) : settings.withSteps(length.steps);
	}
}
