package org.vaerestore.enhance;

import java.util.Objects;

import org.vaerestore.job.InputException;
import org.vaerestore.predict.Estimate;

/**
 * How to enhance.
 *
 * @param estimate what to make of what the noise leaves open; of samples, none is mixed with the input
 * @param samples number of alternatives, or of samples of which the mean is taken; of the latter, 0 for the mean of passes along
 *          the prior's mean in all eight flips and rotations, which comes closest to the truth
 * @param strength share of the enhanced image in the result, the rest being the input: 0 to 1
 * @param seed of the samples
 * @param threads compute threads, at least 1
 * @param sliceAxis dimension of the image, 2 or more, along which slices lie that are averaged with each other where they
 *          agree; -1 if each plane is to be enhanced on its own
 * @param orientations how many flips and rotations to take if there are no samples, 1 to 8: one is eight times as fast as
 *          all, and nearly as close to the truth
 * @param restoresNaNs whether pixels that are no numbers (NaN or infinite) get an estimate; else they stay as they are
 */
public record EnhanceSettings(Estimate estimate, int samples, double strength, long seed, int threads, int sliceAxis,
	int orientations, boolean restoresNaNs)
{

	/** Checks the values. */
	public EnhanceSettings {
		Objects.requireNonNull(estimate, "estimate");
		if (samples < 0 || samples > 10_000) throw new InputException("The number of samples is " + samples +
			"; it must be from 0 to 10000.");
		if (!(strength >= 0 && strength <= 1)) throw new InputException("The strength is " + strength +
			"; it must be from 0 (the input) to 1 (all enhanced).");
		if (estimate != Estimate.MEAN && strength != 1) throw new InputException("The strength is " + strength +
			", and samples are of the signal alone; use 1, or the mean.");
		if (sliceAxis != -1 && sliceAxis < 2) throw new InputException("The axis of the slices is " + sliceAxis +
			"; it must be 2 or more, or -1 for none.");
		if (orientations < 1 || orientations > 8) throw new InputException("The number of flips and rotations is " +
			orientations + "; it must be from 1 to 8.");
		if (threads < 1) throw new InputException("The number of threads is " + threads + "; it must be at least 1.");
	}

	/** Creates settings by which each plane is enhanced on its own. */
	public EnhanceSettings(final int samples, final double strength, final long seed, final int threads) {
		this(Estimate.MEAN, samples, strength, seed, threads, -1, 8, false);
	}

	/**
	 * Returns these settings with something else to be made.
	 *
	 * @param newSamples number of alternatives, or of samples of which the mean is taken
	 */
	public EnhanceSettings with(final Estimate newEstimate, final int newSamples) {
		return new EnhanceSettings(newEstimate, newSamples, strength, seed, threads, sliceAxis, orientations, restoresNaNs);
	}

	/** Returns how many results there will be of each plane: one, or as many as samples. */
	public int alternatives() {
		return estimate.results(samples);
	}

	/** Returns these settings with another axis of slices. */
	public EnhanceSettings withSliceAxis(final int newSliceAxis) {
		return new EnhanceSettings(estimate, samples, strength, seed, threads, newSliceAxis, orientations, restoresNaNs);
	}

	/** Returns these settings with another number of threads. */
	public EnhanceSettings withThreads(final int newThreads) {
		return new EnhanceSettings(estimate, samples, strength, seed, newThreads, sliceAxis, orientations, restoresNaNs);
	}

	/** Returns these settings with another number of flips and rotations. */
	public EnhanceSettings withOrientations(final int newOrientations) {
		return new EnhanceSettings(estimate, samples, strength, seed, threads, sliceAxis, newOrientations, restoresNaNs);
	}

	/** Returns these settings, pixels that are no numbers being restored or not. */
	public EnhanceSettings withNaNs(final boolean restored) {
		return new EnhanceSettings(estimate, samples, strength, seed, threads, sliceAxis, orientations, restored);
	}

	/** Returns the settings that suit most images: the closest estimate. */
	public static EnhanceSettings defaults() {
		return new EnhanceSettings(0, 1, 1, Runtime.getRuntime().availableProcessors());
	}
}
