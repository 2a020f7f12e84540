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
	public static void main(final String[] args) throws Exception {
		try (Dialogs dialogs = Dialogs.watch()) {
			ImageJ.main(new String[0]);
			Program.named(args[0]).run(Path.of(args[1]), dialogs::takeMessages);
		}
		System.exit(0);
	}
}
