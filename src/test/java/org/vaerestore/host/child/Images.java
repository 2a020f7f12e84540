package org.vaerestore.host.child;

import java.util.Arrays;
import java.util.StringJoiner;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

/** What macros can't do to images or tell of them; for the macro function {@code call}. */
public final class Images {

	private Images() {}

	/** Locks the active image, as a command that works on it does. */
	public static String lock() {
		return Boolean.toString(IJ.getImage().lock());
	}

	/** Unlocks the active image. */
	public static String unlock() {
		IJ.getImage().unlock();
		return "";
	}

	/** Describes all open images: two states are the same text if nothing of them has changed. */
	public static String state() {
		final StringJoiner state = new StringJoiner("\n");
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids)
			state.add(describe(WindowManager.getImage(id)));
		return state.toString();
	}

	private static String describe(final ImagePlus image) {
		int hash = 0;
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			hash = 31 * hash + hash(image.getStack().getPixels(plane));
		return image.getTitle() + " " + Arrays.toString(image.getDimensions()) + " " + image.getBitDepth() + " bit, pixels " +
			hash + ", overlay " + (image.getOverlay() == null ? 0 : image.getOverlay().size()) + ", selection " + image
				.getRoi() + (image.isLocked() ? ", locked" : "");
	}

	private static int hash(final Object pixels) {
		return pixels instanceof byte[] bytes ? Arrays.hashCode(bytes) : pixels instanceof short[] shorts ? Arrays.hashCode(
			shorts) : pixels instanceof int[] ints ? Arrays.hashCode(ints) : Arrays.hashCode((float[]) pixels);
	}
}
