package org.vaerestore.imagej;

import ij.ImagePlus;
import ij.Undo;
import ij.gui.Overlay;

/** Changes an image in place, so that Edit&gt;Undo takes it back where ImageJ can. */
public final class InPlace {

	private InPlace() {}

	/**
	 * Changes pixels and overlay of an image, and shows the change.
	 * <p>
	 * ImageJ's Undo takes back the current plane and the overlay; it has none for other planes of a stack.
	 * </p>
	 *
	 * @param change writes into the arrays that the image has
	 */
	public static void change(final ImagePlus image, final Runnable change) {
		// Undo leaves the overlay alone unless there was one.
		if (image.getOverlay() == null) image.setOverlay(new Overlay());
		image.getProcessor().snapshot();
		Undo.reset();
		Undo.saveOverlay(image);
		Undo.setup(Undo.FILTER, image);
		change.run();
		image.changes = true;
		image.updateAndDraw();
	}
}
