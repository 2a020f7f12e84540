package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

class TilePlanTest {

	private static final MemoryNeed NOTHING = MemoryNeed.onHeap(0);
	private static final MemoryBudget PLENTY = new MemoryBudget(1L << 50, 1L << 50, 1L << 50);

	@Test
	void thereIsRoomForTheUsualTiles() {
		for (final int threads : new int[] { 1, 2, 7, 32 }) {
			final TilePlan plan = TilePlan.of(new PlaneJob(Architecture.DEFAULT, 3000, 700, 8), NOTHING, threads, PLENTY);
			assertEquals(512, plan.tiling().core());
			assertEquals(threads, plan.threads());
		}
	}

	@RepeatedTest(50)
	void takesWhatThereIsAndNoMore(final RepetitionInfo repetition) {
		final SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
		final PlaneJob job = new PlaneJob(new Architecture(1 + random.nextInt(2), 2 + random.nextInt(4), 4 + random.nextInt(100), 8,
			1 + random.nextInt(2)), 1 + random.nextInt(30_000), 1 + random.nextInt(30_000), 1 + random.nextInt(20));
		final int threads = 1 + random.nextInt(16);
		final MemoryNeed besides = MemoryNeed.onHeap(random.nextLong(100 << 20));
		final MemoryNeed usual = TilePlan.of(job, besides, threads, PLENTY).memory();
		final MemoryNeed least = TilePlan.of(job, besides, threads, new MemoryBudget(0, 0, 0)).memory();
		assertTrue(least.all() <= usual.all(), least + " and " + usual);
		for (double share = 1; share > 0.05; share -= 0.1) {
			final MemoryBudget budget = new MemoryBudget((long) (share * usual.heap()), Long.MAX_VALUE, (long) (share * usual
				.all()));
			final TilePlan plan = TilePlan.of(job, besides, threads, budget);
			// If it doesn't fit, nothing does.
			if (!budget.covers(plan.memory())) assertEquals(least, plan.memory());
			assertTrue(plan.threads() <= threads && plan.tiling().core() <= 512, plan.toString());
		}
	}

	@Test
	void memoryDoesNotGrowWithTheHeightOfAPlane() {
		final MemoryNeed low = memory(20_000, 20_000), high = memory(20_000, 200_000), wide = memory(200_000, 20_000);
		assertEquals(low, high);
		assertTrue(wide.heap() > low.heap() && wide.beside() == low.beside(), wide + " and " + low);
	}

	private static MemoryNeed memory(final int width, final int height) {
		return TilePlan.of(new PlaneJob(Architecture.DEFAULT, width, height, 1), NOTHING, 2, PLENTY).memory();
	}
}
