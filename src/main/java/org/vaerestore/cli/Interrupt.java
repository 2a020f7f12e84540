package org.vaerestore.cli;

import java.io.PrintStream;

import sun.misc.Signal;

/**
 * Turns Ctrl-C into a request that the running job answers in its own time, by keeping what it has so far.
 * <p>
 * A signal handler and not a shutdown hook, because Java that shuts down refuses much of what keeping a result needs.
 * </p>
 */
final class Interrupt {

	/** What shells report for a program that Ctrl-C ended. */
	private static final int ENDED_BY_CTRL_C = 130;

	private volatile boolean requested;

	/** Returns one that hears Ctrl-C and a polite kill; a second one ends Java at once. */
	static Interrupt installed(final PrintStream err) {
		final Interrupt interrupt = new Interrupt();
		for (final String name : new String[] { "INT", "TERM" }) {
			try {
				Signal.handle(new Signal(name), signal -> interrupt.request(err));
			}
			catch (final IllegalArgumentException e) {
				// Java was told to leave this signal alone, so it ends Java as ever.
			}
		}
		return interrupt;
	}

	boolean isRequested() {
		return requested;
	}

	private void request(final PrintStream err) {
		if (requested) Runtime.getRuntime().halt(ENDED_BY_CTRL_C);
		requested = true;
		err.println();
		err.println("Stopping; once more to stop without keeping anything.");
	}
}
