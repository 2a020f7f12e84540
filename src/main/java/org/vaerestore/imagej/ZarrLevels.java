package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.CompositeImage;

/**
 * The resolution levels of an OME-Zarr, of which ImageJ shows one.
 *
 * @param path of the OME-Zarr
 * @param axes of each level, from full resolution on
 * @param bits of a pixel, as ImageJ has it
 */
record ZarrLevels(Path path, List<ImageAxes> axes, int bits) {

	/** Pixels of a plane that is opened unasked; more take seconds to be read and shown. */
	private static final long MOST_PIXELS = 1L << 26;
	/** A plane of each channel may take one of so many parts of the heap. */
	private static final int SHARE_OF_HEAP = 8;

	/**
	 * Returns the level to open.
	 *
	 * @param asked by the user; if none, the finest one of which planes fit is taken
	 * @param heap bytes of memory that ImageJ has in all
	 * @throws InputException if there isn't the one that was asked for, or none fits
	 */
	int choose(final OptionalInt asked, final long heap) {
		if (asked.isEmpty()) return IntStream.range(0, axes.size()).filter(level -> fits(axes.get(level), heap)).findFirst().orElseThrow(
			() -> new InputException("The OME-Zarr " + path + " has no level of which a plane fits into an eighth of the memory, which is " +
				(heap >> 20) + " MB; give ImageJ more (Edit > Options > Memory & Threads...), or ask for a level."));
		final int level = asked.getAsInt();
		if (level < 0 || level >= axes.size()) throw new InputException("The OME-Zarr " + path + " has no level " + level + "; there " + (axes
			.size() == 1 ? "is level 0 alone." : "are levels 0 to " + (axes.size() - 1) + "."));
		requireRoom(level);
		return level;
	}

	private void requireRoom(final int level) {
		final ImageAxes plane = axes.get(level);
		if (pixels(plane) > Integer.MAX_VALUE - Byte.SIZE) throw new InputException("Level " + level + " of the OME-Zarr " + path + " has " +
			plane.describe() + ", more than ImageJ can show; open a smaller level, or give the path as input= of VAE Enhance... or VAE " +
			"Restore..., with an output=.");
		MemoryBudget.require(MemoryNeed.onHeap(bytes(plane)), "a plane of level " + level + " of " + path, "open a smaller level");
	}

	private boolean fits(final ImageAxes plane, final long heap) {
		return pixels(plane) <= MOST_PIXELS && bytes(plane) <= heap / SHARE_OF_HEAP;
	}

	private static long pixels(final ImageAxes plane) {
		return (long) plane.width() * plane.height();
	}

	/** Returns the memory of a plane of each channel that ImageJ shows together, and of the picture that it makes of them. */
	private long bytes(final ImageAxes plane) {
		return pixels(plane) * (Math.min(plane.channels(), CompositeImage.MAX_CHANNELS) * (long) bits / Byte.SIZE + Integer.BYTES);
	}

	/** Returns what a level is like, and which levels there are. */
	String describe(final int level) {
		final String described = "Level " + level + " of " + path + ": " + axes.get(level).describe() + ". There ";
		return described + (axes.size() == 1 ? "is no other one." : "are levels " + IntStream.range(0, axes.size()).mapToObj(i -> i + " (" + axes
			.get(i).width() + " x " + axes.get(i).height() + ")").collect(Collectors.joining(", ")) + ".");
	}
}
