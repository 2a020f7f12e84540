package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrainingCostTest {

	@Test
	void measuresAStep() {
		final TrainingSettings tiny = TrainingSettings.defaults().withNetwork(Pictures.TINY, 32, 2).withSeedAndThreads(1, 1);
		final TrainingCost cost = TrainingCost.measure(tiny);
		assertEquals(TrainingCost.memory(tiny), cost.bytes());
		assertTrue(cost.stepSeconds() > 0 && Double.isFinite(cost.stepSeconds()), cost.toString());
	}

	@Test
	void largerModelsAndBatchesTakeMoreMemory() {
		long before = 0;
		for (final ModelSize size : ModelSize.values()) {
			final TrainingSettings settings = TrainingSettings.defaults();
			final long bytes = TrainingCost.memory(settings.withNetwork(size.architecture(), settings.patch(), settings.batch()));
			assertTrue(bytes > before, size + ": " + bytes);
			assertTrue(TrainingCost.memory(settings.withNetwork(size.architecture(), settings.patch(), 2 * settings.batch())) >
				bytes, size + ", twice the batch");
			before = bytes;
		}
	}
}
