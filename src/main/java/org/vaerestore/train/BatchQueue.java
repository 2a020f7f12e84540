package org.vaerestore.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

import org.vaerestore.job.Causes;
import org.vaerestore.vae.TrainingBatch;

/** Prepares the batch of the next step on a thread of its own while this one trains. */
final class BatchQueue implements AutoCloseable {

	private final LongFunction<TrainingBatch> maker;
	private final Runnable end;
	private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "VAE Restore batches");
		thread.setDaemon(true);
		return thread;
	});
	private CompletableFuture<TrainingBatch> next;
	private long nextStep = -1;

	/**
	 * Creates a queue; the maker runs on its thread alone.
	 *
	 * @param end what to do on that thread at last
	 */
	BatchQueue(final LongFunction<TrainingBatch> maker, final Runnable end) {
		this.maker = maker;
		this.end = end;
	}

	TrainingBatch batch(final long step) {
		final TrainingBatch batch = await(nextStep == step ? next : prepare(step));
		next = prepare(step + 1);
		nextStep = step + 1;
		return batch;
	}

	private static TrainingBatch await(final CompletableFuture<TrainingBatch> batch) {
		try {
			return batch.join();
		}
		catch (final CompletionException e) {
			throw Causes.unwrapped(e);
		}
	}

	@Override
	public void close() {
		executor.execute(end);
		executor.shutdown();
	}

	private CompletableFuture<TrainingBatch> prepare(final long step) {
		return CompletableFuture.supplyAsync(() -> maker.apply(step), executor);
	}
}
