package org.vaerestore.train;

import java.util.Objects;

import org.vaerestore.job.InputException;
import org.vaerestore.predict.Imagination;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.noise.KnownNoise;

/**
 * How to train; start from {@link #defaults()} and change what must differ.
 *
 * @param signal what the images are held to be
 * @param noise which noise model to fit
 * @param schedule order in which the parts of the network are trained
 * @param architecture shape of the network
 * @param patch side of a training patch in pixels, 32 to 512
 * @param batch patches per step, 1 to 256
 * @param minutes time to train, more than 0; infinite if only {@code steps} counts
 * @param steps steps to train, at least 1; {@link Long#MAX_VALUE} if only {@code minutes} counts
 * @param entropyWeight weight of the posterior's entropy in the objective, 0 for the plain evidence lower bound
 * @param beta weight of the Kullback-Leibler divergence in the objective, 1 for the plain evidence lower bound
 * @param learningRate peak learning rate of Adam
 * @param seed of everything random
 * @param threads compute threads, at least 1
 * @param start what the weights are at the beginning; counts for the network of the built-in weights alone, all others
 *          start from scratch
 * @param known noise of the images, if the user knows it; null to find it in them
 */
public record TrainingSettings(Signal signal, NoiseKind noise, Schedule schedule, Architecture architecture, int patch,
	int batch, double minutes, long steps, double entropyWeight, double beta, double learningRate, long seed, int threads,
	Start start, KnownNoise known)
{

	/** Least side of a training patch, in pixels. */
	public static final int LEAST_PATCH = 32;

	/** Checks the values. */
	public TrainingSettings {
		Objects.requireNonNull(signal, "signal");
		Objects.requireNonNull(noise, "noise");
		Objects.requireNonNull(schedule, "schedule");
		Objects.requireNonNull(architecture, "architecture");
		Objects.requireNonNull(start, "start");
		final int granularity = architecture.granularity();
		require(patch >= LEAST_PATCH && patch <= 512, "patch", patch, "it must be from 32 to 512 pixels");
		require(patch % granularity == 0, "patch", patch, "with " + architecture.levels() +
			" levels it must be a multiple of " + granularity + " pixels");
		require(batch >= 1 && batch <= 256, "batch", batch, "it must be from 1 to 256 patches");
		require(minutes > 0, "minutes", minutes, "it must be more than 0");
		require(steps >= 1, "steps", steps, "it must be at least 1");
		require(Double.isFinite(minutes) || steps < Long.MAX_VALUE, "minutes", minutes, "say how long to train, in minutes or steps");
		require(entropyWeight >= 0 && entropyWeight <= 1, "entropy", entropyWeight, "it must be from 0 to 1");
		require(beta >= 0 && beta <= 100, "beta", beta, "it must be from 0 to 100");
		require(learningRate > 0 && learningRate <= 1, "learning rate", learningRate, "it must be above 0 and at most 1");
		require(threads >= 1 && threads <= 1024, "threads", threads, "it must be from 1 to 1024");
	}

	/** Returns the settings for a stack on an ordinary computer: five minutes, everything else found from the data. */
	public static TrainingSettings defaults() {
		return new TrainingSettings(Signal.AUTO, NoiseKind.AUTO, Schedule.JOINT, Architecture.DEFAULT, 64, 16, 5,
			Long.MAX_VALUE, 0, 1, 2e-3, 1, Runtime.getRuntime().availableProcessors(), Start.BUILT_IN, null);
	}

	/** Returns these settings for another kind of signal. */
	public TrainingSettings withSignal(final Signal newSignal) {
		return new TrainingSettings(newSignal, noise, schedule, architecture, patch, batch, minutes, steps, entropyWeight,
			beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings with another noise model. */
	public TrainingSettings withNoise(final NoiseKind newNoise) {
		return new TrainingSettings(signal, newNoise, schedule, architecture, patch, batch, minutes, steps, entropyWeight,
			beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings with another schedule. */
	public TrainingSettings withSchedule(final Schedule newSchedule) {
		return new TrainingSettings(signal, noise, newSchedule, architecture, patch, batch, minutes, steps, entropyWeight,
			beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings for another network, patch side (pixels) and number of patches per step. */
	public TrainingSettings withNetwork(final Architecture newArchitecture, final int newPatch, final int newBatch) {
		return new TrainingSettings(signal, noise, schedule, newArchitecture, newPatch, newBatch, minutes, steps,
			entropyWeight, beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings for the network of built-in weights, as the threads of these settings choose it. */
	public TrainingSettings withWeights(final Weights weights) {
		return withNetwork(weights.architecture(threads), patch, batch);
	}

	/**
	 * Returns these settings for clean images, whose network learns to sample: each patch goes through the decoder three times as
	 * often, so that there are half as many per step. Built-in weights that sample come in one size.
	 */
	TrainingSettings sampled() {
		final boolean builtIn = start == Start.BUILT_IN && BuiltIn.model(architecture).isPresent();
		return withNetwork(builtIn ? Imagination.ARCHITECTURE : architecture.with(PriorUse.SAMPLED), patch, Math.max(1, batch / 2));
	}

	/** Returns these settings for noisy images, whose network tells means. */
	TrainingSettings alongTheMean() {
		return withNetwork(architecture.with(PriorUse.MEAN), patch, batch);
	}

	/** Returns these settings with a limit of time alone. */
	public TrainingSettings withMinutes(final double newMinutes) {
		return new TrainingSettings(signal, noise, schedule, architecture, patch, batch, newMinutes, Long.MAX_VALUE,
			entropyWeight, beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings with a limit of steps alone: the one that gives the same bits again. */
	public TrainingSettings withSteps(final long newSteps) {
		return new TrainingSettings(signal, noise, schedule, architecture, patch, batch, Double.POSITIVE_INFINITY, newSteps,
			entropyWeight, beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings with another weight of the posterior's entropy. */
	public TrainingSettings withEntropyWeight(final double newEntropyWeight) {
		return new TrainingSettings(signal, noise, schedule, architecture, patch, batch, minutes, steps, newEntropyWeight,
			beta, learningRate, seed, threads, start, known);
	}

	/** Returns these settings with another seed and number of compute threads. */
	public TrainingSettings withSeedAndThreads(final long newSeed, final int newThreads) {
		return new TrainingSettings(signal, noise, schedule, architecture, patch, batch, minutes, steps, entropyWeight,
			beta, learningRate, newSeed, newThreads, start, known);
	}

	/** Returns these settings with another start. */
	public TrainingSettings withStart(final Start newStart) {
		return new TrainingSettings(signal, noise, schedule, architecture, patch, batch, minutes, steps, entropyWeight,
			beta, learningRate, seed, threads, newStart, known);
	}

	/** Returns these settings for images whose noise is known; null to find it in them. */
	public TrainingSettings withKnownNoise(final KnownNoise newKnown) {
		return new TrainingSettings(signal, noise, schedule, architecture, patch, batch, minutes, steps, entropyWeight,
			beta, learningRate, seed, threads, start, newKnown);
	}

	private static void require(final boolean good, final String name, final Object value, final String rule) {
		if (!good) throw new InputException("The setting " + name + " is " + value + "; " + rule + ".");
	}
}
