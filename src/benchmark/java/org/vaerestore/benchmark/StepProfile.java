package org.vaerestore.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.vae.Architecture;

/** At which places of the code a training step of the default network spends its time, on a single thread. */
final class StepProfile {

	private static final int WARMING = 10, STEPS = 60;
	private static final double LEAST = 0.003;
	private static final List<String> CONVOLUTIONS = List.of("Winograd", "PatchProducts", "PaddedRows", "Nd4jConvolution");

	private StepProfile() {}

	/** Prints a table of milliseconds and shares of a step. */
	static void print() {
		final Map<String, Integer> counts;
		final double step;
		try (Contender contender = ContenderKind.VAE_RESTORE.start(Architecture.DEFAULT, 1)) {
			for (int i = 0; i < WARMING; i++)
				contender.step();
			final StackSampler sampler = new StackSampler();
			step = Times.milliseconds(() -> {
				for (int i = 0; i < STEPS; i++)
					contender.step();
			}) / STEPS;
			counts = sampler.counts();
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
		final double all = counts.values().stream().mapToInt(Integer::intValue).sum();
		System.out.printf(Locale.ROOT, "%-44s %9s %7s%n", "place", "ms", "share");
		counts.entrySet().stream().filter(entry -> entry.getValue() >= LEAST * all).sorted(Comparator.comparing(
			entry -> -entry.getValue())).forEach(entry -> print(entry.getKey(), entry.getValue() / all, step));
		print("less than that each", counts.values().stream().filter(count -> count < LEAST * all).mapToInt(
			Integer::intValue).sum() / all, step);
		print("training step", 1, step);
		print("of it convolutions", counts.entrySet().stream().filter(entry -> CONVOLUTIONS.stream().anyMatch(entry
			.getKey()::startsWith)).mapToInt(Map.Entry::getValue).sum() / all, step);
	}

	private static void print(final String name, final double share, final double step) {
		System.out.printf(Locale.ROOT, "%-44s %9.2f %6.1f%%%n", name, share * step, 100 * share);
	}
}
