package org.vaerestore.restore;

import java.util.Objects;

import org.vaerestore.job.InputException;
import org.vaerestore.predict.Estimate;

/**
 * How to restore.
 *
 * @param mode tile by tile at full resolution, or the whole image resized to the model's input size
 * @param estimate what to make of a hole; a single sample is closer to the mean where patches tell more than 40 %, and in thin damage
 * @param samples number of alternatives, or of samples that the mean is taken of; of the latter, 0 for the mean of passes along
 *          the prior's mean in all eight flips and rotations, which comes closest to the truth
 * @param seed of the samples
 * @param threads compute threads, at least 1
 * @param sliceAxis dimension of the image, 2 or more, along which neighbouring slices may help to restore one; -1 if each
 *          plane is to be restored on its own
 */
public record RestoreSettings(Mode mode, Estimate estimate, int samples, long seed, int threads, int sliceAxis) {

	/** How the network gets to see the image. */
	public enum Mode {
		/** Native resolution, tile by tile; holes too large for that are first restored at a coarser resolution. */
		TILES,
		/** The whole image at the model's input size, and back; for looks, not for detail. */
		RESIZE
	}

	/** Checks the values. */
	public RestoreSettings {
		Objects.requireNonNull(mode, "mode");
		Objects.requireNonNull(estimate, "estimate");
		if (samples < 0 || samples > 10_000) throw new InputException("The number of samples is " + samples +
			"; it must be from 0 to 10000.");
		if (sliceAxis != -1 && sliceAxis < 2) throw new InputException("The axis of the slices is " + sliceAxis +
			"; it must be 2 or more, or -1 for none.");
		if (threads < 1) throw new InputException("The number of threads is " + threads + "; it must be at least 1.");
	}

	/** Creates settings by which each plane is restored on its own. */
	public RestoreSettings(final Mode mode, final Estimate estimate, final int samples, final long seed,
		final int threads)
	{
		this(mode, estimate, samples, seed, threads, -1);
	}

	/** Returns how many results there will be of each plane: one, or as many as samples. */
	public int alternatives() {
		return estimate.results(samples);
	}

	/** Returns these settings with another axis of neighbouring slices. */
	public RestoreSettings withSliceAxis(final int newSliceAxis) {
		return new RestoreSettings(mode, estimate, samples, seed, threads, newSliceAxis);
	}

	/** Returns these settings with another number of threads. */
	public RestoreSettings withThreads(final int newThreads) {
		return new RestoreSettings(mode, estimate, samples, seed, newThreads, sliceAxis);
	}

	/** Returns the settings that suit most images: the closest estimate, tile by tile. */
	public static RestoreSettings defaults() {
		return new RestoreSettings(Mode.TILES, Estimate.MEAN, 0, 1, Runtime.getRuntime().availableProcessors());
	}
}
