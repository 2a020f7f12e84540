package org.vaerestore.imagej;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;

import ij.IJ;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;

/** A level of an OME-Zarr as a virtual stack, of which the planes are read when they are asked for. */
final class ZarrStack extends VirtualStack {

	/** Pixels that are read at a time. */
	private static final int MOST_PIXELS = 1 << 20;
	/** The thread of ImageJ that the sliders of a window ask for planes. */
	private static final String SLIDERS = "zSelector";

	private final Path path;
	private final int level;
	// A zip that it reads is closed when nobody has it any more: ImageJ hands stacks from one image to another.
	private final LargeImage image;

	/**
	 * Makes a stack of all planes.
	 *
	 * @param path of the OME-Zarr
	 * @param level which of its levels that is
	 */
	ZarrStack(final Path path, final int level, final LargeImage image) {
		super(image.axes().width(), image.axes().height(), null, path.toAbsolutePath().normalize().getParent() + "/");
		this.path = path;
		this.level = level;
		this.image = image;
		// ImageJ keeps the names of planes when some are deleted or moved; they are our numbers.
		for (int plane = 0; plane < image.axes().planes(); plane++)
			addSlice(Integer.toString(plane));
		setBitDepth(image.outline().getBitDepth());
	}

	Path path() {
		return path;
	}

	int level() {
		return level;
	}

	/** Returns whether all planes are there in their order. */
	boolean isWhole() {
		return getSize() == image.axes().planes() && IntStream.range(0, getSize()).allMatch(plane -> plane(plane + 1) == plane);
	}

	private int plane(final int number) {
		return Integer.parseInt(getFileName(translate(number)));
	}

	@Override
	public String getSliceLabel(final int number) {
		return image.outline().getStack().getSliceLabel(plane(number) + 1);
	}

	/**
	 * Reads a plane.
	 *
	 * @throws InputException if it is damaged, but not to a window, whose sliders would be dead then: it shows an empty plane
	 */
	@Override
	public ImageProcessor getProcessor(final int number) {
		final int plane = plane(number);
		final ImageProcessor pixels = ImageStack.create(getWidth(), getHeight(), 1, getBitDepth()).getProcessor(1);
		try {
			read(plane, pixels);
		}
		catch (final InputException e) {
			if (!EventQueue.isDispatchThread() && !Thread.currentThread().getName().equals(SLIDERS)) throw e;
			IJ.log("Plane " + number + " can't be shown. " + e.getMessage());
		}
		return pixels;
	}

	private void read(final int plane, final ImageProcessor pixels) {
		final PlaneReader reader = PlaneReader.of(image.pixels());
		final int together = Math.max(1, MOST_PIXELS / getWidth());
		for (int top = 0; top < getHeight(); top += together) {
			final Region rows = new Region(0, top, getWidth(), Math.min(together, getHeight() - top));
			final float[] values = reader.read(plane, rows);
			for (int i = 0; i < values.length; i++)
				pixels.setf(top * getWidth() + i, values[i]);
		}
		// As ImageJ's own virtual stacks: what is shown is set by the image.
		pixels.resetMinAndMax();
	}
}
