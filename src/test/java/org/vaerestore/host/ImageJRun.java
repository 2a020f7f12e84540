package org.vaerestore.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;

/**
 * What became of macros in an ImageJ that has ended.
 *
 * @param folder where it was started
 * @param scripts what it ran
 * @param exit its exit code, or why there is none
 * @param output what it printed besides the macros' output
 */
record ImageJRun(Path folder, List<Script> scripts, String exit, String output) {

	private static final String ABORTED = "[aborted]";

	static String fileName(final int number, final String name) {
		return String.format("%03d-%s", number, name);
	}

	/** Checks that ImageJ ended by itself and showed no exception. */
	ImageJRun requireClean() {
		assertEquals("0", exit, output);
		assertTrue(!output.contains("Exception"), output);
		return this;
	}

	/** Returns what a macro returned, after checking that it went to its end. */
	String returned(final String script) {
		final String outcome = read(script, "outcome");
		assertTrue(!outcome.equals(ABORTED) && !said(script).matches("(?s).*(Exception|Macro Error).*"), script + ": " + said(script) + output);
		return outcome;
	}

	/** Returns the message with which a macro was aborted, after checking that it was. */
	String refused(final String script) {
		final String said = said(script);
		assertEquals(ABORTED, read(script, "outcome"), script + " went through, saying: " + said);
		assertTrue(!said.contains("Exception"), said);
		return said;
	}

	/** Returns what a macro said in dialogs, and printed. */
	String said(final String script) {
		return read(script, "said").strip();
	}

	/** Checks that a macro changed no image, opened none and closed none. */
	void requireImagesAsBefore(final String script) {
		assertEquals(read(script, "before"), read(script, "state"), script);
	}

	/** Returns an image that a macro saved in the folder. */
	ImagePlus image(final String name) {
		final ImagePlus image = IJ.openImage(folder.resolve(name + ".tif").toString());
		assertTrue(image != null, name + ".tif wasn't saved: " + output);
		return image;
	}

	private String read(final String script, final String what) {
		final int number = scripts.stream().map(Script::name).toList().indexOf(script);
		try {
			final Path file = folder.resolve(fileName(number, script) + "." + what);
			assertTrue(Files.exists(file), script + " wasn't run (exit " + exit + "): " + output);
			return Files.readString(file);
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}
}
