package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.LUT;

/** What of an image must be found again in its results. */
final class Kept {

	private Kept() {}

	/** Asserts that all that describes an image describes its result too, which has the same planes and type. */
	static void assertAll(final ImagePlus image, final ImagePlus result, final String message) {
		assertEquals(image.getBitDepth(), result.getBitDepth(), message);
		assertEquals(ImageAxes.of(image), ImageAxes.of(result), message);
		assertEquals(image.isHyperStack(), result.isHyperStack(), message);
		assertEquals(image.getOpenAsHyperStack() || image.isHyperStack(), result.getOpenAsHyperStack(), message);
		assertTexts(image, result, message);
		final Calibration expected = image.getCalibration(), actual = result.getCalibration();
		assertSpace(expected, actual, message);
		assertEquals(expected.getValueUnit(), actual.getValueUnit(), message);
		assertEquals(expected.isSigned16Bit(), actual.isSigned16Bit(), message);
		for (final double value : new double[] { 0, 100, 31768, 65535 })
			assertEquals(expected.getCValue(value), actual.getCValue(value), message);
		assertDisplay(image, result, message);
		assertLabels(image, result, 1, message);
	}

	/** Asserts that properties and Info are the same; the result may have more properties. */
	static void assertTexts(final ImagePlus image, final ImagePlus result, final String message) {
		assertEquals(image.getProp("operator"), result.getProp("operator"), message);
		assertEquals(image.getInfoProperty(), result.getInfoProperty(), message);
	}

	/** Asserts that lengths, times and their units are the same. */
	static void assertSpace(final Calibration expected, final Calibration actual, final String message) {
		assertEquals(expected.getUnit(), actual.getUnit(), message);
		assertEquals(expected.getTimeUnit(), actual.getTimeUnit(), message);
		assertArrayEquals(new double[] { expected.pixelWidth, expected.pixelHeight, expected.pixelDepth,
			expected.frameInterval, expected.xOrigin, expected.yOrigin }, new double[] { actual.pixelWidth, actual.pixelHeight,
				actual.pixelDepth, actual.frameInterval, actual.xOrigin, actual.yOrigin }, message);
	}

	/** Asserts that a result's planes have the labels of the image's, each for so many of its planes. */
	static void assertLabels(final ImagePlus image, final ImagePlus result, final int copies, final String message) {
		if (image.getStackSize() == 1) {
			assertEquals(image.getProp("Slice_Label"), result.getProp("Slice_Label"), message);
			return;
		}
		for (int plane = 0; plane < result.getStackSize(); plane++)
			assertEquals(image.getStack().getSliceLabel(plane / copies + 1), result.getStack().getSliceLabel(plane + 1), message);
	}

	/** Asserts that lookup tables, display ranges and the mode of channels are the same. */
	static void assertDisplay(final ImagePlus image, final ImagePlus result, final String message) {
		if (image.isComposite()) {
			final CompositeImage expected = (CompositeImage) image, actual = (CompositeImage) result;
			assertEquals(expected.getMode(), actual.getMode(), message);
			assertEquals(active(expected), active(actual), message);
			for (int channel = 1; channel <= expected.getNChannels(); channel++)
				assertLut(expected.getChannelLut(channel), actual.getChannelLut(channel), message);
		}
		else if (image.getType() != ImagePlus.COLOR_RGB) {
			assertArrayEquals(image.getProcessor().getLut().getBytes(), result.getProcessor().getLut().getBytes(), message);
			assertEquals(image.getDisplayRangeMin(), result.getDisplayRangeMin(), message);
			assertEquals(image.getDisplayRangeMax(), result.getDisplayRangeMax(), message);
		}
	}

	private static String active(final CompositeImage image) {
		return Arrays.toString(Arrays.copyOf(image.getActiveChannels(), image.getNChannels()));
	}

	private static void assertLut(final LUT expected, final LUT actual, final String message) {
		assertArrayEquals(expected.getBytes(), actual.getBytes(), message);
		assertEquals(expected.min, actual.min, message);
		assertEquals(expected.max, actual.max, message);
	}

	/** Returns the elements of an overlay that this suite didn't draw, as text: name, bounds, position. */
	static List<String> ownElements(final ImagePlus image) {
		final List<String> elements = new ArrayList<>();
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay().toArray())
			if (!Mask.NAME.equals(roi.getName()) && !SyntheticPixels.NAME.equals(roi.getName())) elements.add(roi.getName() + " " +
				roi.getBounds() + " " + roi.getPosition() + " " + roi.getCPosition() + "," + roi.getZPosition() + "," + roi
					.getTPosition());
		return elements;
	}

	/** Returns all pixels, so that they can be compared bit for bit. */
	static int[][] bits(final ImagePlus image) {
		final int[][] planes = new int[image.getStackSize()][];
		for (int plane = 0; plane < planes.length; plane++)
			planes[plane] = bits(image.getStack().getPixels(plane + 1));
		return planes;
	}

	private static int[] bits(final Object pixels) {
		if (pixels instanceof int[] colours) return colours.clone();
		final int[] bits = new int[java.lang.reflect.Array.getLength(pixels)];
		for (int i = 0; i < bits.length; i++)
			bits[i] = pixels instanceof float[] floats ? Float.floatToRawIntBits(floats[i]) : pixels instanceof short[] shorts
				? shorts[i] : ((byte[]) pixels)[i];
		return bits;
	}
}
