package org.vaerestore.host.child;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

/** What macros can't do to images or tell of them; for the macro function {@code call}. */
public final class Images {

	private Images() {}

	/** Locks the active image, as a command that works on it in another thread does. */
	public static String lock() throws InterruptedException {
		final ImagePlus image = IJ.getImage();
		final Thread other = new Thread(image::lock);
		other.start();
		other.join();
		return "";
	}

	/** Unlocks the active image. */
	public static String unlock() {
		IJ.getImage().unlock();
		return "";
	}

	/** Returns all open images. */
	static Set<ImagePlus> open() {
		final Set<ImagePlus> images = new LinkedHashSet<>();
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids)
			images.add(WindowManager.getImage(id));
		return images;
	}

	/** Describes images: two states are the same text if nothing of them has changed. */
	static String state(final Set<ImagePlus> images) {
		return images.stream().map(Images::describe).collect(Collectors.joining("\n"));
	}

	private static String describe(final ImagePlus image) {
		if (image.getProcessor() == null) return image.getTitle() + ", closed";
		int hash = 0;
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			hash = 31 * hash + hash(image.getStack().getPixels(plane));
		return image.getTitle() + " " + Arrays.toString(image.getDimensions()) + " " + image.getBitDepth() + " bit, pixels " +
			hash + ", overlay " + (image.getOverlay() == null ? 0 : image.getOverlay().size()) + ", selection " + image
				.getRoi();
	}

	private static int hash(final Object pixels) {
		return pixels instanceof byte[] bytes ? Arrays.hashCode(bytes) : pixels instanceof short[] shorts ? Arrays.hashCode(
			shorts) : pixels instanceof int[] ints ? Arrays.hashCode(ints) : Arrays.hashCode((float[]) pixels);
	}
}
