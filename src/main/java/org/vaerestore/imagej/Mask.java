package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.StackMask;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * Which pixels of an image are to be restored.
 *
 * @param axes the axes of the image
 * @param planes one plane for all planes of the image, or one for each
 * @param complete whether all pixels of the image that are NaN or infinite are known to be in it
 */
public record Mask(ImageAxes axes, List<PlaneMask> planes, boolean complete) {

	/** What a mask is called in the overlay of its image. */
	public static final String NAME = "VAE Restore: mask";

	/** Keeps the planes unchangeable. */
	public Mask {
		planes = List.copyOf(planes);
		if (planes.size() != 1 && planes.size() != axes.planes()) throw new IllegalArgumentException(planes.size() +
			" mask planes for " + axes.planes());
	}

	/** Creates a mask of an image that may have more pixels that are NaN or infinite. */
	public Mask(final ImageAxes axes, final List<PlaneMask> planes) {
		this(axes, planes, false);
	}

	/**
	 * Creates a mask from arrays.
	 *
	 * @param planes true where a pixel is to be restored, row by row
	 */
	public static Mask ofPixels(final ImageAxes axes, final List<boolean[]> planes) {
		return new Mask(axes, planes.stream().map(plane -> PlaneMask.of(plane, axes.width())).toList());
	}

	/**
	 * Reads the mask of an image from a file or a folder of slices.
	 *
	 * @param path any image of the image's width and height, and of one plane, as many as the image has, or one for all channels of
	 *          each; what is shown other than black is to be restored, of layers that are transparent here and there what is drawn on them
	 * @param invert whether the mask marks what is to be kept instead
	 * @throws InputException if it can't be read, or is of another size
	 */
	public static Mask read(final Path path, final ImagePlus image, final boolean invert) {
		return read(path, ImageAxes.of(image), VirtualZarr.levels(image), invert);
	}

	/** Reads the mask of an image of such axes; see {@link #read(Path, ImagePlus, boolean)}. */
	public static Mask read(final Path path, final ImageAxes axes, final boolean invert) {
		return read(path, axes, List.of(axes), invert);
	}

	/** Reads the mask of an image; see {@link #read(Path, ImagePlus, boolean)}. */
	public static Mask read(final Path path, final LargeImage image, final boolean invert) {
		return read(path, image.axes(), image.levels(), invert);
	}

	private static Mask read(final Path path, final ImageAxes axes, final List<ImageAxes> levels, final boolean invert) {
		final Mask mask = LargeImage.open(path).map(large -> of(large, path.toString(), axes, levels)).orElseGet(() -> of(ImageReader
			.readLayer(path), path.toString(), axes, levels));
		return invert ? mask.inverted() : mask;
	}

	/**
	 * Reads the mask of an image from a label image of an OME-Zarr: where there is a label is to be restored; see
	 * {@link #read(Path, ImagePlus, boolean)}.
	 *
	 * @param zarr path of the OME-Zarr
	 * @param label name of the label image
	 */
	public static Mask readLabel(final Path zarr, final String label, final ImagePlus image, final boolean invert) {
		return readLabel(zarr, label, ImageAxes.of(image), VirtualZarr.levels(image), invert);
	}

	/** Reads the mask of an image from a label image; see {@link #readLabel(Path, String, ImagePlus, boolean)}. */
	public static Mask readLabel(final Path zarr, final String label, final LargeImage image, final boolean invert) {
		return readLabel(zarr, label, image.axes(), image.levels(), invert);
	}

	private static Mask readLabel(final Path zarr, final String label, final ImageAxes axes, final List<ImageAxes> levels,
		final boolean invert)
	{
		final Mask mask = of(ZarrImage.openLabel(zarr, label), "labels/" + label, axes, levels);
		return invert ? mask.inverted() : mask;
	}

	/**
	 * Takes the mask of an image from another image; see {@link #read}.
	 *
	 * @param name what to call the mask in messages
	 */
	public static Mask of(final ImagePlus mask, final String name, final ImagePlus image) {
		return of(Layer.opaque(mask), name, ImageAxes.of(image), VirtualZarr.levels(image));
	}

	private static Mask of(final Layer layer, final String name, final ImageAxes axes, final List<ImageAxes> levels) {
		final ImageAxes maskAxes = ImageAxes.of(layer.image());
		final MaskFit fit = new MaskFit(maskAxes, axes);
		fit.require(name, List.of(maskAxes), levels);
		final List<PlaneMask> planes = new ArrayList<>();
		final MaskPixels pixels = new MaskPixels(layer.image());
		for (int plane = 0; plane < maskAxes.planes(); plane++)
			planes.add(PlaneMask.of(pixels.of(plane, layer.opacity(plane)), axes.width()));
		return new Mask(axes, fit.spread(planes));
	}

	/** Reads a mask that is too large for memory, some rows at a time. */
	private static Mask of(final LargeImage layer, final String name, final ImageAxes axes, final List<ImageAxes> levels) {
		try (layer) {
			final MaskFit fit = new MaskFit(layer.axes(), axes);
			fit.require(name, layer.levels(), levels);
			final List<PlaneMask> planes = new ArrayList<>();
			final MaskPixels pixels = new MaskPixels(layer.outline());
			final PlaneReader reader = PlaneReader.of(layer.pixels());
			for (int plane = 0; plane < layer.axes().planes(); plane++)
				planes.add(reader.where(plane, pixels::isMarked));
			return new Mask(axes, fit.spread(planes));
		}
	}

	/** Returns a mask without a pixel. */
	public static Mask none(final ImagePlus image) {
		return none(ImageAxes.of(image));
	}

	private static Mask none(final ImageAxes axes) {
		return new Mask(axes, List.of(PlaneMask.none(axes.width(), axes.height())));
	}

	/**
	 * Returns this mask with all pixels of its image besides that are NaN or infinite, which is no knowledge either. Only 32-bit
	 * images have any; all planes of these are looked at, once for a mask.
	 */
	public Mask withNaNs(final ImagePlus image) {
		return image.getType() == ImagePlus.COLOR_RGB ? new Mask(axes, planes, true) : withNaNs(Pixels.realValued(image));
	}

	Mask withNaNs(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		if (complete || pixels.getType() instanceof IntegerType) return new Mask(axes, planes, true);
		final PlaneReader reader = PlaneReader.of(pixels);
		final List<PlaneMask> all = new ArrayList<>();
		boolean any = false;
		for (int plane = 0; plane < axes.planes(); plane++) {
			final PlaneMask noNumbers = reader.where(plane, value -> !Float.isFinite(value));
			any |= !noNumbers.isEmpty();
			all.add(plane(plane).or(noNumbers));
		}
		return new Mask(axes, any ? all : planes, true);
	}

	/** Takes the mask in an image's overlay away. */
	static void removeFrom(final ImagePlus image) {
		if (image.getOverlay() != null) image.getOverlay().remove(NAME);
	}

	/** Returns this mask with the pixels of another one of the same image besides. */
	public Mask with(final Mask other) {
		return combined(other, PlaneMask::or);
	}

	/** Returns this mask without the pixels of another one of the same image. */
	public Mask without(final Mask other) {
		return combined(other, PlaneMask::without);
	}

	private Mask combined(final Mask other, final BinaryOperator<PlaneMask> how) {
		final List<PlaneMask> all = new ArrayList<>();
		for (int plane = 0; plane < Math.max(planes.size(), other.planes.size()); plane++)
			all.add(how.apply(plane(plane), other.plane(plane)));
		return new Mask(axes, all);
	}

	/** Returns this mask with some of its planes, and those where it marks something, inverted. */
	public Mask invertedIn(final Collection<Integer> chosen) {
		final List<PlaneMask> all = new ArrayList<>();
		for (int plane = 0; plane < axes.planes(); plane++) {
			final boolean invert = chosen.contains(plane) || !plane(plane).isEmpty();
			all.add(invert ? plane(plane).inverse() : plane(plane));
		}
		return new Mask(axes, all);
	}

	/** Returns the mask of all other pixels. */
	public Mask inverted() {
		return new Mask(axes, planes.stream().map(PlaneMask::inverse).toList());
	}

	/**
	 * Checks that there is something to restore, and something to restore it from.
	 *
	 * @param name what to call the mask in the message
	 * @throws InputException if no pixel is masked or all are
	 */
	public void requireSense(final String name) {
		final long count = count();
		final long all = (long) axes.width() * axes.height() * axes.planes();
		if (count == 0) throw new InputException("There is nothing to restore: the mask " + name +
			" marks no pixel; set the pixels to restore to 255.");
		if (count == all) throw new InputException("The mask " + name + " covers all " + all +
			" pixels, so nothing is known to restore them from; set the pixels to keep to 0.");
	}

	/** Returns the number of pixels of the whole image that are to be restored. */
	public long count() {
		final long count = planes.stream().mapToLong(PlaneMask::count).sum();
		return planes.size() == 1 ? count * axes.planes() : count;
	}

	/** Returns the mask of one plane of the image, counted from 0. */
	public PlaneMask plane(final int index) {
		return planes.get(planes.size() == 1 ? 0 : index);
	}

	/** Returns this mask as an interval with the dimensions of the image's {@link Pixels}. */
	public StackMask interval() {
		final long[] stack = axes.stackDimensions();
		if (!axes.rgb()) return new StackMask(stack, planes, complete);
		final long[] dimensions = Arrays.copyOf(stack, stack.length + 1);
		dimensions[stack.length] = 3;
		return new StackMask(dimensions, planes, complete);
	}
}
