package org.vaerestore.command;

import java.lang.reflect.Field;
import java.util.Map;

import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * The active image of the thread that asks for a command: SciJava runs commands on threads of its own, while
 * {@code IJ.run(image, ...)} and macros in batch mode tell ImageJ the image of their thread alone.
 */
final class ActiveImage {

	private final ThreadService threads;

	ActiveImage(final ThreadService threads) {
		this.threads = threads;
	}

	/** Returns the image to work on, or null. */
	ImagePlus get() {
		final Thread caller = threads.getParent(Thread.currentThread());
		final ImagePlus image = caller == null ? null : imagesOfThreads().get(caller);
		return image == null ? WindowManager.getCurrentImage() : image;
	}

	/** Makes an image that has no window the active one of the caller; threads of SciJava are used again, and must forget it. */
	void set(final ImagePlus image) {
		final Thread caller = threads.getParent(Thread.currentThread());
		if (caller == null) return;
		WindowManager.setTempCurrentImage(caller, image);
		WindowManager.setTempCurrentImage(null);
	}

	// ImageJ tells each thread no more than its own.
	private static Map<?, ImagePlus> imagesOfThreads() {
		try {
			final Field table = WindowManager.class.getDeclaredField("tempImageTable");
			table.setAccessible(true);
			@SuppressWarnings("unchecked")
			final Map<?, ImagePlus> images = (Map<?, ImagePlus>) table.get(null);
			return images;
		}
		catch (final ReflectiveOperationException e) {
			// Another release of ImageJ: what is left is the image in front.
			return Map.of();
		}
	}
}
