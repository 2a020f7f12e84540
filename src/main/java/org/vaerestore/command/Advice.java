package org.vaerestore.command;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.scijava.app.StatusService;
import org.vaerestore.job.InputException;

/** Tells in the status bar what the values of a dialog amount to, found out in the background. */
final class Advice implements AutoCloseable {

	private final StatusService status;
	private final AtomicInteger requests = new AtomicInteger();
	private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "VAE Restore advice");
		thread.setDaemon(true);
		return thread;
	});

	Advice(final StatusService status) {
		this.status = status;
	}

	/**
	 * Finds out what to say, unless something else is to be said before.
	 *
	 * @param text may take its time
	 */
	void request(final Supplier<String> text) {
		final int number = requests.incrementAndGet();
		worker.execute(() -> {
			if (number != requests.get()) return;
			final String found = find(text);
			if (number == requests.get()) status.showStatus(found.replace('\n', ' '));
		});
	}

	/** Says something at once. */
	void show(final String message) {
		requests.incrementAndGet();
		status.showStatus(message);
	}

	@Override
	public void close() {
		requests.incrementAndGet();
		worker.shutdown();
	}

	private static String find(final Supplier<String> text) {
		try {
			return text.get();
		}
		catch (final InputException e) {
			return e.getMessage();
		}
		// On this thread nobody else would tell.
		catch (final RuntimeException | Error e) {
			return "What this amounts to can't be told (" + e + ").";
		}
	}
}
