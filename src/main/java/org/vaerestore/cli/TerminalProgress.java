package org.vaerestore.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.vaerestore.job.Progress;

/** Shows progress as a bar that is drawn over on a terminal, and as a line every ten seconds in a file. */
final class TerminalProgress implements Progress, AutoCloseable {

	private static final long SECOND = 1_000_000_000L;
	private static final long DRAW_EVERY = SECOND / 8;
	private static final long LINE_EVERY = 10 * SECOND;
	private static final int BAR = 24;
	private static final int WIDTH = 110;

	private final Supplier<PrintWriter> err;
	private final boolean bar;
	private final Interrupt interrupt;
	private final LongSupplier clock;
	private final long start;
	private long shown;
	private String status = "";
	private boolean drawn;

	/**
	 * @param err returns where to write, once what is to stand before is written
	 */
	TerminalProgress(final Supplier<PrintWriter> err, final boolean bar, final Interrupt interrupt, final LongSupplier clock) {
		this.err = err;
		this.bar = bar;
		this.interrupt = interrupt;
		this.clock = clock;
		this.start = clock.getAsLong();
		this.shown = start;
	}

	/** Sets what is shown behind the message of every update from now on, such as the losses. */
	synchronized void status(final String newStatus) {
		status = newStatus;
	}

	@Override
	public synchronized void update(final double fraction, final String message) {
		final long now = clock.getAsLong();
		if (now - shown < (bar ? DRAW_EVERY : LINE_EVERY)) return;
		shown = now;
		final double done = Math.max(0, Math.min(1, fraction));
		final String text = String.format(Locale.ROOT, "%3.0f %%  %s%s%s", 100 * done, timeLeft(done, now), message, status
			.isEmpty() ? "" : "  " + status);
		if (bar) draw(done, text);
		else err.get().println(text);
		err.get().flush();
	}

	@Override
	public synchronized void log(final String line) {
		clear();
		err.get().println(line);
		err.get().flush();
	}

	@Override
	public boolean isCancelled() {
		return interrupt.isRequested();
	}

	/** Removes the bar. */
	@Override
	public synchronized void close() {
		clear();
	}

	private void draw(final double done, final String text) {
		final int full = (int) Math.round(done * BAR);
		final String line = "[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + text;
		err.get().print("\r" + line.substring(0, Math.min(WIDTH, line.length())) + "\u001b[K");
		drawn = true;
	}

	private void clear() {
		if (drawn) {
			err.get().print("\r\u001b[K");
			err.get().flush();
		}
		drawn = false;
	}

	private String timeLeft(final double done, final long now) {
		if (done < 0.01) return "";
		final long seconds = Math.round((now - start) / (double) SECOND * (1 - done) / done);
		return String.format(Locale.ROOT, "%d:%02d left  ", seconds / 60, seconds % 60);
	}
}
