package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.predict.LargeHoles;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.train.PatchSource.Patch;
import org.vaerestore.train.PatchSource.SourceImage;
import org.vaerestore.train.holes.HoleSampler;
import org.vaerestore.vae.PriorUse;
import org.vaerestore.vae.TrainingBatch;

class HoleBatchesTest {

	private static final int SIDE = 32, WIDTH = 80, HEIGHT = 72;

	private final float[] waves = Pictures.waves(WIDTH, HEIGHT, 1);
	private final Normalisation normalisation = Normalisation.fit(waves, null);
	private final PatchSource source;

	HoleBatchesTest() {
		final var image = Pictures.image(waves, WIDTH, HEIGHT);
		final List<SourceImage> images = List.of(new SourceImage(PlaneReader.of(image), MaskReader.of(null, image)));
		source = new PatchSource(images, SIDE, Holdout.choose(images, 1));
	}

	/** Restoring starts from what patches say, and corrects that by the share that they leave open. */
	@Test
	void holesStartFromWhereRestoringStartsFrom() {
		final Patch patch = Patch.ofSide(SIDE);
		source.draw(new SplittableRandom(2), patch);
		patch.known()[5] = patch.trained()[5] = false;
		patch.trained()[666] = false;
		final TrainingBatch batch = batches().judge(new Patch[] { patch }, new SplittableRandom(7));
		final boolean[] hidden = new boolean[SIDE * SIDE];
		HoleSampler.of(SIDE, List.of()).draw(new SplittableRandom(7), hidden);
		hidden[5] = true;
		final float[] start = batch.target().values().clone();
		new FillWorkspace().hybrid(start, hidden, SIDE, SIDE);
		final float[] trust = LocalGaussianFill.improve(start, hidden, SIDE, Progress.silent());
		try (LargeHoles large = DamagedRegions.largeHoles(SIDE, 8)) {
			large.improve(start, trust, hidden, SIDE, Progress.silent());
		}
		assertArrayEquals(start, batch.context().values());
		double sum = 0;
		int count = 0;
		for (int i = 0; i < start.length; i++)
			if (hidden[i] && patch.trained()[i]) {
				sum += batch.weight()[i];
				count++;
			}
		assertEquals(1, sum / count, 1e-3, "the divergence of latents is weighed against as many pixels as there are");
		double open = 0;
		for (int i = 0; i < start.length; i++)
			if (hidden[i] && patch.trained()[i]) open += Math.max(0.02, (1 - trust[i]) * (1 - trust[i])) / count;
		for (int i = 0; i < start.length; i++) {
			assertEquals(trust[i], batch.context().visible()[i], 0.002);
			assertEquals(hidden[i], batch.context().visible()[i] < 1);
			final boolean counts = hidden[i] && patch.trained()[i];
			assertEquals(counts ? Math.max(0.02, (1 - trust[i]) * (1 - trust[i])) / open : 0, batch.weight()[i], 1e-3 / open, "pixel " + i);
		}
		assertEquals(0, batch.target().visible()[5]);
		assertNull(batches().opposite(new Patch[] { patch }, new SplittableRandom(7)));
	}

	/** Models of clean images enhance by hiding each fourth pixel. */
	@Test
	void someStartFromWhereEnhancingStartsFrom() {
		final int rows = 200;
		final TrainingBatch batch = batches().draw(0, rows, new SplittableRandom(5));
		int blind = 0;
		for (int row = 0; row < rows; row++) {
			final float[] visible = Arrays.copyOfRange(batch.context().visible(), row * SIDE * SIDE, (row + 1) * SIDE * SIDE);
			for (int phase = 0; phase < 4; phase++) {
				boolean all = true;
				for (int i = 0; i < visible.length; i++)
					all &= visible[i] == ((i % SIDE % 2 + 2 * (i / SIDE % 2)) == phase ? 0 : 1);
				if (all) blind++;
			}
		}
		assertTrue(blind > 0.08 * rows && blind < 0.22 * rows, blind + " of " + rows);
	}

	/** A training that goes on asks for other steps first. */
	@Test
	void aStepHasTheSameBatchWhateverWasAskedForBefore() {
		final HoleBatches first = batches(), second = batches();
		first.draw(0, 3, new SplittableRandom(1));
		assertArrayEquals(first.draw(50, 3, new SplittableRandom(3)).context().values(), second.draw(50, 3,
			new SplittableRandom(3)).context().values());
	}

	/** Patches are cut from larger parts of the image, and turned as a whole. */
	@Test
	void patchesAreCutOutWhole() {
		final Patch patch = Patch.ofSide(2 * SIDE);
		source.ofSide(2 * SIDE).draw(new SplittableRandom(4), patch);
		final boolean[] hidden = new boolean[4 * SIDE * SIDE];
		Arrays.fill(hidden, 20 * 2 * SIDE, 24 * 2 * SIDE, true);
		final DamagedPatch all = DamagedPatch.of(patch, 2 * SIDE, hidden, normalisation, new FillWorkspace(),
			DamagedRegions.largeHoles(2 * SIDE, 8));
		final DamagedPatch cut = all.cut(3, 10, SIDE, 0), turned = all.cut(3, 10, SIDE, 4);
		assertEquals(4.0 / SIDE, cut.hiddenShare());
		assertEquals(all.start()[12 * 2 * SIDE + 3 + 5], cut.start()[2 * SIDE + 5]);
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				assertEquals(cut.truth()[y * SIDE + x], turned.truth()[x * SIDE + y]);
				assertEquals(cut.trust()[y * SIDE + x], turned.trust()[x * SIDE + y]);
			}
		assertTrue(cut.hidden()[10 * SIDE] && turned.hidden()[10] && turned.trained()[10] == cut.trained()[10 * SIDE]);
	}

	/** Where the prior is sampled, all rows are, most of them with large holes, and errors come in units of what is to be expected. */
	@Test
	void samplesAreOfLargeHoles() {
		final TrainingBatch batch = batches(PriorUse.SAMPLED).draw(3, 40, new SplittableRandom(6)), plain = batches().draw(3, 40,
			new SplittableRandom(6));
		assertEquals(new TrainingBatch.Division(13, 40, 13), batch.division());
		assertEquals(new TrainingBatch.Division(40, 0, 10), plain.division());
		for (final float expected : batch.targetVariance())
			assertTrue(expected > 0);
		final double share = insideShare(batch), plainShare = insideShare(plain);
		assertTrue(share > plainShare, share + " of what is hidden is inside of holes, else " + plainShare);
	}

	/** Returns the share of hidden pixels all of whose neighbours are hidden, of patches that show something. */
	private static double insideShare(final TrainingBatch batch) {
		int inside = 0, all = 0;
		for (int row = 0; row < batch.context().rows(); row++) {
			final float[] visible = Arrays.copyOfRange(batch.context().visible(), row * SIDE * SIDE, (row + 1) * SIDE * SIDE);
			int shown = 0;
			for (final float one : visible)
				if (one == 1) shown++;
			if (shown == 0) continue;
			for (int y = 2; y < SIDE - 2; y++)
				for (int x = 2; x < SIDE - 2; x++) {
					final int i = y * SIDE + x;
					if (visible[i] == 1) continue;
					all++;
					if (visible[i - 2] < 1 && visible[i + 2] < 1 && visible[i - 2 * SIDE] < 1 && visible[i + 2 * SIDE] < 1) inside++;
				}
		}
		return (double) inside / all;
	}

	/** What is kept for validation is hidden whole, and nothing else. */
	@Test
	void judgesByWholeCells() {
		final Patch patch = Patch.ofSide(SIDE);
		source.draw(new SplittableRandom(2), patch);
		for (int i = 0; i < SIDE * SIDE; i++)
			patch.trained()[i] = i % SIDE < 20 && i / SIDE < 12;
		final TrainingBatch batch = batches(PriorUse.SAMPLED).judgeWhole(new Patch[] { patch });
		for (int i = 0; i < SIDE * SIDE; i++)
			assertEquals(i % SIDE < 20 && i / SIDE < 12, batch.weight()[i] > 0 && batch.context().visible()[i] < 1);
	}

	private HoleBatches batches() {
		return batches(PriorUse.MEAN);
	}

	private HoleBatches batches(final PriorUse prior) {
		return new HoleBatches(source, SIDE, normalisation, HoleSampler.of(SIDE, List.of()), prior, 1);
	}
}
