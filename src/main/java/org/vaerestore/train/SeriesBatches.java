package org.vaerestore.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.procedural.Draws;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.train.noise.ProceduralNoise;
import org.vaerestore.train.noise.SeenSeries;
import org.vaerestore.vae.Companion;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of noisy procedural pictures with planes beside them: slices, frames and channels that show the same, or
 * nearly, or something else. Some are noisier or less noisy than the picture, some are copies of it with its noise, and some have holes.
 */
final class SeriesBatches implements BatchSource {

	/** Companions of the rows of a batch, so that all batches take the same memory. */
	private static final int[] COMPANIONS = { 2, 1, 4, 2, 6, 1, 2, 4 };
	private static final double OTHER_NOISE = 0.2, LEAST_NOISE = 0.2, MOST_NOISE = 1.5, COPY = 0.03, HOLEY = 0.05;

	private final ScenePool<Series> pool;
	private final ProceduralNoise noise = ProceduralNoise.withoutStripes();
	private final HoleSampler holes;
	private final FillWorkspace fills = new FillWorkspace();
	private final int side;
	/** Pictures are seen whole. */
	private final float[] visible;

	SeriesBatches(final long seed, final int side) {
		this.side = side;
		visible = new float[side * side];
		Arrays.fill(visible, 1);
		pool = new ScenePool<>(seed, Series::draw);
		holes = HoleSampler.of(side, List.of());
	}

	/** Returns how many companions so many rows have. */
	static int companions(final int rows) {
		return IntStream.range(0, rows).map(row -> COMPANIONS[row % COMPANIONS.length]).sum();
	}

	@Override
	public TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final DrawnBatch batch = new DrawnBatch(rows, side);
		final List<List<Companion>> companions = new ArrayList<>();
		for (int row = 0; row < rows; row++) {
			final Series series = pool.scene(step, random);
			final int count = COMPANIONS[row % COMPANIONS.length];
			final SeenSeries seen = noise.noisy(series.scene().tones(), series.patches(side, count, random), random);
			final float[] picture = seen.seen().get(0);
			batch.set(row, seen.truths().get(0), picture, new boolean[side * side], null, 1);
			batch.setNoise(row, seen.noise());
			final List<Companion> beside = new ArrayList<>();
			for (int k = 1; k <= count; k++)
				beside.add(companion(seen, k, random).matched(picture, visible, seen.noise().level()));
			companions.add(beside);
		}
		return batch.finish(companions, 1);
	}

	private Companion companion(final SeenSeries series, final int index, final SplittableRandom random) {
		final float told = series.noise().level();
		if (random.nextDouble() < COPY) return Companion.visible(series.seen().get(0).clone(), told);
		final float[] truth = series.truths().get(index), seen = series.seen().get(index).clone();
		double factor = 1;
		if (random.nextDouble() < OTHER_NOISE) {
			factor = Draws.logUniform(random, LEAST_NOISE, MOST_NOISE);
			for (int i = 0; i < seen.length; i++)
				seen[i] = (float) (truth[i] + factor * (seen[i] - truth[i]));
		}
		final Companion companion = Companion.visible(seen, (float) (factor * told));
		if (random.nextDouble() >= HOLEY) return companion;
		final boolean[] hidden = new boolean[seen.length];
		holes.draw(random, hidden);
		for (int i = 0; i < hidden.length; i++)
			if (hidden[i]) companion.visible()[i] = 0;
		fills.hybrid(seen, hidden, side, side);
		return companion;
	}
}
