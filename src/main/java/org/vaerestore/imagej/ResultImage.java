package org.vaerestore.imagej;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** Makes the images that results are written into, with everything that describes their input. */
public final class ResultImage {

	private static final int BRIGHTEST = 255;

	private ResultImage() {}

	/**
	 * Copies an image with its pixels, type, axes, calibration, lookup tables, display range, slice labels, overlay and
	 * properties; never shown, never virtual.
	 *
	 * @throws InputException if there isn't memory enough
	 */
	public static ImagePlus copyOf(final ImagePlus source, final String title) {
		final ImageStack pixels = source.getStack();
		MemoryBudget.require(MemoryNeed.onHeap(bytes(source, source.getBytesPerPixel())), "the result",
			"apply to a slice or a part of it");
		final ImageStack stack = new ImageStack(pixels.getWidth(), pixels.getHeight());
		for (int plane = 1; plane <= pixels.getSize(); plane++)
			stack.addSlice(pixels.getSliceLabel(plane), pixels.getProcessor(plane).duplicate());
		final Calibration calibration = source.getCalibration().copy();
		final ImagePlus copy = describedAs(source, ofStack(title, stack), calibration);
		return withDisplay(source, copy);
	}

	/** Makes an image of planes of one pixel, 0, with all that describes another image. */
	static ImagePlus outlineOf(final ImagePlus source) {
		final ImageStack stack = new ImageStack(1, 1);
		for (int plane = 1; plane <= source.getStackSize(); plane++)
			stack.addSlice(source.getStack().getSliceLabel(plane), ImageStack.create(1, 1, 1, source.getBitDepth()).getProcessor(
				1));
		return withDisplay(source, describedAs(source, ofStack(source.getTitle(), stack), source.getCalibration().copy()));
	}

	/**
	 * Makes an image of planes with all that describes their outline.
	 *
	 * @param planes gives the values of each, from 0 on, row by row
	 */
	static ImagePlus withPlanes(final ImagePlus outline, final ImageAxes axes, final IntFunction<float[]> planes) {
		final ImageStack stack = new ImageStack(axes.width(), axes.height());
		for (int plane = 0; plane < axes.planes(); plane++) {
			final ImageProcessor pixels = ImageStack.create(axes.width(), axes.height(), 1, outline.getBitDepth()).getProcessor(1);
			final float[] values = planes.apply(plane);
			for (int i = 0; i < values.length; i++)
				pixels.setf(i, values[i]);
			stack.addSlice(outline.getStack().getSliceLabel(plane + 1), pixels);
		}
		return withStack(outline, stack);
	}

	/** Makes an image of a stack with all that describes its outline. */
	static ImagePlus withStack(final ImagePlus outline, final ImageStack stack) {
		return withDisplay(outline, describedAs(outline, ofStack(outline.getTitle(), stack), outline.getCalibration().copy()));
	}

	/**
	 * Copies an image as 32-bit, with the values that ImageJ shows for it, such as CT numbers; as {@link #floatLike} besides
	 * that, with the display of the image.
	 *
	 * @throws InputException if there isn't memory enough
	 */
	public static ImagePlus floatCopyOf(final ImagePlus source, final String title) {
		final ImagePlus copy = storedFloatsOf(source, title);
		ShownValues.show(copy, source.getCalibration());
		return copy;
	}

	/** Copies an image as 32-bit with its stored values, as those of {@link Pixels}; besides that as {@link #floatCopyOf}. */
	static ImagePlus storedFloatsOf(final ImagePlus source, final String title) {
		final ImagePlus copy = floatLike(source, title);
		copyPixels(source, copy);
		if (source.getType() == ImagePlus.COLOR_RGB) FloatDisplay.set(copy, 0, BRIGHTEST);
		return copy;
	}

	/**
	 * Makes a 32-bit image of zeros with the axes, labels, properties, lookup tables and calibration (without its function
	 * of values) of an image; the colours of an RGB image become channels.
	 *
	 * @throws InputException if there isn't memory enough
	 */
	public static ImagePlus floatLike(final ImagePlus source, final String title) {
		final ImageAxes axes = ImageAxes.of(source);
		final int colours = axes.rgb() ? 3 : 1;
		MemoryBudget.require(MemoryNeed.onHeap(bytes(source, Float.BYTES * colours)), "the 32-bit result",
			"apply to a slice or a part of it");
		final ImageStack stack = new ImageStack(axes.width(), axes.height());
		for (int plane = 0; plane < axes.planes() * colours; plane++)
			stack.addSlice(source.getStack().getSliceLabel(plane / colours + 1), new FloatProcessor(axes.width(), axes
				.height()));
		final ImagePlus image = describedAs(source, ofStack(title, stack), floatCalibration(source));
		if (colours == 1) return withDisplay(source, image);
		image.setDimensions(axes.channels() * colours, axes.slices(), axes.frames());
		image.setOpenAsHyperStack(true);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	private static Calibration floatCalibration(final ImagePlus source) {
		final Calibration calibration = source.getCalibration().copy();
		final boolean sameUnit = !calibration.calibrated() || ShownValues.areLinear(calibration);
		final String unit = calibration.getValueUnit();
		calibration.setFunction(Calibration.NONE, null, null);
		if (sameUnit) calibration.setValueUnit(unit);
		return calibration;
	}

	/**
	 * Makes an image of an interval's values: 8-bit and 16-bit for unsigned bytes and shorts, 32-bit for everything else.
	 *
	 * @param pixels x, y, and any further axes, which all become slices of the stack
	 */
	public static ImagePlus of(final RandomAccessibleInterval<? extends RealType<?>> pixels, final String title) {
		final int width = Math.toIntExact(pixels.dimension(0));
		final int height = Math.toIntExact(pixels.dimension(1));
		final int planes = IntStream.range(2, pixels.numDimensions()).map(d -> Math.toIntExact(pixels.dimension(d))).reduce(1,
			Math::multiplyExact);
		final Object type = pixels.getType();
		final int bits = type instanceof UnsignedByteType ? 8 : type instanceof UnsignedShortType ? 16 : 32;
		final ImageStack stack = ImageStack.create(width, height, planes, bits);
		final ImagePlus image = new ImagePlus(title, stack);
		final Cursor<? extends RealType<?>> from = pixels.view().flatIterable().cursor();
		for (int plane = 1; plane <= planes; plane++) {
			final ImageProcessor processor = stack.getProcessor(plane);
			for (int pixel = 0; pixel < width * height; pixel++)
				processor.setf(pixel, from.next().getRealFloat());
		}
		image.resetDisplayRange();
		return image;
	}

	/**
	 * Makes an 8-bit image of a mask, 255 where it is true, with the axes and the calibration of its image.
	 *
	 * @throws InputException if there isn't memory enough
	 */
	public static ImagePlus of(final Mask mask, final String title, final ImagePlus source) {
		final ImageAxes axes = mask.axes();
		MemoryBudget.require(MemoryNeed.onHeap(bytes(source, 1)), "the mask image",
			"apply to a slice or a part of it");
		final ImageStack stack = new ImageStack(axes.width(), axes.height());
		for (int plane = 0; plane < axes.planes(); plane++) {
			final ByteProcessor picture = new ByteProcessor(axes.width(), axes.height());
			final PlaneMask hidden = mask.plane(plane);
			for (int pixel = 0; !hidden.isEmpty() && pixel < picture.getPixelCount(); pixel++)
				if (hidden.get(pixel)) picture.set(pixel, BRIGHTEST);
			stack.addSlice(source.getStack().getSliceLabel(plane + 1), picture);
		}
		final ImagePlus image = ofStack(title, stack);
		image.setDimensions(axes.channels(), axes.slices(), axes.frames());
		image.setOpenAsHyperStack(source.isHyperStack());
		image.setCalibration(source.getCalibration().copy());
		image.getCalibration().setFunction(Calibration.NONE, null, "Gray Value");
		return image;
	}

	// For a lone plane ImageJ makes a label of its own from title and info; the real one is among the properties.
	static ImagePlus ofStack(final String title, final ImageStack stack) {
		return stack.getSize() == 1 ? new ImagePlus(title, stack.getProcessor(1)) : new ImagePlus(title, stack);
	}

	private static long bytes(final ImagePlus image, final int bytesPerPixel) {
		return (long) image.getWidth() * image.getHeight() * image.getStackSize() * bytesPerPixel;
	}

	private static <S extends RealType<S>> void copyPixels(final ImagePlus from, final ImagePlus to) {
		final RandomAccessibleInterval<S> source = Pixels.of(from);
		final Cursor<S> values = source.view().flatIterable().cursor();
		for (final FloatType pixel : Pixels.floats(to, ImageAxes.of(from)).view().flatIterable())
			pixel.set(values.next().getRealFloat());
	}

	private static ImagePlus describedAs(final ImagePlus source, final ImagePlus result, final Calibration calibration) {
		final ImageAxes axes = ImageAxes.of(source);
		result.setDimensions(axes.channels(), axes.slices(), axes.frames());
		result.setOpenAsHyperStack(source.getOpenAsHyperStack() || source.isHyperStack());
		result.setCalibration(calibration);
		result.setProperties(source.getPropertiesAsArray());
		if (source.getInfoProperty() != null) result.setProperty("Info", source.getInfoProperty());
		if (source.getOverlay() != null) result.setOverlay(source.getOverlay().duplicate());
		result.setHideOverlay(source.getHideOverlay());
		return result;
	}

	/**
	 * Displays an image of the same channels as another one: lookup tables, ranges, mode, channels to see and, if it has all
	 * planes of the other one, the plane to see.
	 */
	static ImagePlus withDisplay(final ImagePlus source, final ImagePlus result) {
		final ImagePlus displayed = coloured(source, result);
		if (displayed.getStackSize() == source.getStackSize()) displayed.setPosition(source.getC(), source.getZ(), source
			.getT());
		return displayed;
	}

	private static ImagePlus coloured(final ImagePlus source, final ImagePlus result) {
		if (source.isComposite()) {
			final CompositeImage composite = new CompositeImage(result, ((CompositeImage) source).getMode());
			composite.setLuts(source.getLuts());
			composite.setOpenAsHyperStack(result.getOpenAsHyperStack());
			System.arraycopy(((CompositeImage) source).getActiveChannels(), 0, composite.getActiveChannels(), 0,
				CompositeImage.MAX_CHANNELS);
			return composite;
		}
		if (source.getType() != ImagePlus.COLOR_RGB) {
			final LUT lut = source.getProcessor().getLut();
			if (lut != null) result.setLut(lut);
			result.setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
		}
		return result;
	}
}
