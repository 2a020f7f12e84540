package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.junit.jupiter.api.Test;

class WorkersTest {

	@Test
	void everyJobRunsOnce() {
		final AtomicIntegerArray runs = new AtomicIntegerArray(50);
		Workers.forEach(3, 50, runs::incrementAndGet);
		for (int i = 0; i < 50; i++)
			assertEquals(1, runs.get(i), "job " + i);
	}

	@Test
	void jobsRunSideBySideButNoMoreThanGranted() {
		final CountDownLatch both = new CountDownLatch(2);
		final AtomicInteger now = new AtomicInteger();
		final AtomicInteger most = new AtomicInteger();
		Workers.forEach(2, 8, job -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			both.countDown();
			// Neither of the first two comes to its end before the other has begun.
			assertTrue(within(both));
			now.decrementAndGet();
		});
		assertEquals(2, most.get());
	}

	@Test
	void withinAJobEverythingStaysOnItsThread() {
		Workers.forEach(2, 2, job -> {
			final Thread thread = Thread.currentThread();
			assertSame(thread, Workers.call(Thread::currentThread));
			final Set<Thread> threads = ConcurrentHashMap.newKeySet();
			Workers.forEach(4, 8, inner -> threads.add(Thread.currentThread()));
			assertEquals(Set.of(thread), threads);
		});
	}

	@Test
	void failuresReachTheCallerAfterAllHaveEnded() {
		final AtomicInteger running = new AtomicInteger();
		final IllegalStateException failure = assertThrows(IllegalStateException.class, () -> Workers.forEach(2, 100, job -> {
			running.incrementAndGet();
			try {
				if (job == 3) throw new IllegalStateException("job 3");
			}
			finally {
				running.decrementAndGet();
			}
		}));
		assertEquals("job 3", failure.getMessage());
		assertEquals(0, running.get());
	}

	/** An interrupted caller must not go on, and free arrays, while workers still use them. */
	@Test
	void matrixProductsTakeNoThreadsOfTheirOwn() {
		assertEquals(1, Workers.call(openblas_nolapack::blas_get_num_threads));
	}

	@Test
	void anInterruptWaitsForTheEnd() {
		final AtomicInteger done = new AtomicInteger();
		Thread.currentThread().interrupt();
		Workers.forEach(2, 4, job -> done.incrementAndGet());
		assertEquals(4, done.get());
		assertTrue(Thread.interrupted());
		assertFalse(Thread.currentThread().isInterrupted());
	}

	private static boolean within(final CountDownLatch latch) {
		try {
			return latch.await(10, java.util.concurrent.TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			return false;
		}
	}
}
