package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.vaerestore.fill.ClassicalFill;
import org.vaerestore.fill.LocalGaussianFill;
import org.vaerestore.job.Progress;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.vae.MemoryNeed;

class LargeHolesTest {

	private static final int SIDE = 128, PICTURES = 12;
	/** Of pictures that no training has drawn. */
	private static final long SEEDS = 1L << 40;

	@Test
	void comesCloserToTheTruthThanPatchesDo() {
		double patches = 0, improved = 0;
		for (int seed = 0; seed < PICTURES; seed++) {
			final Damaged damaged = new Damaged(ProceduralPictures.scene(SIDE, SEEDS + seed), square(48, 44, 32));
			patches += Math.log10(damaged.error());
			damaged.improve();
			improved += Math.log10(damaged.error());
		}
		assertTrue(10 * (patches - improved) / PICTURES > 0.3, 10 * (patches - improved) / PICTURES + " dB");
	}

	@Test
	void leavesSmallHolesAndAllThatIsVisibleAsTheyAre() {
		final boolean[] hidden = square(20, 20, 2 * LargeHoles.LEAST_DEPTH - 2);
		final boolean[] both = square(80, 70, 30);
		for (int i = 0; i < both.length; i++)
			both[i] |= hidden[i];
		final Damaged damaged = new Damaged(ProceduralPictures.scene(SIDE, SEEDS), both);
		final float[] before = damaged.values.clone();
		damaged.improve();
		int changed = 0;
		for (int i = 0; i < before.length; i++) {
			if (hidden[i] || !both[i]) assertEquals(before[i], damaged.values[i]);
			else if (before[i] != damaged.values[i]) changed++;
		}
		assertTrue(changed > 700, changed + " of 900 pixels changed");
	}

	@Test
	void fullyTrustedPixelsStay() {
		final Damaged damaged = new Damaged(ProceduralPictures.scene(SIDE, SEEDS), square(48, 44, 32));
		Arrays.fill(damaged.trust, 1);
		final float[] before = damaged.values.clone();
		damaged.improve();
		assertArrayEquals(before, damaged.values);
	}

	private static boolean[] square(final int left, final int top, final int side) {
		final boolean[] hidden = new boolean[SIDE * SIDE];
		for (int y = top; y < top + side; y++)
			Arrays.fill(hidden, y * SIDE + left, y * SIDE + left + side, true);
		return hidden;
	}

	/** A picture whose holes patches have filled. */
	private static final class Damaged {

		private final float[] truth;
		private final boolean[] hidden;
		private final float[] values;
		private final float[] trust;

		Damaged(final float[] truth, final boolean[] hidden) {
			this.truth = truth;
			this.hidden = hidden;
			values = truth.clone();
			ClassicalFill.harmonic(values, hidden, SIDE, SIDE);
			trust = LocalGaussianFill.improve(values, hidden, SIDE, Progress.silent());
		}

		void improve() {
			final PlaneJob job = new PlaneJob(LargeHoles.ARCHITECTURE, SIDE, SIDE, 8);
			try (LargeHoles large = new LargeHoles(TilePlan.require(job, MemoryNeed.onHeap(0), 2, "testing", Progress.silent()), 8)) {
				large.improve(values, trust, hidden, SIDE, Progress.silent());
			}
		}

		double error() {
			double sum = 0;
			int count = 0;
			for (int i = 0; i < truth.length; i++)
				if (hidden[i]) {
					sum += Math.pow(values[i] - truth[i], 2);
					count++;
				}
			return sum / count;
		}
	}
}
