package org.vaerestore.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.vaerestore.blocks.StoredValues;
import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;
import org.vaerestore.zarr.HyperstackAxes;
import org.vaerestore.zarr.OmeImage;
import org.vaerestore.zarr.OmeZarr;
import org.vaerestore.zarr.array.CellCache;
import org.vaerestore.zarr.array.DataType;
import org.vaerestore.zarr.store.Keys;
import org.vaerestore.zarr.store.Stores;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;

/**
 * The full resolution of an OME-Zarr as ImageJ would hold it: planes of 8, 16 or 32 bit, by channel, slice and frame.
 * <p>
 * Values of 16 bit with a sign are raised by half of the range, as ImageJ stores them; what ImageJ has no type for is 32-bit
 * floating point.
 * </p>
 */
final class ZarrImage {

	/** Bytes of chunks that are kept. */
	private static final long KEPT_BYTES = 256L << 20;
	private static final int NAMED = 5;

	private ZarrImage() {}

	/** Returns whether a path leads to a Zarr: a folder that is one, a file of metadata in one, or a zip that is called so. */
	static boolean isZarr(final Path path) {
		if (ZarrLocation.isRemote(path)) return true;
		if (Files.isDirectory(path)) return isOutput(path) || Keys.METADATA.stream().anyMatch(file -> Files.exists(path.resolve(file)));
		final String name = name(path).toLowerCase(Locale.ROOT);
		return Keys.METADATA.contains(name) || name.endsWith(".zarr.zip") || name.endsWith(".zarr");
	}

	/** Returns whether a path asks for an OME-Zarr to be written there. */
	static boolean isOutput(final Path path) {
		return OutputPath.extension(path).equals("zarr");
	}

	/**
	 * Opens an image.
	 *
	 * @throws InputException if there is none, or more than one, or it can't be read
	 */
	static LargeImage open(final Path path) {
		return open(path, Stores.local());
	}

	/** Opens an image of any store; see {@link #open(Path)}. */
	static LargeImage open(final Path path, final Stores stores) {
		return open(path, stores, KEPT_BYTES, image -> image, levels -> 0);
	}

	/**
	 * Opens a level of an image.
	 *
	 * @param keptBytes of chunks that are kept
	 * @param choice which of its levels
	 * @throws InputException as {@link #open(Path)}, or by the choice
	 */
	static LargeImage open(final Path path, final long keptBytes, final ToIntFunction<ZarrLevels> choice) {
		return open(path, Stores.local(), keptBytes, image -> image, choice);
	}

	/**
	 * Opens a label image of an image.
	 *
	 * @throws InputException as {@link #open(Path)}, or if there is none of that name
	 */
	static LargeImage openLabel(final Path path, final String label) {
		return open(path, Stores.local(), KEPT_BYTES, image -> image.label(label), levels -> 0);
	}

	/** Opens what a path, or a URI, leads to. */
	static OmeZarr zarr(final Path path, final Stores stores) {
		return ZarrLocation.isRemote(path) ? OmeZarr.open(ZarrLocation.of(path), stores) : OmeZarr.open(path);
	}

	private static LargeImage open(final Path path, final Stores stores, final long keptBytes, final UnaryOperator<OmeImage> part,
		final ToIntFunction<ZarrLevels> choice)
	{
		final OmeZarr zarr = zarr(path, stores);
		try {
			final OmeImage image = part.apply(only(zarr, path));
			final HyperstackAxes which = HyperstackAxes.of(image);
			final List<OmeImage> levels = IntStream.range(0, image.levels().size()).mapToObj(level -> from(image, level)).toList();
			final List<ImageAxes> axes = levels.stream().map(level -> axes(level, which, path)).toList();
			final int level = choice.applyAsInt(new ZarrLevels(path, axes, ZarrOutline.bits(type(image))));
			return LargeImage.of(axes.get(level), StoredValues.of(type(image), pixels(levels.get(level), keptBytes)), ZarrOutline.of(levels.get(
				level), which, axes.get(level), title(path)), zarr, keptBytes, axes, new ZarrOrigin(ZarrJobs.location(path), levels.get(level)));
		}
		catch (final RuntimeException | Error e) {
			zarr.close();
			throw e;
		}
	}

	/**
	 * Reads an image whole.
	 *
	 * @throws InputException as {@link #open}, or if there isn't memory enough
	 */
	static ImagePlus read(final Path path) {
		try (LargeImage image = open(path)) {
			final ImageAxes axes = image.axes();
			MemoryBudget.require(MemoryNeed.onHeap((long) axes.width() * axes.height() * axes.planes() * image.outline().getBytesPerPixel()),
				"reading " + path, "write the result as .ome.zarr or .tif, plane by plane, or use a part of the image");
			final PlaneReader reader = PlaneReader.of(image.pixels());
			return ResultImage.withPlanes(image.outline(), axes, plane -> reader.read(plane, reader.planes().whole()));
		}
	}

	/** Returns an image of a level and those that are smaller. */
	private static OmeImage from(final OmeImage image, final int level) {
		return new OmeImage(image.name(), image.axes(), image.levels().subList(level, image.levels().size()), image.channels(), image
			.node());
	}

	static DataType type(final OmeImage image) {
		return image.levels().get(0).array().type();
	}

	/** Returns what to call an image: by the file that it is in, and, if that has many, by its path in there. */
	private static String title(final Path path) {
		final Path absolute = path.toAbsolutePath().normalize();
		for (Path file = absolute.getParent(); file != null && file.getFileName() != null; file = file.getParent())
			if (isOutput(file)) return file.getFileName() + " - " + file.relativize(absolute).toString().replace('\\', '/');
		return name(path);
	}

	/** Returns the name of what a path leads to, also of one such as ".". */
	private static String name(final Path path) {
		final Path name = path.toAbsolutePath().normalize().getFileName();
		return name == null ? "" : name.toString();
	}

	/** Returns the pixels of full resolution: x, y, and channels, slices and frames as far as there are several. */
	static RandomAccessibleInterval<? extends RealType<?>> pixels(final OmeImage image) {
		return pixels(image, KEPT_BYTES);
	}

	private static RandomAccessibleInterval<? extends RealType<?>> pixels(final OmeImage image, final long keptBytes) {
		return Cast.unchecked(HyperstackAxes.of(image).arranged(image.pixels(new CellCache(keptBytes))));
	}

	/** Returns the one image that there is. */
	static OmeImage only(final OmeZarr zarr, final Path path) {
		return zarr.image(only(zarr.images(), path));
	}

	private static String only(final List<String> images, final Path path) {
		if (images.size() > 1) throw new InputException("The OME-Zarr " + path + " has " + images.size() + " images (" + String.join(", ",
			images.subList(0, Math.min(NAMED, images.size()))) + (images.size() > NAMED ? ", ..." : "") + "); give the path of one, such as " + path
				.resolve(images.get(0)) + ".");
		return images.get(0);
	}

	private static ImageAxes axes(final OmeImage image, final HyperstackAxes which, final Path path) {
		final long[] dimensions = image.levels().get(0).array().dimensions();
		final long[] lengths = IntStream.of(0, 1, which.channel(), which.slice(), which.frame()).mapToLong(axis -> axis < 0 ? 1
			: dimensions[axis]).toArray();
		final double planes = (double) lengths[2] * lengths[3] * lengths[4];
		if (Math.max(planes, Math.max(lengths[0], lengths[1])) > Integer.MAX_VALUE) throw new InputException(String.format(Locale.ROOT,
			"The OME-Zarr %s has %,.0f planes of %,d x %,d pixels; at most %,d planes, rows and columns are read. Give a part of it.", path,
			planes, lengths[0], lengths[1], Integer.MAX_VALUE));
		return new ImageAxes((int) lengths[0], (int) lengths[1], (int) lengths[2], (int) lengths[3], (int) lengths[4], false);
	}
}
