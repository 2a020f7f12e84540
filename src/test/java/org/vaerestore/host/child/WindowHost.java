package org.vaerestore.host.child;

import java.nio.file.Path;

import ij.ImageJ;

/** Starts ImageJ with its window, runs a program in it, and ends. */
public final class WindowHost {

	private WindowHost() {}

	/**
	 * Runs a program.
	 *
	 * @param args its class and its folder
	 */
	public static void main(final String[] args) {
		int exit = 1;
		try (Dialogs dialogs = Dialogs.watch()) {
			ImageJ.main(new String[0]);
			Program.named(args[0]).run(Path.of(args[1]), dialogs::takeMessages);
			exit = 0;
		}
		catch (final Exception | Error e) {
			e.printStackTrace();
		}
		// Windows would keep it running.
		System.exit(exit);
	}
}
