package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.WindowManager;
import ij.macro.Interpreter;

/** In a macro without windows, what a command has made is the current image of the commands after it. */
public class BatchModeTest extends ScijavaTest {

	private static BatchModeTest running;

	/** Called by the macro. */
	public static void openSample() throws Exception {
		running.run("SampleCommand", java.util.Map.of("sample", "mask"));
	}

	@AfterEach
	void closeAll() {
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void theResultIsTheCurrentImage() {
		running = this;
		assertEquals("mask.tif", IJ.runMacro("setBatchMode(true);\n newImage('before', '8-bit black', 16, 16, 1);\n" +
			"call('org.vaerestore.command.BatchModeTest.openSample');\n return getTitle();"));
	}
}
