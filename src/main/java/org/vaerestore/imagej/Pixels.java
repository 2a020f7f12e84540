package org.vaerestore.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The pixels of an ImageJ image as an ImgLib2 interval over the same arrays, without a copy.
 *
 * <pre>
 * RandomAccessibleInterval&lt;UnsignedByteType&gt; pixels = Pixels.of(IJ.openImage("cells.tif"));
 * </pre>
 * <p>
 * Values are the stored ones: 16-bit images with a calibration function, such as signed CT, are read as ImageJ stores
 * them, from 0 to 65535. Virtual stacks are read plane by plane, and what is written to them is lost.
 * </p>
 */
public final class Pixels {

	private Pixels() {}

	/**
	 * Wraps an image.
	 *
	 * @param image 8-bit, 16-bit, 32-bit or RGB, of any number of channels, slices and frames
	 * @param <T> the pixel type: {@link UnsignedByteType}, {@link UnsignedShortType} or {@link FloatType}, as the image
	 *          has it; {@link UnsignedByteType} for RGB
	 * @return x, y, then those of channel, z and time that aren't of length 1, then red, green and blue for RGB images;
	 *         writing to it writes to the image
	 */
	@SuppressWarnings("unchecked")
	public static <T extends RealType<T>> RandomAccessibleInterval<T> of(final ImagePlus image) {
		return (RandomAccessibleInterval<T>) wrap(image);
	}

	/** Wraps an image whose type doesn't matter; see {@link #of}. */
	@SuppressWarnings("unchecked")
	public static RandomAccessibleInterval<? extends RealType<?>> realValued(final ImagePlus image) {
		return (RandomAccessibleInterval<? extends RealType<?>>) wrap(image);
	}

	/**
	 * Wraps a 32-bit image made by {@link ResultImage#floatLike}, with the axes that the image it was made for has.
	 *
	 * @param image 32-bit
	 * @param axes those of the other image; its colours are channels of this one
	 */
	static RandomAccessibleInterval<FloatType> floats(final ImagePlus image, final ImageAxes axes) {
		if (!axes.rgb()) return of(image);
		final List<FloatArray> planes = new ArrayList<>();
		for (int colour = 0; colour < 3; colour++)
			for (int plane = 0; plane < axes.planes(); plane++)
				planes.add(new FloatArray((float[]) image.getStack().getPixels(plane * 3 + colour + 1)));
		final long[] stack = axes.stackDimensions();
		final long[] dimensions = Arrays.copyOf(stack, stack.length + 1);
		dimensions[stack.length] = 3;
		return planar(planes, dimensions, new FloatType());
	}

	private static RandomAccessibleInterval<?> wrap(final ImagePlus image) {
		switch (image.getType()) {
			case ImagePlus.COLOR_256:
				throw new InputException("\"" + image.getTitle() + "\" is 8-bit colour: its pixels are numbers of palette entries, which no " +
					"arithmetic suits; use Image > Type > RGB Color, or 8-bit if it is grey.");
			case ImagePlus.GRAY8:
				return planar(image, plane -> new ByteArray((byte[]) plane), new UnsignedByteType());
			case ImagePlus.GRAY16:
				return planar(image, plane -> new ShortArray((short[]) plane), new UnsignedShortType());
			case ImagePlus.GRAY32:
				return planar(image, plane -> new FloatArray((float[]) plane), new FloatType());
			case ImagePlus.COLOR_RGB:
				return channels(planar(image, plane -> new IntArray((int[]) plane), new ARGBType()));
			default:
				throw new IllegalArgumentException("Image type " + image.getType());
		}
	}

	private static RandomAccessibleInterval<UnsignedByteType> channels(final RandomAccessibleInterval<ARGBType> colours) {
		final List<RandomAccessibleInterval<UnsignedByteType>> channels = new ArrayList<>();
		for (int colour = 0; colour < 3; colour++)
			channels.add(Converters.convert(colours, new ColourChannel(colour)));
		return Views.stack(channels);
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> planar(final ImagePlus image,
		final Function<Object, A> access, final T type)
	{
		final ImageStack stack = image.getStack();
		final List<A> planes = stack.isVirtual() ? new VirtualPlanes<>(stack, access) : planes(stack, access);
		return planar(planes, ImageAxes.of(image).stackDimensions(), type);
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> planar(final List<A> planes,
		final long[] dimensions, final T type)
	{
		final PlanarImg<T, A> planar = new PlanarImg<>(planes, dimensions, type.getEntitiesPerPixel());
		planar.setLinkedType(((NativeTypeFactory<T, A>) type.getNativeTypeFactory()).createLinkedType(planar));
		return planar;
	}

	private static <A> List<A> planes(final ImageStack stack, final Function<Object, A> access) {
		final List<A> planes = new ArrayList<>();
		for (int plane = 1; plane <= stack.getSize(); plane++)
			planes.add(access.apply(stack.getPixels(plane)));
		return planes;
	}
}
