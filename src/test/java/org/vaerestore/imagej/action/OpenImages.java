package org.vaerestore.imagej.action;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** Images that ImageJ holds to be open, as in a macro's batch mode, until they are closed. */
final class OpenImages implements AutoCloseable {

	private final ImagePlus[] images;
	private final boolean batchMode = Interpreter.batchMode;

	OpenImages(final ImagePlus... images) {
		this.images = images.clone();
		Interpreter.batchMode = true;
		for (final ImagePlus image : images)
			Interpreter.addBatchModeImage(image);
	}

	@Override
	public void close() {
		for (final ImagePlus image : images)
			Interpreter.removeBatchModeImage(image);
		WindowManager.setTempCurrentImage(null);
		Interpreter.batchMode = batchMode;
	}
}
