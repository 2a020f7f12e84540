package org.vaerestore.imagej.window;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;

/**
 * Shows, on top of the visible part of an image, what a command would make of it; the pixels stay as they are, and closing
 * leaves no trace.
 */
public final class RegionPreview implements AutoCloseable {

	/** Side of the largest region, in pixels: what takes about a second. */
	static final int MOST = 384;

	/** The name of what is shown, in the overlay. */
	public static final String NAME = "VAE Restore: preview";

	private final ImagePlus image;
	/** The overlay that the preview was last added to, null for none. */
	private Overlay before;
	private boolean hiddenBefore;
	private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "VAE Restore preview");
		thread.setDaemon(true);
		return thread;
	});
	private volatile int latest;

	/** Prepares the preview on an image that is shown. */
	public RegionPreview(final ImagePlus image) {
		this.image = image;
	}

	/** Makes of a region of the image's current plane what a command would make of it. */
	public interface Work {

		/** Returns a plane of the region's size. */
		ImagePlus apply(Rectangle region, Progress progress);
	}

	/**
	 * Computes and shows the visible region; a computation that is still running is cancelled.
	 *
	 * @param status takes what to tell the user, on any thread
	 */
	public void show(final Work work, final Consumer<String> status) {
		final int number = ++latest;
		final Rectangle region = visibleRegion();
		status.accept("Preview: computing...");
		worker.execute(() -> {
			try {
				final ImagePlus result = work.apply(region, new Latest(number, status));
				if (draw(number, result, region)) status.accept("Preview: the framed region is what it would look like.");
			}
			catch (final CancelledException e) {
				// A newer one has been asked for, or none is wanted any more.
			}
			catch (final InputException e) {
				if (number == latest) status.accept(e.getMessage());
			}
			// On this thread nobody else would tell, and the preview would seem to go on for ever.
			catch (final RuntimeException | Error e) {
				if (number == latest) status.accept("Preview: failed unexpectedly (" + e + ").");
			}
		});
	}

	/** Takes the preview away, and nothing that was put beside it meanwhile. */
	@Override
	public synchronized void close() {
		latest++;
		worker.shutdown();
		takeAway();
	}

	private void takeAway() {
		final Overlay shown = image.getOverlay();
		if (shown == null) return;
		final List<Roi> others = Arrays.stream(shown.toArray()).filter(element -> !NAME.equals(element.getName())).toList();
		if (others.size() == shown.size()) return;
		if (isMadeOf(before, others)) image.setOverlay(before);
		else image.setOverlay(others.isEmpty() ? null : with(shown.create(), others));
		if (hiddenBefore) image.setHideOverlay(true);
	}

	private static boolean isMadeOf(final Overlay overlay, final List<Roi> elements) {
		if (overlay == null || overlay.size() != elements.size()) return overlay == null && elements.isEmpty();
		for (int i = 0; i < elements.size(); i++)
			if (overlay.get(i) != elements.get(i)) return false;
		return true;
	}

	private static Overlay with(final Overlay overlay, final List<Roi> elements) {
		elements.forEach(overlay::add);
		return overlay;
	}

	// Together with the closing, so that nothing is drawn after it.
	private synchronized boolean draw(final int number, final ImagePlus result, final Rectangle region) {
		if (number != latest) return false;
		takeAway();
		before = image.getOverlay();
		hiddenBefore = image.getHideOverlay();
		final ImageRoi picture = new ImageRoi(region.x, region.y, new ColorProcessor(result.getProcessor().createImage()));
		final Roi frame = new Roi(region);
		frame.setStrokeColor(Color.YELLOW);
		for (final Roi element : List.of(picture, frame)) {
			element.setName(NAME);
			if (image.getStackSize() > 1) element.setPosition(image.getCurrentSlice());
		}
		// Another overlay, as the image may be drawing the one that it has; last, so on top of a mask.
		final Overlay overlay = before == null ? new Overlay() : with(before.create(), List.of(before.toArray()));
		image.setHideOverlay(false);
		image.setOverlay(with(overlay, List.of(picture, frame)));
		return true;
	}

	private Rectangle visibleRegion() {
		final Rectangle plane = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		final Rectangle visible = image.getCanvas() == null ? plane : image.getCanvas().getSrcRect().intersection(plane);
		final int width = Math.min(MOST, visible.width);
		final int height = Math.min(MOST, visible.height);
		return new Rectangle(visible.x + (visible.width - width) / 2, visible.y + (visible.height - height) / 2, width,
			height);
	}

	/** Cancelled as soon as there is a newer one. */
	private final class Latest implements Progress {

		private final int number;
		private final Consumer<String> status;

		Latest(final int number, final Consumer<String> status) {
			this.number = number;
			this.status = status;
		}

		@Override
		public void update(final double fraction, final String message) {}

		@Override
		public void log(final String line) {
			status.accept(line);
		}

		@Override
		public boolean isCancelled() {
			return number != latest;
		}
	}
}
