package org.vaerestore.cli;

import picocli.CommandLine.Option;

/** Options of everything that computes. */
final class ComputeOptions {

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1", description =
		"Seed of everything random; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Option(names = "--threads", paramLabel = "N", description = "Compute threads (default: all cores).")
	private Integer threads;

	long seed() {
		return seed;
	}

	int threads() {
		return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
	}
}
