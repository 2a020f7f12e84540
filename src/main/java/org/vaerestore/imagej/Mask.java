package org.vaerestore.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.vaerestore.job.InputException;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.BooleanArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

/**
 * Which pixels of an image are to be restored.
 *
 * @param axes the axes of the image
 * @param planes true where a pixel is to be restored, row-major; one plane for all planes of the image, or one for each
 */
public record Mask(ImageAxes axes, List<boolean[]> planes) {

	/** What a mask is called in the overlay of its image. */
	public static final String NAME = "VAE Restore: mask";

	/** Keeps the planes unchangeable. */
	public Mask {
		planes = List.copyOf(planes);
		if (planes.size() != 1 && planes.size() != axes.planes()) throw new IllegalArgumentException(planes.size() +
			" mask planes for " + axes.planes());
	}

	/**
	 * Reads the mask of an image from a file or a folder of slices.
	 *
	 * @param path any image of the image's width and height, and of one plane or as many as the image has; what is shown other
	 *          than black is to be restored, of layers that are transparent here and there what is drawn on them
	 * @param invert whether the mask marks what is to be kept instead
	 * @throws InputException if it can't be read, or is of another size
	 */
	public static Mask read(final Path path, final ImagePlus image, final boolean invert) {
		final Mask mask = of(ImageReader.readLayer(path), path.toString(), image);
		return invert ? mask.inverted() : mask;
	}

	/**
	 * Takes the mask of an image from another image; see {@link #read}.
	 *
	 * @param name what to call the mask in messages
	 */
	public static Mask of(final ImagePlus mask, final String name, final ImagePlus image) {
		return of(Layer.opaque(mask), name, image);
	}

	static Mask of(final Layer layer, final String name, final ImagePlus image) {
		final ImagePlus mask = layer.image();
		final ImageAxes axes = ImageAxes.of(image);
		final ImageAxes maskAxes = ImageAxes.of(mask);
		final boolean fits = mask.getWidth() == image.getWidth() && mask.getHeight() == image.getHeight() && (maskAxes
			.planes() == 1 || maskAxes.planes() == axes.planes());
		if (!fits) throw new InputException("The mask " + name + " has " + maskAxes.describe() + ", but the image has " +
			axes.describe() + "; a mask must have the image's size, with one plane for all or one for each.");
		final List<boolean[]> planes = new ArrayList<>();
		final MaskPixels pixels = new MaskPixels(mask);
		for (int plane = 0; plane < maskAxes.planes(); plane++)
			planes.add(pixels.of(plane, layer.opacity(plane)));
		return new Mask(axes, planes);
	}

	/** Returns a mask without a pixel. */
	public static Mask none(final ImagePlus image) {
		return new Mask(ImageAxes.of(image), List.of(new boolean[image.getWidth() * image.getHeight()]));
	}

	/** Returns this mask with all pixels of its image besides that are NaN or infinite, which is no knowledge either. */
	public Mask withNaNs(final ImagePlus image) {
		if (image.getType() != ImagePlus.GRAY32) return this;
		final List<boolean[]> all = new ArrayList<>();
		boolean any = false;
		for (int plane = 0; plane < axes.planes(); plane++) {
			final float[] values = (float[]) image.getStack().getPixels(plane + 1);
			final boolean[] hidden = plane(plane).clone();
			for (int pixel = 0; pixel < values.length; pixel++)
				if (!Float.isFinite(values[pixel])) any = hidden[pixel] = true;
			all.add(hidden);
		}
		return any ? new Mask(axes, all) : this;
	}

	/** Takes the mask in an image's overlay away. */
	static void removeFrom(final ImagePlus image) {
		if (image.getOverlay() != null) image.getOverlay().remove(NAME);
	}

	/** Returns this mask with the pixels of another one of the same image besides. */
	public Mask with(final Mask other) {
		final List<boolean[]> all = new ArrayList<>();
		for (int plane = 0; plane < axes.planes(); plane++) {
			final boolean[] hidden = plane(plane).clone();
			final boolean[] added = other.plane(plane);
			for (int pixel = 0; pixel < hidden.length; pixel++)
				hidden[pixel] |= added[pixel];
			all.add(hidden);
		}
		return new Mask(axes, all);
	}

	/** Returns this mask without the pixels of another one of the same image. */
	public Mask without(final Mask other) {
		final List<boolean[]> left = new ArrayList<>();
		for (int plane = 0; plane < axes.planes(); plane++) {
			final boolean[] hidden = plane(plane).clone();
			final boolean[] removed = other.plane(plane);
			for (int pixel = 0; pixel < hidden.length; pixel++)
				hidden[pixel] &= !removed[pixel];
			left.add(hidden);
		}
		return new Mask(axes, left);
	}

	/** Returns this mask with some of its planes, and those where it marks something, inverted. */
	public Mask invertedIn(final Collection<Integer> chosen) {
		final List<boolean[]> all = new ArrayList<>();
		for (int plane = 0; plane < axes.planes(); plane++) {
			final boolean invert = chosen.contains(plane) || contains(plane(plane), true);
			all.add(invert ? inverse(plane(plane)) : plane(plane));
		}
		return new Mask(axes, all);
	}

	/** Returns the mask of all other pixels. */
	public Mask inverted() {
		final List<boolean[]> others = new ArrayList<>();
		for (final boolean[] plane : planes)
			others.add(inverse(plane));
		return new Mask(axes, others);
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
		long count = 0;
		for (final boolean[] plane : planes)
			for (final boolean hidden : plane)
				if (hidden) count++;
		return planes.size() == 1 ? count * axes.planes() : count;
	}

	/** Returns the mask of one plane of the image, counted from 0; not a copy. */
	public boolean[] plane(final int index) {
		return planes.get(planes.size() == 1 ? 0 : index);
	}

	/** Returns this mask as an interval, of the plane's dimensions or of those of the image's {@link Pixels}. */
	public RandomAccessibleInterval<NativeBoolType> interval() {
		final long[] dimensions = planes.size() == 1 ? new long[] { axes.width(), axes.height() } : axes.stackDimensions();
		final List<BooleanArray> accesses = new ArrayList<>();
		for (final boolean[] plane : planes)
			accesses.add(new BooleanArray(plane));
		final NativeBoolType type = new NativeBoolType();
		final PlanarImg<NativeBoolType, BooleanArray> mask = new PlanarImg<>(accesses, dimensions, type
			.getEntitiesPerPixel());
		mask.setLinkedType(type.getNativeTypeFactory().createLinkedType(mask));
		return axes.rgb() && planes.size() > 1 ? Views.addDimension(mask, 0, 2) : mask;
	}

	private static boolean[] inverse(final boolean[] plane) {
		final boolean[] inverse = new boolean[plane.length];
		for (int pixel = 0; pixel < plane.length; pixel++)
			inverse[pixel] = !plane[pixel];
		return inverse;
	}

	private static boolean contains(final boolean[] plane, final boolean value) {
		for (final boolean other : plane)
			if (other == value) return true;
		return false;
	}
}
