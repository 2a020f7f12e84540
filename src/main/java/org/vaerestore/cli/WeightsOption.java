package org.vaerestore.cli;

import org.vaerestore.train.Weights;
import org.vaerestore.vae.Architecture;

import picocli.CommandLine.Option;

/** Which of the built-in weights. */
final class WeightsOption {

	@Option(names = "--weights", paramLabel = "SIZE", defaultValue = "auto", converter = Choice.OfWeights.class,
		completionCandidates = Choice.OfWeights.class, description = "Which of the built-in weights to work with, or to start " +
			"training from: ${COMPLETION-CANDIDATES}; best takes about four times as long as fast, auto is best from 20 threads on " +
			"(default: ${DEFAULT-VALUE}).")
	private Weights weights;

	Weights weights() {
		return weights;
	}

	Architecture network(final ComputeOptions compute) {
		return weights.architecture(compute.threads());
	}
}
