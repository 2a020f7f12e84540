package org.vaerestore.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.vaerestore.vae.Architecture;

/** Times training steps and forward passes of all engines in turn, so that whatever slows the machine slows all of them. */
final class StepBenchmark {

	private static final int WARMING = 12, ALLOCATING = 10;
	/** SameDiff is slow, and takes part in every so many rounds. */
	private static final int SELDOM = 4;
	/** On a busy machine a network gets fewer rounds rather than minutes more. */
	private static final int FEWEST = 5;
	private static final long LONGEST_NANOS = 75_000_000_000L;

	private final int threads;
	private final int rounds;
	private final Results results;
	private double defaultCeiling = Double.NaN;

	StepBenchmark(final int threads, final int rounds, final Results results) {
		this.threads = threads;
		this.rounds = rounds;
		this.results = results;
	}

	/** Compares the engines on a network of so many channels. */
	void measure(final int channels) throws IOException {
		final Architecture architecture = Network.of(channels);
		final Map<ContenderKind, Contender> contenders = new EnumMap<>(ContenderKind.class);
		final Map<ContenderKind, Samples> steps = new EnumMap<>(ContenderKind.class), forwards = new EnumMap<>(
			ContenderKind.class);
		final Map<ContenderKind, Double> heapKb = new EnumMap<>(ContenderKind.class);
		final double ceiling;
		try (Ceiling bare = new Ceiling(threads, channels)) {
			for (final ContenderKind kind : ContenderKind.values()) {
				contenders.put(kind, kind.start(architecture, threads));
				steps.put(kind, new Samples());
				forwards.put(kind, new Samples());
			}
			final long start = System.nanoTime();
			for (int round = -WARMING; round < rounds; round++) {
				if (round >= FEWEST && System.nanoTime() - start > LONGEST_NANOS) break;
				for (final ContenderKind kind : ContenderKind.values()) {
					if (kind == ContenderKind.SAMEDIFF && round > 0 && round % SELDOM != 0) continue;
					steps.get(kind).add(round, Times.milliseconds(contenders.get(kind)::step));
					forwards.get(kind).add(round, Times.milliseconds(contenders.get(kind)::forward));
				}
				bare.measure(round);
			}
			contenders.forEach((kind, contender) -> heapKb.put(kind, HeapAllocation.kilobytes(contender::step, ALLOCATING)));
			final Row best = bare.best();
			results.add(best);
			ceiling = best.gflops();
		}
		finally {
			contenders.values().forEach(Contender::close);
		}
		if (architecture.equals(Architecture.DEFAULT)) defaultCeiling = ceiling;
		for (final ContenderKind kind : ContenderKind.values())
			results.add(Row.ofConvolutions("train-step", channels, threads, kind.label(), steps.get(kind).times(), Network
				.stepGigaflop(architecture)).withCeiling(ceiling).withMemory(ChildProcess.trainingMemory(kind, channels, threads),
					heapKb.get(kind)));
		for (final ContenderKind kind : ContenderKind.values())
			results.add(Row.ofConvolutions("forward", channels, threads, kind.label(), forwards.get(kind).times(), Network
				.forwardGigaflop(architecture)).withCeiling(ceiling));
	}

	/** Times training steps of the default network while so many other processes keep cores busy. */
	void measureBeside(final int busy) throws IOException {
		final Architecture architecture = Architecture.DEFAULT;
		for (final ContenderKind kind : List.of(ContenderKind.VAE_RESTORE, ContenderKind.PYTORCH)) {
			final List<Process> processes = new ArrayList<>();
			final Samples samples = new Samples();
			try (Contender contender = kind.start(architecture, threads)) {
				for (int round = 0; round < WARMING; round++)
					contender.step();
				for (int k = 0; k < busy; k++)
					processes.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
				for (int round = 0; round < rounds; round++)
					samples.add(round, Times.milliseconds(contender::step));
			}
			finally {
				processes.forEach(Process::destroyForcibly);
			}
			results.add(Row.ofConvolutions("train-step beside " + busy + " busy", architecture.channels(), threads, kind.label(),
				samples.times(), Network.stepGigaflop(architecture)).withCeiling(defaultCeiling));
		}
	}
}
