package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

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

	@Test
	void anErrorReachesTheCallerAfterAllHaveEnded() {
		final CountDownLatch begun = new CountDownLatch(2);
		final AtomicInteger ended = new AtomicInteger();
		assertThrows(OutOfMemoryError.class, () -> Workers.forEach(2, 2, job -> {
			begun.countDown();
			assertTrue(within(begun));
			if (job == 0) throw new OutOfMemoryError("job 0");
			pause();
			ended.incrementAndGet();
		}));
		assertEquals(1, ended.get());
	}

	/** OpenBLAS and ND4J have one number of threads for all of Java, which others count on. */
	@Test
	void productsTakeNoThreadsOfTheirOwnAndOthersKeepTheirs() {
		Workers.run(() -> {});
		openblas_nolapack.blas_set_num_threads(2);
		Nd4j.getEnvironment().setMaxMasterThreads(2);
		// Where there are as many processors.
		final int ofBlas = openblas_nolapack.blas_get_num_threads(), ofNd4j = Nd4j.getEnvironment().maxMasterThreads();
		assumeTrue(ofBlas > 1 && ofNd4j > 1, "one processor");
		Workers.forEach(2, 4, job -> {
			assertEquals(1, openblas_nolapack.blas_get_num_threads());
			assertEquals(1, Nd4j.getEnvironment().maxMasterThreads());
		});
		assertThrows(IllegalStateException.class, () -> Workers.run(() -> {
			throw new IllegalStateException();
		}));
		assertEquals(ofBlas, openblas_nolapack.blas_get_num_threads());
		assertEquals(ofNd4j, Nd4j.getEnvironment().maxMasterThreads());
	}

	@Test
	void anInterruptReachesTheWorkThatIsWaitedForAndNoOther() throws InterruptedException {
		final CountDownLatch begun = new CountDownLatch(2);
		final AtomicInteger told = new AtomicInteger();
		final Thread caller = new Thread(() -> Workers.forEach(2, 2, job -> {
			begun.countDown();
			while (!Thread.currentThread().isInterrupted())
				Thread.onSpinWait();
			told.incrementAndGet();
		}));
		caller.start();
		assertTrue(within(begun));
		caller.interrupt();
		caller.join();
		assertEquals(2, told.get());
		Workers.forEach(2, 4, job -> assertFalse(Thread.currentThread().isInterrupted()));
	}

	/** An interrupted caller must not go on, and free arrays, while workers still use them. */
	@Test
	void anInterruptWaitsForTheEnd() {
		final AtomicInteger done = new AtomicInteger();
		Thread.currentThread().interrupt();
		Workers.forEach(2, 4, job -> done.incrementAndGet());
		assertEquals(4, done.get());
		assertTrue(Thread.interrupted());
		assertFalse(Thread.currentThread().isInterrupted());
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
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
