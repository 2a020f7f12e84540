package org.vaerestore.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into a request that the running job may answer in its own time, by writing what it has so far. */
final class Interrupt {

	private static final long PATIENCE_SECONDS = 60;

	private final CountDownLatch done = new CountDownLatch(1);
	private volatile boolean requested;

	/** Returns one that hears the end of Java being asked for, and holds it until the job has {@link #finished()}. */
	static Interrupt installed() {
		final Interrupt interrupt = new Interrupt();
		Runtime.getRuntime().addShutdownHook(new Thread(interrupt::request, "vae-restore-interrupt"));
		return interrupt;
	}

	boolean isRequested() {
		return requested;
	}

	void finished() {
		done.countDown();
	}

	private void request() {
		requested = true;
		try {
			done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
