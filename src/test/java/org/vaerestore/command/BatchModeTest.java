package org.vaerestore.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.thread.ThreadService;
import org.vaerestore.imagej.TinyModel;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** Which image is the current one where there are no windows: that of the caller, before a command and after it. */
public class BatchModeTest extends ScijavaTest {

	private static BatchModeTest running;

	/** Called by the macro. */
	public static void openSample() throws Exception {
		running.run("SampleCommand", Map.of("sample", "mask"));
	}

	@AfterEach
	void closeAll() {
		for (final int id : Interpreter.getBatchModeImageIDs())
			Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void theResultIsTheCurrentImage() {
		running = this;
		assertEquals("mask.tif", IJ.runMacro("setBatchMode(true);\n newImage('before', '8-bit black', 16, 16, 1);\n" +
			"call('org.vaerestore.command.BatchModeTest.openSample');\n return getTitle();"));
	}

	/** Threads are used again, and a later command must not find what was current in a macro. */
	@Test
	void theThreadOfTheCommandForgetsIt() throws Exception {
		Interpreter.batchMode = true;
		final ImagePlus made = (ImagePlus) run("SampleCommand", Map.of("sample", "mask")).getOutput("resultImage");
		Interpreter.removeBatchModeImage(made);
		WindowManager.setTempCurrentImage(null);
		assertNull(context.service(ThreadService.class).run(WindowManager::getTempCurrentImage).get());
	}

	/** As IJ.run(image, command, options) does. */
	@Test
	void aCommandWorksOnTheImageOfItsCaller() throws Exception {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1), other = TinyModel.waves(8, 1, 2, 1);
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(other);
		try {
			WindowManager.setTempCurrentImage(image);
			assertSame(image, run("MaskCommand", Map.of("source", "saturated")).getInput("imp"));
			WindowManager.setTempCurrentImage(null);
			assertSame(other, run("MaskCommand", Map.of("source", "saturated")).getInput("imp"));
		}
		finally {
			Interpreter.removeBatchModeImage(other);
		}
	}
}
