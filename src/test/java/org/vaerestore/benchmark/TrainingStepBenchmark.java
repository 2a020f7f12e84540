package org.vaerestore.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vaerestore.nn.Workers;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Latents;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.TrainedPart;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;

/**
 * Times a training step and a forward pass against a bare convolution of ND4J, interleaved in one run.
 * <p>
 * Arguments, both optional: threads, rounds. The last line tells the peak resident memory of the whole run, the networks
 * one after the other.
 * </p>
 */
public final class TrainingStepBenchmark {

	private static final int ROWS = 16;
	private static final int SIDE = 64;

	private TrainingStepBenchmark() {}

	public static void main(final String[] arguments) {
		final int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Runtime.getRuntime()
			.availableProcessors();
		final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
		System.out.printf(Locale.ROOT, "%-34s %9s %9s %11s %10s%n", "what", "GFLOP", "ms", "ms/GFLOP", "GFLOP/s");
		for (final Architecture architecture : new Architecture[] { new Architecture(2, 4, 32, 8, 1), new Architecture(2, 4, 48, 8, 1), new Architecture(2, 4, 64, 8, 1),
			new Architecture(2, 4, 64, 8, 2) })
			measure(architecture, threads, rounds);
		System.out.printf(Locale.ROOT, "peak resident memory %s%n", peakMemory());
	}

	private static void measure(final Architecture architecture, final int threads, final int rounds) {
		final int posteriorRows = ROWS / 4;
		final Convolution bare = new Convolution(threads, architecture.channels());
		try (LadderVae vae = new LadderVae(architecture, 1, threads)) {
			final Learner learner = new Learner(vae, threads);
			final TrainingBatch batch = batch(posteriorRows);
			final double[] step = new double[rounds];
			final double[] forward = new double[rounds];
			final double[] convolution = new double[rounds];
			for (int round = -3; round < rounds; round++) {
				final int slot = Math.max(0, round);
				step[slot] = milliseconds(() -> learner.step(batch, new Objective(1, 0, 0, 1), new GaussianLikelihood(),
					TrainedPart.BOTH, 1e-4, new SplittableRandom(1)));
				convolution[slot] = milliseconds(bare::run);
			}
			for (int round = -3; round < rounds; round++)
				forward[Math.max(0, round)] = milliseconds(() -> vae.predict(batch.context(), Latents.mean()));
			final double all = gigaflop(architecture, ROWS + posteriorRows);
			print("training step " + name(architecture), 3 * all, step);
			print("forward pass " + name(architecture), gigaflop(architecture, ROWS), forward);
			print("bare conv2d 3x3, " + architecture.channels() + " channels", bare.gigaflop(), convolution);
		}
	}

	private static String name(final Architecture a) {
		return a.shuffle() + "," + a.levels() + "," + a.channels() + "," + a.latentChannels() + "," + a.blocks();
	}

	/** Counts the multiply-adds of all convolutions of a forward pass, two operations each. */
	private static double gigaflop(final Architecture a, final int rows) {
		final double c = a.channels();
		final double side = (double) SIDE / a.shuffle();
		double sum = side * side * 9 * (2 * a.shuffle() * a.shuffle() + 1) * c + side * side * 9 * 2 * a.shuffle() * a
			.shuffle() * c + side * side * 9 * c * c * 2 * a.blocks();
		for (int level = 0; level < a.levels(); level++) {
			final double positions = side * side / Math.pow(4, level);
			sum += positions * 9 * c * c * 4 * a.blocks();
			sum += positions * 3 * c * a.latentChannels();
			if (level > 0) sum += positions * 9 * c * c;
		}
		return 2 * rows * sum / 1e9;
	}

	private static void print(final String what, final double gigaflop, final double[] times) {
		Arrays.sort(times);
		final double median = times[times.length / 2];
		System.out.printf(Locale.ROOT, "%-34s %9.1f %9.1f %11.2f %10.0f   (%.1f to %.1f ms)%n", what, gigaflop, median,
			median / gigaflop, gigaflop / median * 1e3, times[0], times[times.length - 1]);
	}

	private static double milliseconds(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private static String peakMemory() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findAny()
				.orElse("unknown");
		}
		catch (final java.io.IOException e) {
			return "unknown on this system";
		}
	}

	private static TrainingBatch batch(final int posteriorRows) {
		final float[] weight = new float[ROWS * SIDE * SIDE];
		Arrays.fill(weight, 1);
		return new TrainingBatch(pictures(1), pictures(2), weight, new float[weight.length], posteriorRows);
	}

	private static Pictures pictures(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[ROWS * SIDE * SIDE];
		final float[] visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = 1;
		}
		return new Pictures(ROWS, SIDE, SIDE, values, visible, new float[ROWS], new float[ROWS]);
	}

	/** A 3x3 convolution on 16 maps of 64 x 64, as large as one of the network's at full resolution. */
	private static final class Convolution {

		private final int threads;
		private final int channels;
		private final DynamicCustomOp operation;

		Convolution(final int threads, final int channels) {
			this.threads = threads;
			this.channels = channels;
			operation = Workers.call(() -> {
				final INDArray input = OffHeap.allocate(ROWS, SIDE, SIDE, channels);
				final INDArray weights = OffHeap.allocate(3, 3, channels, channels);
				input.assign(0.5);
				weights.assign(0.1);
				return DynamicCustomOp.builder("conv2d").addInputs(input, weights).addOutputs(OffHeap.allocate(ROWS, SIDE, SIDE,
					channels)).addIntegerArguments(3, 3, 1, 1, 0, 0, 1, 1, 1, 1, 0).build();
			});
		}

		double gigaflop() {
			return 2.0 * 9 * channels * channels * ROWS * SIDE * SIDE / 1e9;
		}

		void run() {
			Workers.run(() -> Nd4j.exec(operation));
		}
	}
}
