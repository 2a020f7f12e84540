package org.vaerestore.setaside;

import java.util.Objects;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.vae.MemoryNeed;

import net.imglib2.Interval;

/**
 * The search for the pixels of one image that can't be signal, which is done once, when somebody first asks for what it finds:
 * those who fit a model to an image, enhance it and report on that share it.
 */
public final class SignalSearch {

	private final PlaneReader reader;
	private SetAside found;
	private boolean told;

	/** Samples of values and levels, sorted and not. */
	private static final int SAMPLE_BYTES = 1 << 24;
	/** What is held of each pixel of the rows that are looked at, of each column and row of a plane, and of each single pixel. */
	private static final int BAND_BYTES = 10, LINE_BYTES = 160, SINGLE_BYTES = 24;

	/** @param reader of the image, which must not change */
	public SignalSearch(final PlaneReader reader) {
		this.reader = Objects.requireNonNull(reader, "reader");
	}

	/**
	 * Returns what is set aside; looks for it at the first call.
	 *
	 * @param progress of the search
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	public synchronized SetAside find(final Progress progress) {
		if (found == null) found = SetAside.find(reader, progress);
		return found;
	}

	/**
	 * Returns the memory that a search takes.
	 *
	 * @param image of which the size counts alone
	 */
	public static MemoryNeed memory(final Interval image) {
		final Planes planes = Planes.of(image);
		final long lines = (long) planes.width() + planes.height();
		return MemoryNeed.onHeap(SAMPLE_BYTES + BAND_BYTES * (Band.rows(planes) + 2L * Band.MARGIN) * (planes.width() + 2L *
			Band.MARGIN) + LINE_BYTES * lines + lines / Byte.SIZE * planes.count() + (long) SINGLE_BYTES * Search.most(planes));
	}

	/**
	 * Logs what is set aside, if anything is and if nobody has yet.
	 *
	 * @param title of the image, where there are others; or null
	 * @param progress takes the line
	 */
	public synchronized void tell(final String title, final Progress progress) {
		if (told || find(progress).count() == 0) return;
		told = true;
		progress.log((title == null ? "" : title + ": ") + found.describe());
	}
}
