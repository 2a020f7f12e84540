package org.vaerestore.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.model.Normalisation;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.train.holes.LargeHoleSampler;
import org.vaerestore.train.noise.CleanGrain;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.ToldNoise;
import org.vaerestore.vae.TrainingBatch;

/**
 * Batches of procedural pictures that teach what may be behind holes, and what noise left open once it was taken away; see
 * {@link DamagedRows}.
 */
final class SampledHoleBatches implements BatchSource {

	private static final double SMALLEST = 4;

	private final PretrainingLesson.SampledHoles lesson;
	private final ScenePool<Scene> scenes;
	private final ScenePool<Scene> grained;
	private final CleanGrain grain = new CleanGrain();
	private final LargeHoleSampler large;
	private final HoleSampler all;
	private final DamagedRegions regions;
	/** Null where none are asked for. */
	private final EnhancedPatches enhanced;
	private final int side;

	SampledHoleBatches(final PretrainingLesson.SampledHoles lesson, final long seed, final int side) {
		this.lesson = lesson;
		this.side = side;
		scenes = new ScenePool<>(seed, Scene::draw);
		grained = new ScenePool<>(seed, Scene::grained);
		large = new LargeHoleSampler(side, SMALLEST);
		all = HoleSampler.of(side, List.of());
		regions = new DamagedRegions(DamagedRegions.side(side), this::region, Normalisation.NONE, this::hide, side, seed);
		enhanced = lesson.enhanced() > 0 ? new EnhancedPatches(scenes, side) : null;
	}

	@Override
	public TrainingBatch draw(final long step, final int rows, final SplittableRandom random) {
		final DamagedPatch[] patches = new DamagedPatch[rows];
		// The first rows are those that the posterior sees, too, and has little to say of what is open by a little everywhere.
		final int holes = rows - (int) Math.round(lesson.enhanced() * rows);
		for (int row = holes; row < rows; row++)
			patches[row] = enhanced.draw(step, random);
		for (int row = 0; row < holes; row++) {
			final DamagedPatch patch = regions.patch(step, random);
			patches[row] = random.nextDouble() < lesson.empty() ? patch.empty() : patch;
		}
		return DamagedRows.batch(patches, side, ToldNoise.NONE, PriorUse.SAMPLED);
	}

	private void region(final long step, final SplittableRandom random, final Patch region) {
		final int regionSide = DamagedRegions.side(side);
		final float[] values = grain.grainy(List.of((random.nextDouble() < lesson.grained() ? grained : scenes).scene(step, random).patch(regionSide, random)), random).get(0);
		System.arraycopy(values, 0, region.values(), 0, values.length);
		Arrays.fill(region.known(), true);
		Arrays.fill(region.trained(), true);
	}

	@Override
	public void close() {
		if (enhanced != null) enhanced.close();
		regions.close();
	}

	private void hide(final SplittableRandom random, final boolean[] hidden) {
		if (random.nextDouble() < lesson.large()) System.arraycopy(large.draw(random), 0, hidden, 0, hidden.length);
		else all.draw(random, hidden);
	}
}
