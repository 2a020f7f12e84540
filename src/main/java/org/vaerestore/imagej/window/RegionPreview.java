package org.vaerestore.imagej.window;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
 * Shows, on top of the visible part of an image, what a command would make of it, or, one after the other, the ways in which it
 * would; the pixels stay as they are, and closing leaves no trace.
 */
public final class RegionPreview implements AutoCloseable {

	/** Side of the largest region, in pixels: what takes about a second. */
	static final int MOST = 384;

	/** How long each of several results is shown. */
	private static final long STEP_MILLIS = 900;

	/** The name of what is shown, in the overlay. */
	public static final String NAME = "VAE Restore: preview";

	private final ImagePlus image;
	/** The overlay that the preview was last added to, null for none. */
	private Overlay before;
	private boolean hiddenBefore;
	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
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

		/** Returns a plane of the region's size, or a stack of them. */
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
		final int slice = image.getCurrentSlice();
		status.accept("Preview: computing...");
		worker.execute(() -> {
			try {
				final ImagePlus result = work.apply(region, new Latest(number, status));
				step(new Shown(number, result, region, slice), 1, status);
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

	/** What is shown: which of the previews, one or more planes, and where. */
	private record Shown(int number, ImagePlus results, Rectangle region, int slice) {}

	// Together with the closing, so that nothing is drawn after it.
	private synchronized void step(final Shown shown, final int index, final Consumer<String> status) {
		if (shown.number() != latest) return;
		final int count = shown.results().getStackSize();
		shown.results().setSlice(index);
		draw(shown);
		if (count == 1) {
			status.accept("Preview: the framed region is what it would look like.");
			return;
		}
		status.accept("Preview: alternative " + index + " of " + count + "; what changes is what isn't known.");
		worker.schedule(() -> step(shown, index % count + 1, status), STEP_MILLIS, TimeUnit.MILLISECONDS);
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

	private void draw(final Shown shown) {
		takeAway();
		before = image.getOverlay();
		hiddenBefore = image.getHideOverlay();
		final Rectangle region = shown.region();
		final ImageRoi picture = new ImageRoi(region.x, region.y, new ColorProcessor(shown.results().getProcessor().createImage()));
		final Roi frame = new Roi(region);
		frame.setStrokeColor(Color.YELLOW);
		for (final Roi element : List.of(picture, frame)) {
			element.setName(NAME);
			if (image.getStackSize() > 1) element.setPosition(shown.slice());
		}
		// Another overlay, as the image may be drawing the one that it has; last, so on top of a mask.
		final Overlay overlay = before == null ? new Overlay() : with(before.create(), List.of(before.toArray()));
		image.setHideOverlay(false);
		image.setOverlay(with(overlay, List.of(picture, frame)));
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
