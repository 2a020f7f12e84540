package org.vaerestore.host.child;

import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import net.imagej.patcher.LegacyInjector;

/** Starts ImageJ without a display, patched as Fiji patches it, runs a program in it, and ends. */
public final class HeadlessHost {

	private HeadlessHost() {}

	/**
	 * Runs a program.
	 *
	 * @param args its class and its folder
	 */
	public static void main(final String[] args) throws Exception {
		// Before any class of ImageJ is loaded.
		LegacyInjector.preinit();
		Patched.run(args[0], Path.of(args[1]));
		System.exit(0);
	}

	/** A class of its own, so that the classes it names are loaded after patching. */
	private static final class Patched {

		static void run(final String program, final Path folder) throws Exception {
			// Loads the menu, without a window to put it in.
			IJ.runPlugIn("ij.IJ.init", "");
			Program.named(program).run(folder, List::of);
		}
	}
}
