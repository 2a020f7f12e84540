package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.TrainedPart;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;

/**
 * What a training takes on this machine.
 *
 * @param bytes of memory beside the Java heap
 * @param stepSeconds seconds per training step
 */
public record TrainingCost(long bytes, double stepSeconds) {

	private static final int WARMING = 2, TIMED = 3;

	/** Returns the memory that a training takes beside the Java heap, in bytes; at once. */
	public static long memory(final TrainingSettings settings) {
		return LadderVae.memory(settings.architecture(), rows(settings), settings.patch(), settings.patch(), true);
	}

	/** Runs a few steps on noise, and takes the time of the quickest; takes a second or two. */
	public static TrainingCost measure(final TrainingSettings settings) {
		final int posteriorRows = Math.max(1, settings.batch() / 4);
		final Pictures pictures = noise(settings.batch(), settings.patch());
		final float[] weight = new float[pictures.values().length];
		Arrays.fill(weight, 1);
		final TrainingBatch batch = new TrainingBatch(pictures, pictures, weight, new float[weight.length], posteriorRows);
		double quickest = Double.POSITIVE_INFINITY;
		try (LadderVae vae = new LadderVae(settings.architecture(), 1, settings.threads())) {
			final Learner learner = new Learner(vae, settings.threads());
			for (int step = 0; step < WARMING + TIMED; step++) {
				final long start = System.nanoTime();
				learner.step(batch, new Objective(1, 0, 0, 1), new GaussianLikelihood(), TrainedPart.BOTH, 1e-4,
					new SplittableRandom(1));
				if (step >= WARMING) quickest = Math.min(quickest, (System.nanoTime() - start) / 1e9);
			}
		}
		return new TrainingCost(memory(settings), quickest);
	}

	private static int rows(final TrainingSettings settings) {
		return settings.batch() + settings.batch() / 4;
	}

	private static Pictures noise(final int rows, final int side) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] values = new float[rows * side * side];
		final float[] visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = 1;
		}
		return new Pictures(rows, side, side, values, visible, new float[rows], new float[rows]);
	}
}
