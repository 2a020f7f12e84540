package org.vaerestore.imagej.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;
import org.vaerestore.train.ModelSize;
import org.vaerestore.train.TrainingCost;

class SessionTest {

	@Test
	void doesOneJobAtATimeAndSaysWhichOne() {
		final Session session = new Session();
		try (Session.Job job = session.begin("VAE Restore...")) {
			final InputException e = assertThrows(InputException.class, () -> session.begin("VAE Enhance..."));
			assertTrue(e.getMessage().contains("\"VAE Restore...\" is still at work") && e.getMessage().contains("Escape"), e
				.getMessage());
		}
		session.begin("VAE Enhance...").close();
	}

	@Test
	void closingAJobTwiceDoesNotEndTheNextOne() {
		final Session session = new Session();
		final Session.Job first = session.begin("VAE Restore...");
		first.close();
		try (Session.Job second = session.begin("VAE Restore...")) {
			first.close();
			assertThrows(InputException.class, () -> session.begin("VAE Enhance..."));
		}
	}

	@Test
	void ofManyAtOnceOneBegins() throws InterruptedException {
		final Session session = new Session();
		final AtomicInteger begun = new AtomicInteger();
		final CountDownLatch done = new CountDownLatch(8);
		final ExecutorService threads = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 8; i++)
			threads.execute(() -> {
				try {
					session.begin("VAE Restore...");
					begun.incrementAndGet();
				}
				catch (final InputException e) {
					// Another one was first.
				}
				finally {
					done.countDown();
				}
			});
		done.await();
		threads.shutdown();
		assertEquals(1, begun.get());
	}

	@Test
	void hasNoModelAtFirst() {
		assertEquals(Optional.empty(), new Session().model());
	}

	@Test
	void measuresWhatATrainingTakesOnce() {
		final Session session = new Session();
		final AtomicInteger measurements = new AtomicInteger();
		for (int i = 0; i < 3; i++)
			assertEquals(new TrainingCost(1, 2), session.cost(ModelSize.SMALL, () -> {
				measurements.incrementAndGet();
				return new TrainingCost(1, 2);
			}));
		assertEquals(1, measurements.get());
		assertEquals(new TrainingCost(3, 4), session.cost(ModelSize.LARGE, () -> new TrainingCost(3, 4)));
	}

	@Test
	void isOneForAllCommandsOfImageJ() {
		assertSame(Session.ofImageJ(), Session.ofImageJ());
	}
}
