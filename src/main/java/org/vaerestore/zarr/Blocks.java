package org.vaerestore.zarr;

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

import org.vaerestore.job.Causes;
import org.vaerestore.job.Progress;

/** Does something with each of many blocks, on several threads, of which the calling one tells how far it is. */
final class Blocks {

	private final long count;
	private final LongConsumer act;
	private final Progress progress;
	private final AtomicLong next = new AtomicLong();
	private final AtomicBoolean failed = new AtomicBoolean();

	private Blocks(final long count, final LongConsumer act, final Progress progress) {
		this.count = count;
		this.act = act;
		this.progress = progress;
	}

	static void forEach(final long count, final int threads, final Progress progress, final String message, final LongConsumer act) {
		final Blocks blocks = new Blocks(count, act, progress);
		final ExecutorService others = Executors.newCachedThreadPool();
		try {
			final List<Future<?>> futures = new ArrayList<>();
			for (int i = 1; i < Math.min(threads, count); i++)
				futures.add(others.submit(() -> blocks.work("")));
			blocks.work(message);
			for (final Future<?> future : futures)
				future.get();
		}
		catch (final ExecutionException | InterruptedException e) {
			throw Causes.unwrapped(e);
		}
		finally {
			blocks.failed.set(true);
			others.shutdown();
			awaitAll(others);
		}
	}

	/** Nothing may be written any more once this has ended; a block takes no long. */
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
			for (long block = next.getAndIncrement(); block < count && !failed.get(); block = next.getAndIncrement()) {
				progress.checkCancelled();
				act.accept(block);
				if (!message.isEmpty()) progress.update((double) block / count, message);
			}
			done = true;
		}
		finally {
			if (!done) failed.set(true);
		}
	}
}
