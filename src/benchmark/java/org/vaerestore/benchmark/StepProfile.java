package org.vaerestore.benchmark;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

import org.nd4j.linalg.factory.Nd4j;
import org.vaerestore.vae.Architecture;

/** Which operations a training step of the default network spends its time on, on a single thread. */
final class StepProfile {

	private static final int WARMING = 10, STEPS = 20;

	private StepProfile() {}

	/** Prints a table of calls, milliseconds and shares of a step. */
	static void print() {
		System.setProperty(TimedExecutioner.PROPERTY, TimedExecutioner.class.getName());
		final Map<String, TimedExecutioner.Usage> usages;
		final double step;
		try (Contender contender = ContenderKind.VAE_RESTORE.start(Architecture.DEFAULT, 1)) {
			for (int i = 0; i < WARMING; i++)
				contender.step();
			final TimedExecutioner executioner = (TimedExecutioner) Nd4j.getExecutioner();
			executioner.clear();
			step = Times.milliseconds(() -> {
				for (int i = 0; i < STEPS; i++)
					contender.step();
			}) / STEPS;
			usages = executioner.usages();
		}
		System.out.printf(Locale.ROOT, "%-36s %8s %9s %7s%n", "operation", "calls", "ms", "share");
		usages.entrySet().stream().sorted(Comparator.comparing(entry -> -entry.getValue().nanoseconds())).forEach(
			entry -> print(entry.getKey(), String.valueOf(entry.getValue().calls() / STEPS), milliseconds(entry.getValue()),
				step));
		final double operations = usages.values().stream().mapToDouble(StepProfile::milliseconds).sum();
		print("Java: latents, likelihood, optimizer", "", step - operations, step);
		print("training step", "", step, step);
		print("of it convolutions", "", usages.entrySet().stream().filter(entry -> entry.getKey().startsWith("conv2d"))
			.mapToDouble(entry -> milliseconds(entry.getValue())).sum(), step);
	}

	private static double milliseconds(final TimedExecutioner.Usage usage) {
		return usage.nanoseconds() / 1e6 / STEPS;
	}

	private static void print(final String name, final String calls, final double milliseconds, final double step) {
		System.out.printf(Locale.ROOT, "%-36s %8s %9.2f %6.1f%%%n", name, calls, milliseconds, 100 * milliseconds / step);
	}
}
