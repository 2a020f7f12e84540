package org.vaerestore.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalMean;
import org.vaerestore.fill.NeighbourFill;
import org.vaerestore.job.Progress;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.train.noise.CleanGrain;
import org.vaerestore.train.noise.ProceduralNoise;
import org.vaerestore.train.noise.SeenPatch;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of procedural pictures with noise, with holes, or with both, whose truth is the target; holes start from the
 * mean around them, from a fill, or from what slices beside the picture say.
 */
final class ProceduralBatches implements BatchSource {

	private static final int POSTERIOR_SHARE = 4;

	private final PretrainingLesson.NoiseAndHoles lesson;
	private final ScenePool<Scene> scenes;
	private final ProceduralNoise noise = new ProceduralNoise();
	private final CleanGrain grain = new CleanGrain();
	private final ProceduralStack stack;
	private final HoleSampler holes;
	private final int side;
	private final FillWorkspace fills = new FillWorkspace();
	private final NeighbourFill neighbours = new NeighbourFill(false);

	ProceduralBatches(final PretrainingLesson.NoiseAndHoles lesson, final long seed, final int side) {
		this.lesson = lesson;
		this.side = side;
		scenes = new ScenePool<>(seed, Scene::draw);
		stack = new ProceduralStack(side);
		holes = HoleSampler.of(side, List.of());
	}

	@Override
	public TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final DrawnBatch batch = new DrawnBatch(rows, side);
		for (int row = 0; row < rows; row++) {
			final double kind = random.nextDouble();
			if (kind < lesson.noisy()) noisy(batch, row, false, step, random);
			else if (kind < lesson.noisy() + lesson.noisyWithHoles()) noisy(batch, row, true, step, random);
			else if (random.nextDouble() < lesson.inStack()) inStack(batch, row, step, random);
			else holey(batch, row, step, random);
		}
		return batch.finish(Math.max(1, rows / POSTERIOR_SHARE));
	}

	private void noisy(final DrawnBatch batch, final int row, final boolean holey, final long step,
		final SplittableRandom random)
	{
		final Scene scene = scenes.scene(step, random);
		final SeenPatch seen = noise.noisy(scene.tones(), scene.patch(side, random), random);
		final boolean[] hidden = holey ? hidden(random) : new boolean[side * side];
		LocalMean.fill(seen.seen(), hidden, side);
		batch.set(row, seen.truth(), seen.seen(), hidden, null, (float) lesson.hiddenWeight());
		batch.setNoise(row, seen.noise());
	}

	private void holey(final DrawnBatch batch, final int row, final long step, final SplittableRandom random) {
		final float[] truth = grain.grainy(List.of(scenes.scene(step, random).patch(side, random)), random).get(0);
		final float[] seen = truth.clone();
		final boolean[] hidden = hidden(random);
		// From a good fill alone, what is better than it is hardly learned; from a bad one alone, nothing of good ones.
		if (random.nextDouble() < lesson.fromMean()) LocalMean.fill(seen, hidden, side);
		else fills.hybrid(seen, hidden, side, side);
		batch.set(row, truth, seen, hidden, null, (float) lesson.hiddenWeight());
	}

	private void inStack(final DrawnBatch batch, final int row, final long step, final SplittableRandom random) {
		final float[] patch = scenes.scene(step, random).patch(side, random);
		final List<float[]> slices = new ArrayList<>(List.of(patch));
		slices.addAll(stack.around(patch, scenes.scene(step, random).patch(side, random), random));
		final List<float[]> clean = grain.grainy(slices, random);
		final boolean[] hidden = hidden(random);
		final float[] seen = clean.get(0).clone();
		final float[] trust = neighbours.fill(seen, hidden, side, clean.subList(1, clean.size()), Progress.silent());
		batch.set(row, clean.get(0), seen, hidden, trust, (float) lesson.hiddenWeight());
	}

	private boolean[] hidden(final SplittableRandom random) {
		final boolean[] hidden = new boolean[side * side];
		if (random.nextDouble() < lesson.empty()) Arrays.fill(hidden, true);
		else holes.draw(random, hidden);
		return hidden;
	}
}
