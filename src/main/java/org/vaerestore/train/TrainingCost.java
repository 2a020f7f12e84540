package org.vaerestore.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;
import org.vaerestore.vae.FreeBits;
import org.vaerestore.vae.LadderVae;
import org.vaerestore.vae.Learner;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.vae.Objective;
import org.vaerestore.vae.Pictures;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.TrainedPart;
import org.vaerestore.vae.TrainingBatch;
import org.vaerestore.vae.noise.GaussianLikelihood;

/**
 * What a training takes on this machine.
 *
 * @param bytes of memory, besides the images
 * @param stepSeconds seconds per training step
 */
public record TrainingCost(long bytes, double stepSeconds) {

	private static final int WARMING = 2, TIMED = 3;

	/** Returns the memory that a training takes besides its images; at once. */
	public static MemoryNeed memory(final TrainingSettings settings) {
		final MemoryNeed damaged = settings.signal() == Signal.NOISY ? MemoryNeed.onHeap(0) : DamagedRegions.memory(settings
			.patch());
		return LadderVae.ENGINE.and(LadderVae.memoryOfAThread(settings.architecture(), true).times(settings.threads())).and(
			LadderVae.memory(settings.architecture(), rows(settings), settings.patch(), settings.patch(), true)).and(damaged);
	}

	/**
	 * Returns the settings with as many patches per step as there is memory for, and logs a line if these are fewer.
	 *
	 * @param survey what the look at the data takes before
	 * @throws InputException if there isn't memory for one patch per step
	 */
	static TrainingSettings fit(final TrainingSettings settings, final MemoryNeed survey, final Progress progress) {
		MemoryBudget.require(survey, "looking at the training images", "train on smaller ones");
		return fit(settings, MemoryBudget.nowFor(memory(settings)), progress);
	}

	/** Returns the settings with as many patches per step as there is room for in a budget. */
	static TrainingSettings fit(final TrainingSettings settings, final MemoryBudget budget, final Progress progress) {
		TrainingSettings fitting = settings;
		while (fitting.batch() > 1 && !budget.covers(memory(fitting)))
			fitting = fitting.withNetwork(settings.architecture(), settings.patch(), fitting.batch() / 2);
		budget.requireRoom(memory(fitting), String.format(Locale.ROOT, "training a model of %d channels and %d levels on " +
			"patches of %d pixels", settings.architecture().channels(), settings.architecture().levels(), settings.patch()),
			"choose a smaller model or smaller patches");
		if (fitting.batch() < settings.batch()) progress.log("Memory is short: training with " + fitting.batch() +
			" patches per step instead of " + settings.batch() + ", which learns more slowly.");
		return fitting;
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
				learner.step(batch, new Objective(1, FreeBits.NONE, 0, 1), new GaussianLikelihood(), TrainedPart.BOTH, 1e-4,
					new SplittableRandom(1));
				if (step >= WARMING) quickest = Math.min(quickest, (System.nanoTime() - start) / 1e9);
			}
		}
		return new TrainingCost(memory(settings).all(), quickest);
	}

	/** Returns how many rows the decoder has of a batch. */
	private static int rows(final TrainingSettings settings) {
		return settings.architecture().prior() == PriorUse.SAMPLED ? 3 * settings.batch() : settings.batch() + settings.batch() / 4;
	}

	private static Pictures noise(final int rows, final int side) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] values = new float[rows * side * side];
		final float[] visible = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
			visible[i] = 1;
		}
		return Pictures.alike(rows, side, side, values, visible, ToldNoise.NONE);
	}
}
