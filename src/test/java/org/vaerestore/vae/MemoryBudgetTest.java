package org.vaerestore.vae;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;

class MemoryBudgetTest {

	private static final long MEGA = 1 << 20, GIGA = 1 << 30;

	/** A heap of 1 GB that has grown to 400 MB and uses 300, in a process of 1000 MB. */
	private static MemoryState state(final long machine, final long processLimit) {
		return new MemoryState(GIGA, 400 * MEGA, 300 * MEGA, machine, 1000 * MEGA, processLimit);
	}

	@Test
	void theMachineIsSharedAndTheProcessHasItsLimit() {
		assertEquals(new MemoryBudget(724 * MEGA, Long.MAX_VALUE, 7100 * MEGA), MemoryBudget.of(state(10_000 * MEGA, 0)));
		assertEquals(new MemoryBudget(724 * MEGA, 2400 * MEGA, 3100 * MEGA), MemoryBudget.of(state(10_000 * MEGA, 4000 * MEGA)));
		assertEquals(new MemoryBudget(724 * MEGA, 2400 * MEGA, 700 * MEGA), MemoryBudget.of(state(2000 * MEGA, 4000 * MEGA)));
		assertEquals(new MemoryBudget(724 * MEGA, 2400 * MEGA, 0), MemoryBudget.of(state(500 * MEGA, 4000 * MEGA)));
	}

	@RepeatedTest(200)
	void jobsThatFitKeepEveryLimit(final RepetitionInfo repetition) {
		final SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
		final long heapLimit = random.nextLong(1, 64 * GIGA), heapSize = random.nextLong(heapLimit), heapUsed = random.nextLong(
			heapSize + 1);
		final long machine = random.nextLong(GIGA / 2, 64 * GIGA);
		// What the heap has grown to need not all be resident.
		final long process = random.nextLong(heapUsed, heapUsed + 4 * GIGA);
		final long processLimit = random.nextBoolean() ? 0 : 4 * heapLimit;
		final MemoryState state = new MemoryState(heapLimit, heapSize, heapUsed, machine, process, processLimit);
		final MemoryBudget budget = MemoryBudget.of(state);
		assertTrue(budget.heap() >= 0 && budget.beside() >= 0 && budget.all() >= 0, budget.toString());
		final MemoryNeed need = new MemoryNeed(random.nextLong(2 * GIGA), random.nextLong(2 * GIGA));
		final long idle = heapSize - heapUsed;
		// Even if garbage makes the heap as large as it may be, the engine must find what it asks for.
		final boolean engineFits = processLimit == 0 || Math.max(0, process - heapSize) + heapLimit + need.beside() <= processLimit;
		final boolean fits = engineFits && heapUsed + need.heap() <= heapLimit && fits(process, idle, need, (long) (0.8 * machine)) &&
			(processLimit == 0 || fits(process, idle, need, processLimit));
		assertEquals(fits, budget.covers(need), state + ", " + need);
		if (fits) assertDoesNotThrow(() -> budget.requireRoom(need, "a test", "do less"));
		else assertThrows(InputException.class, () -> budget.requireRoom(need, "a test", "do less"));
	}

	/** What the job takes goes first into what the heap has and doesn't use, then makes the process grow. */
	private static boolean fits(final long process, final long idle, final MemoryNeed need, final long limit) {
		return Math.max(0, process - idle) + need.all() <= limit;
	}

	@Test
	void tellsWhatThereIsAndWhatToDo() {
		final MemoryBudget budget = new MemoryBudget(200 * MEGA, 3 * GIGA, 3 * GIGA);
		assertEquals("Takes about 310 MB of memory beside the image; 3.0 GB are free for it.", budget.compare(new MemoryNeed(
			250 * MEGA, 60 * MEGA)));
		final String heap = assertThrows(InputException.class, () -> budget.requireRoom(new MemoryNeed(0, 300 * MEGA),
			"the result", "apply to a slice")).getMessage();
		assertEquals("There is not enough memory for the result: it takes about 300 MB, and 200 MB are free. Close other images, " +
			"apply to a slice, or give Java more memory (Edit > Options > Memory & Threads in ImageJ, -Xmx or VAE_RESTORE_XMX " +
			"elsewhere).", heap);
		final String all = assertThrows(InputException.class, () -> budget.requireRoom(new MemoryNeed(3 * GIGA, 100 * MEGA),
			"enhancing", "use a smaller model")).getMessage();
		assertTrue(all.startsWith("There is not enough memory for enhancing: it takes about 3.1 GB, and 3.0 GB are free."), all);
		final String beside = assertThrows(InputException.class, () -> budget.requireRoom(new MemoryNeed(4 * GIGA, 100 * MEGA),
			"enhancing", "use a smaller model")).getMessage();
		assertTrue(beside.startsWith("There is not enough memory for enhancing: it takes about 4.0 GB, and 3.0 GB are"), beside);
	}

	@Test
	void thisMachineHasRoomForATileAndNoneForAWholeSky() {
		final MemoryNeed tile = LadderVae.memory(Architecture.DEFAULT, 1, 224, 224, false);
		assertTrue(MemoryBudget.now().covers(tile), tile.toString());
		MemoryBudget.require(tile, "a tile", "do less");
		assertThrows(InputException.class, () -> MemoryBudget.require(LadderVae.memory(Architecture.DEFAULT, 1, 100_000, 100_000,
			false), "a sky", "look at less"));
	}
}
