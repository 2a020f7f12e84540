package org.vaerestore.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Does something with each of many things, on several threads, of which the calling one tells how far it is. */
public final class SideBySide {

	private final long count;
	private final LongConsumer act;
	private final Progress progress;
	private final AtomicLong next = new AtomicLong();
	private final AtomicBoolean failed = new AtomicBoolean();

	private SideBySide(final long count, final LongConsumer act, final Progress progress) {
		this.count = count;
		this.act = act;
		this.progress = progress;
	}

	/**
	 * Does something with each.
	 *
	 * @param count how many there are
	 * @param threads that do it, the calling one among them
	 * @param message that tells what is done
	 * @param act takes the number of one, from 0; it should take no long
	 * @throws CancelledException if the job is to end
	 */
	public static void forEach(final long count, final int threads, final Progress progress, final String message, final LongConsumer act) {
		final SideBySide all = new SideBySide(count, act, progress);
		final ExecutorService others = Executors.newCachedThreadPool();
		try {
			final List<Future<?>> futures = new ArrayList<>();
			for (int i = 1; i < Math.min(threads, count); i++)
				futures.add(others.submit(() -> all.work("")));
			all.work(message);
			for (final Future<?> future : futures)
				future.get();
		}
		catch (final ExecutionException | InterruptedException e) {
			throw Causes.unwrapped(e);
		}
		finally {
			all.failed.set(true);
			others.shutdown();
			awaitAll(others);
		}
	}

	/** Nothing may be written any more once this has ended; each takes no long. */
	private static void awaitAll(final ExecutorService others) {
		boolean interrupted = false;
		while (!others.isTerminated())
			try {
				others.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		if (interrupted) Thread.currentThread().interrupt();
	}

	/** Does what is left; those that the others do are no use once one has failed. */
	private void work(final String message) {
		boolean done = false;
		try {
			for (long each = next.getAndIncrement(); each < count && !failed.get(); each = next.getAndIncrement()) {
				progress.checkCancelled();
				act.accept(each);
				if (!message.isEmpty()) progress.update((double) each / count, message);
			}
			done = true;
		}
		finally {
			if (!done) failed.set(true);
		}
	}
}
