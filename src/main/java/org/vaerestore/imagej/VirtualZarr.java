package org.vaerestore.imagej;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.LUT;

/** OME-Zarrs as images of ImageJ: virtual stacks of one of their resolution levels, which know where they are from. */
public final class VirtualZarr {

	private static final long MOST_KEPT_BYTES = 256L << 20;
	/** Chunks that are kept of an open image take one of so many parts of the heap at most. */
	private static final int SHARE_OF_HEAP = 16;

	private VirtualZarr() {}

	/**
	 * Opens an image.
	 *
	 * @param path of an OME-Zarr: a folder, or a zip
	 * @param level which of its levels, 0 for full resolution; if none is given, the finest one of which planes fit into memory
	 * @param log is told which level that is, and which there are
	 * @return a virtual stack, never shown; a single plane is read
	 * @throws org.vaerestore.job.InputException if there is no image, or more than one, or no such level, or it can't be read
	 */
	public static ImagePlus open(final Path path, final OptionalInt level, final Consumer<String> log) {
		final int[] chosen = new int[1];
		final LargeImage image = ZarrImage.open(path, Math.min(MOST_KEPT_BYTES, heap() / SHARE_OF_HEAP), levels -> {
			chosen[0] = levels.choose(level, heap());
			log.accept(levels.describe(chosen[0]));
			return chosen[0];
		});
		final ImagePlus opened = ResultImage.withStack(displayed(image), new ZarrStack(path, chosen[0], image));
		if (chosen[0] > 0) opened.setTitle(opened.getTitle() + " level " + chosen[0]);
		opened.setFileInfo(fileInfo(path, opened));
		return opened;
	}

	/**
	 * Returns what {@link #open} would tell.
	 *
	 * @throws org.vaerestore.job.InputException as that
	 */
	public static String describe(final Path path, final OptionalInt level) {
		final StringBuilder told = new StringBuilder();
		ZarrImage.open(path, 0, levels -> {
			final int chosen = levels.choose(level, heap());
			told.append(levels.describe(chosen));
			return chosen;
		}).close();
		return told.toString();
	}

	private static long heap() {
		return Runtime.getRuntime().maxMemory();
	}

	private static FileInfo fileInfo(final Path path, final ImagePlus image) {
		final Path absolute = path.toAbsolutePath().normalize();
		final FileInfo info = image.getFileInfo();
		info.directory = absolute.getParent() + "/";
		info.fileName = absolute.getFileName().toString();
		return info;
	}

	/** Returns the outline with the channels in colours, over a range of values that is there, unless the file says how to show them. */
	private static ImagePlus displayed(final LargeImage image) {
		final ImagePlus outline = image.outline();
		final int channels = outline.getNChannels();
		if (channels == 1 || channels > CompositeImage.MAX_CHANNELS) return outline;
		final CompositeImage composite = outline instanceof CompositeImage shown ? shown : new CompositeImage(outline, IJ.COMPOSITE);
		composite.setOpenAsHyperStack(true);
		final LUT[] tables = composite.getLuts();
		for (int channel = 0; channel < channels; channel++) {
			if (outline.getBitDepth() == Byte.SIZE || tables[channel].max > tables[channel].min) continue;
			final ValueRange range = image.range(image.axes().slices() / 2 * channels + channel);
			tables[channel].min = range.low();
			tables[channel].max = range.high();
		}
		composite.setLuts(tables);
		return composite;
	}

	/**
	 * Returns the file of which an image is all, with what describes the image, if it is: opened at full resolution and, as a virtual stack,
	 * never changed.
	 */
	public static Optional<LargeImage> file(final ImagePlus image) {
		if (!(image.getStack() instanceof ZarrStack stack) || stack.level() > 0 || !stack.isWhole()) return Optional.empty();
		final LargeImage file = ZarrImage.open(stack.path());
		if (file.axes().equals(ImageAxes.of(image))) return Optional.of(file.describedAs(image));
		file.close();
		return Optional.empty();
	}

	/** Returns the axes of all levels of the OME-Zarr that an image was opened from; of another image, its own. */
	static List<ImageAxes> levels(final ImagePlus image) {
		return path(image).map(path -> {
			try (LargeImage file = ZarrImage.open(path)) {
				return file.levels();
			}
		}).orElseGet(() -> List.of(ImageAxes.of(image)));
	}

	/** Returns whether an image was opened from an OME-Zarr at less than full resolution. */
	public static boolean isReduced(final ImagePlus image) {
		if (image.getStack() instanceof ZarrStack stack) return stack.level() > 0;
		return path(image).isPresent() && levels(image).indexOf(ImageAxes.of(image)) > 0;
	}

	/** Returns the OME-Zarr that an image was opened from, as its file information says. */
	public static Optional<Path> path(final ImagePlus image) {
		if (image.getStack() instanceof ZarrStack stack) return Optional.of(stack.path());
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.directory == null || info.directory.isEmpty() || info.fileName == null) return Optional.empty();
		try {
			final Path path = Path.of(info.directory, info.fileName);
			return Files.exists(path) && ImageReader.isZarr(path) ? Optional.of(path) : Optional.empty();
		}
		catch (final InvalidPathException e) {
			// Other programs write what they like there.
			return Optional.empty();
		}
	}
}
