package org.vaerestore.train;

import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.fill.Hole;
import org.vaerestore.fill.HoleMeans;
import org.vaerestore.train.holes.LargeHoleSampler;
import org.vaerestore.train.noise.CleanGrain;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of procedural pictures without noise whose large holes start from the mean around each. Errors of a patch are
 * told in units of what must be expected of it, so that each patch counts about the same.
 */
final class LargeHoleBatches implements BatchSource {

	/** Share of a patch's variance that is to be expected as error besides that of the start; and what is added to both. */
	private static final double VARIANCE_SHARE = 0.3, LEAST_ERROR = 0.01;

	private final ScenePool<Scene> scenes;
	private final CleanGrain grain = new CleanGrain();
	private final LargeHoleSampler holes;
	private final int side;

	LargeHoleBatches(final PretrainingLesson.LargeHoles lesson, final long seed, final int side) {
		this.side = side;
		scenes = new ScenePool<>(seed, Scene::draw);
		holes = new LargeHoleSampler(side, lesson.smallest());
	}

	@Override
	public TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final DrawnBatch batch = new DrawnBatch(rows, side);
		for (int row = 0; row < rows; row++) {
			final float[] truth = grain.grainy(List.of(scenes.scene(step, random).patch(side, random)), random).get(0);
			final boolean[] hidden = holes.draw(random);
			final float[] start = truth.clone();
			HoleMeans.fill(start, hidden, side, Hole.of(hidden, side));
			batch.set(row, truth, start, hidden, null, 1);
			batch.setVariance(row, (float) expectedError(truth, start, hidden));
		}
		return batch.finish(0);
	}

	private static double expectedError(final float[] truth, final float[] start, final boolean[] hidden) {
		double sum = 0, squares = 0, error = 0;
		int count = 0;
		for (int i = 0; i < truth.length; i++) {
			sum += truth[i];
			squares += (double) truth[i] * truth[i];
			if (!hidden[i]) continue;
			error += (start[i] - truth[i]) * (double) (start[i] - truth[i]);
			count++;
		}
		final double mean = sum / truth.length, variance = squares / truth.length - mean * mean;
		return VARIANCE_SHARE * variance + error / count + LEAST_ERROR;
	}
}
