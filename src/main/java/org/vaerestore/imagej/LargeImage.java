package org.vaerestore.imagej;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.vaerestore.setaside.SignalSearch;
import org.vaerestore.tiff.TiffImage;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.train.SparseSample;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.vae.noise.KnownNoise;
import org.vaerestore.zarr.store.Stores;

import ij.ImagePlus;
import ij.io.Opener;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image that stays on the disk: its pixels are read when they are asked for.
 * <p>
 * OME-Zarrs and uncompressed grey TIFF files can be read so, of any number and size of planes, and ImageJ's virtual stacks plane by
 * plane.
 * </p>
 */
public final class LargeImage implements AutoCloseable {

	/** Side of what is looked at to display an image, in pixels. */
	private static final int SAMPLE = 1024;

	private final ImageAxes axes;
	private final RandomAccessibleInterval<? extends RealType<?>> pixels;
	private final ImagePlus outline;
	private final Closeable source;
	private final long keptBytes;
	private final List<ImageAxes> levels;
	/** Null where it is no OME-Zarr. */
	private final ZarrOrigin zarr;
	/** Made at the first question, as there are planes that are too large for it. */
	private SignalSearch search;

	private LargeImage(final ImageAxes axes, final RandomAccessibleInterval<? extends RealType<?>> pixels,
		final ImagePlus outline, final Closeable source, final long keptBytes, final List<ImageAxes> levels, final ZarrOrigin zarr)
	{
		this.levels = levels;
		this.axes = axes;
		this.pixels = pixels;
		this.outline = outline;
		this.source = source;
		this.keptBytes = keptBytes;
		this.zarr = zarr;
	}

	private static LargeImage of(final RawPlanes planes) throws IOException {
		final ImagePlus outline = TiffFile.outline(planes.tiff(), planes.file());
		final ImageAxes counted = ImageAxes.of(outline);
		final ImageAxes axes = new ImageAxes(planes.width(), planes.height(), counted.channels(), counted.slices(), counted
			.frames(), false);
		final RawPixels pixels = new RawPixels(planes);
		return of(axes, pixels.interval(axes.stackDimensions()), outline, pixels, RawPixels.keptBytes(), List.of(axes), null);
	}

	/**
	 * Takes what was opened.
	 *
	 * @param outline as {@link #outline}
	 * @param source is closed with the image
	 * @param keptBytes memory that pixels take which were read and are kept, at most
	 * @param levels axes of all levels of a pyramid, from full resolution on, of which it is one
	 * @param zarr where it comes from if it is an OME-Zarr, or null
	 */
	static LargeImage of(final ImageAxes axes, final RandomAccessibleInterval<? extends RealType<?>> pixels, final ImagePlus outline,
		final Closeable source, final long keptBytes, final List<ImageAxes> levels, final ZarrOrigin zarr)
	{
		final LargeImage image = new LargeImage(axes, pixels, outline, source, keptBytes, levels, zarr);
		if (outline.getBitDepth() != 8 && !outline.isComposite() && outline.getDisplayRangeMax() <= outline.getDisplayRangeMin()) image
			.displayWhatIsThere();
		return image;
	}

	/**
	 * Takes a virtual stack.
	 *
	 * @param image 8-bit, 16-bit or 32-bit; its planes are read one at a time
	 */
	public static LargeImage of(final ImagePlus image) {
		return new LargeImage(ImageAxes.of(image), Pixels.realValued(image), ResultImage.outlineOf(image), () -> {}, 0, List.of(ImageAxes
			.of(image)), null);
	}

	/** Returns the same pixels with all that describes another image of these axes. */
	LargeImage describedAs(final ImagePlus other) {
		return new LargeImage(axes, pixels, ResultImage.outlineOf(other), source, keptBytes, levels, zarr);
	}

	// Of a file that doesn't say how to display it, ImageJ looks at the first plane, which is one pixel here.
	private void displayWhatIsThere() {
		final ValueRange range = range(0);
		if (range.low() < range.high()) FloatDisplay.set(outline, range.low(), range.high());
	}

	/** Returns the least and the largest value in the middle of a plane. */
	ValueRange range(final int plane) {
		final int width = Math.min(SAMPLE, axes.width()), height = Math.min(SAMPLE, axes.height());
		final long[] min = pixels.minAsLongArray(), max = pixels.maxAsLongArray();
		min[0] += (axes.width() - width) / 2;
		min[1] += (axes.height() - height) / 2;
		max[0] = min[0] + width - 1;
		max[1] = min[1] + height - 1;
		return ValueRange.of(PlaneReader.of(Views.interval(pixels, min, max)).read(plane, new Region(0, 0, width, height)));
	}

	/**
	 * Opens an OME-Zarr, or a file if it can be read so and is too large to be read whole.
	 *
	 * @throws org.vaerestore.job.InputException if it is damaged or truncated
	 */
	public static Optional<LargeImage> open(final Path path) {
		return open(path, false);
	}

	/**
	 * Opens an OME-Zarr of any store, or a file; see {@link #open(Path)}.
	 *
	 * @param path of it, or what a path makes of a URI
	 */
	public static Optional<LargeImage> open(final Path path, final Stores stores) {
		return ZarrLocation.isRemote(path) ? Optional.of(ZarrImage.open(path, stores)) : open(path);
	}

	/**
	 * Opens a file if it can be read so.
	 *
	 * @param small whether to open small ones too
	 */
	static Optional<LargeImage> open(final Path path, final boolean small) {
		if (ZarrImage.isZarr(path)) return Optional.of(ZarrImage.open(path));
		if (!Files.isRegularFile(path) || ImageReader.fileType(path) != Opener.TIFF) return Optional.empty();
		return GuardedReading.of(path, () -> {
			try (TiffImage tiff = TiffImage.open(path)) {
				final Optional<RawPlanes> planes = RawPlanes.of(path, tiff);
				if (planes.isEmpty() || !small && !TiffFile.isLarge(planes.get().bytes())) return Optional.empty();
				return Optional.of(of(planes.get()));
			}
		});
	}

	/** Returns the axes. */
	public ImageAxes axes() {
		return axes;
	}

	/** Returns the axes of all its levels, from full resolution on; of an image that has but one, its own. */
	List<ImageAxes> levels() {
		return levels;
	}

	/** Returns the pixels, as those of {@link Pixels#of}. */
	public RandomAccessibleInterval<? extends RealType<?>> pixels() {
		return pixels;
	}

	/** Returns the memory that pixels take which were read and are kept, at most. */
	long keptBytes() {
		return keptBytes;
	}

	/** Returns a mask of this image with all pixels besides that are NaN or infinite; see {@link Mask#withNaNs}. */
	public Mask withNaNs(final Mask mask) {
		return mask.withNaNs(pixels);
	}

	/**
	 * Returns the image to train on, without the pixels under the mask, which may be null: of a very large one, windows that are
	 * spread over it.
	 */
	public TrainingImage trainingImage(final Mask mask) {
		return trainingImageOf(mask == null ? null : mask.interval());
	}

	/** See the other method. */
	TrainingImage trainingImageOf(final RandomAccessibleInterval<? extends BooleanType<?>> mask) {
		if (!SparseSample.isNeeded(pixels)) return new TrainingImage(pixels, mask, outline.getTitle(), search());
		final SparseSample sample = SparseSample.of(pixels, outline.getBytesPerPixel());
		return new TrainingImage(sample.read(pixels), mask == null ? null : sample.readMask(mask), outline.getTitle());
	}

	/** Returns where it comes from if it is an OME-Zarr. */
	public Optional<ZarrOrigin> zarr() {
		return Optional.ofNullable(zarr);
	}

	/** Returns the search for pixels that can't be signal. */
	public synchronized SignalSearch search() {
		if (search == null) search = new SignalSearch(PlaneReader.of(pixels));
		return search;
	}

	/** Returns noise given in the units that the image shows in those in which it is stored. */
	public KnownNoise stored(final KnownNoise shown) {
		return NoiseOfImages.given(shown, outline);
	}

	/** Returns an image of planes of one pixel with all that describes this one. */
	public ImagePlus outline() {
		return outline;
	}

	@Override
	public void close() {
		try {
			source.close();
		}
		catch (final IOException e) {
			// It was only read.
		}
	}
}
