package org.vaerestore.blocks;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.vaerestore.file.FileFailure;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.store.Store;
import org.vaerestore.zarr.store.Stores;

/**
 * What tells others that a program works on blocks of a job: a file beside the result that is written again and again.
 * <p>
 * A second program on the same blocks would do no harm, but do everything twice. A program that was killed leaves a file that is
 * not written any more; on the same machine it is known at once, on another one after two minutes.
 * </p>
 */
public final class Lease implements AutoCloseable {

	private static final String FOLDER = PlanFile.FOLDER + "/running";
	private static final Duration BEAT = Duration.ofSeconds(20), STALE = Duration.ofMinutes(2);
	private static final String ENDED = "ended";
	private static final int LONGEST = 1 << 12;

	private final Store store;
	private final String key;
	private final ScheduledExecutorService clock;

	private Lease(final Store store, final BlockShare share) {
		this.store = store;
		key = FOLDER + "/" + name(share);
		beat();
		clock = Executors.newSingleThreadScheduledExecutor(work -> {
			final Thread thread = new Thread(work, "VAE Restore job");
			thread.setDaemon(true);
			return thread;
		});
		clock.scheduleAtFixedRate(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
	}

	/**
	 * Takes blocks of a job.
	 *
	 * @param output where its result is written to
	 * @param share which blocks
	 * @throws InputException if another program works on some of them
	 */
	public static Lease take(final String output, final Stores stores, final BlockShare share) {
		try {
			final Store store = stores.open(output);
			for (final String other : store.list(FOLDER)) {
				final Optional<Holder> holder = holder(store, other);
				if (holder.isPresent() && holder.get().isAtWork() && overlap(other, share)) throw new InputException("Another program is writing " +
					store.describe("") + ": process " + holder.get().process() + " on " + holder.get().machine() + ", last heard of at " + holder.get()
						.heard() + ". Wait until it ends, end it, or choose another output.");
			}
			return new Lease(store, share);
		}
		catch (final IOException e) {
			throw new InputException("It can't be found out whether another program writes " + output + " (" + FileFailure.reason(e) +
				"); allow reading it, or choose another output.", e);
		}
	}

	private static String name(final BlockShare share) {
		return share.isAll() ? "all" : share.part() + "-of-" + share.of();
	}

	/** Shares of one division are apart from each other. */
	private static boolean overlap(final String other, final BlockShare share) {
		return other.equals(name(share)) || !other.endsWith("-of-" + share.of());
	}

	private static Optional<Holder> holder(final Store store, final String name) throws IOException {
		final Optional<byte[]> text = store.read(FOLDER + "/" + name, LONGEST);
		return text.map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n")).filter(lines -> lines.length == 3).map(
			lines -> new Holder(lines[0], lines[1], lines[2]));
	}

	private void beat() {
		write(Instant.now().toString());
	}

	private void write(final String when) {
		try {
			store.write(key, (machine() + "\n" + ProcessHandle.current().pid() + "\n" + when).getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			// Others may believe that nobody is at work; what they write has the same bits.
		}
	}

	private static String machine() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (final IOException e) {
			return "unknown";
		}
	}

	/** Gives the blocks back. */
	@Override
	public void close() {
		// An interrupt ends a job, and is not to keep it from saying so: files can't be written meanwhile.
		final boolean interrupted = Thread.interrupted();
		try (store) {
			clock.shutdownNow();
			// A beat that is being written would come after the end.
			clock.awaitTermination(BEAT.toSeconds(), TimeUnit.SECONDS);
			write(ENDED);
		}
		catch (final IOException e) {
			// All is written.
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	/** Who works on blocks. */
	private record Holder(String machine, String process, String heard) {

		boolean isAtWork() {
			if (heard.equals(ENDED)) return false;
			try {
				if (Instant.parse(heard).plus(STALE).isBefore(Instant.now())) return false;
				return !machine.equals(machine()) || ProcessHandle.of(Long.parseLong(process)).isPresent();
			}
			catch (final DateTimeParseException | NumberFormatException e) {
				return false;
			}
		}
	}
}
