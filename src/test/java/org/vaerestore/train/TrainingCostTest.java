package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.vae.Architecture;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

class TrainingCostTest {

	@Test
	void measuresAStep() {
		final TrainingSettings tiny = TrainingSettings.defaults().withNetwork(Pictures.TINY, 32, 2).withSeedAndThreads(1, 1);
		final TrainingCost cost = TrainingCost.measure(tiny);
		assertEquals(TrainingCost.memory(tiny).all(), cost.bytes());
		assertTrue(cost.stepSeconds() > 0 && Double.isFinite(cost.stepSeconds()), cost.toString());
	}

	@Test
	void largerModelsAndBatchesTakeMoreMemory() {
		long before = 0;
		for (final ModelSize size : ModelSize.values()) {
			final TrainingSettings settings = TrainingSettings.defaults();
			final long bytes = TrainingCost.memory(settings.withNetwork(size.architecture(), settings.patch(), settings.batch())).all();
			assertTrue(bytes > before, size + ": " + bytes);
			assertTrue(TrainingCost.memory(settings.withNetwork(size.architecture(), settings.patch(), 2 * settings.batch())).all() >
				bytes, size + ", twice the batch");
			before = bytes;
		}
	}

	@Test
	void whatFitsStaysAsItIs() {
		final List<String> lines = new ArrayList<>();
		final TrainingSettings settings = TrainingSettings.defaults();
		assertSame(settings, TrainingCost.fit(settings, MemoryNeed.onHeap(0), new Lines(lines)));
		assertEquals(List.of(), lines);
	}

	/** What a machine has is no part of it: the budget is one of 3 GB. */
	@Test
	void trainsWithFewerPatchesWhereMemoryIsShort() {
		final List<String> lines = new ArrayList<>();
		final TrainingSettings settings = TrainingSettings.defaults().withNetwork(new Architecture(2, 4, 128, 8, 2), 256, 256);
		final MemoryBudget budget = new MemoryBudget(1 << 30, 2L << 30, 3L << 30);
		final TrainingSettings fitting = TrainingCost.fit(settings, budget, new Lines(lines));
		assertTrue(fitting.batch() < 256 && 256 % fitting.batch() == 0, fitting.toString());
		assertEquals(settings, fitting.withNetwork(settings.architecture(), 256, 256));
		assertTrue(budget.covers(TrainingCost.memory(fitting)));
		assertFalse(budget.covers(TrainingCost.memory(fitting.withNetwork(settings.architecture(), 256, 2 * fitting.batch()))));
		assertEquals(List.of("Memory is short: training with " + fitting.batch() +
			" patches per step instead of 256, which learns more slowly."), lines);
	}

	@Test
	void saysWhatToDoIfNotOnePatchFits() {
		final TrainingSettings settings = TrainingSettings.defaults().withNetwork(new Architecture(1, 4, 512, 8, 8), 512, 16);
		final InputException e = assertThrows(InputException.class, () -> TrainingCost.fit(settings, new MemoryBudget(1 << 30,
			700 << 20, 1 << 30), Progress.silent()));
		assertTrue(e.getMessage().matches("There is not enough memory for training a model of 512 channels and 4 levels on " +
			"patches of 512 pixels: it takes about [0-9.]+ GB, and 1024 MB are free\\. Close other images, choose a smaller " +
			"model or smaller patches, or give Java more memory .*"), e.getMessage());
	}
}
