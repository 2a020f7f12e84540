package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;

class MaskTest {

	@Test
	void takesEveryPixelOtherThanZero() {
		for (final int bits : new int[] { 8, 16, 24, 32 }) {
			final ImagePlus mask = blank(5, 4, 1, bits);
			mask.getProcessor().set(2, 1, bits == 24 ? 0xff000100 : bits == 32 ? Float.floatToIntBits(0.5f) : 1);
			if (bits == 24) mask.getProcessor().set(0, 0, 0xff000000);
			final Mask read = Mask.of(mask, "mask", blank(5, 4, 3, 8));
			assertEquals(3, read.count(), "one pixel in each of three planes, " + bits + " bit");
			assertTrue(read.plane(2).get(2, 1));
		}
	}

	@Test
	void takesTheValuesThatAreShown() {
		final ImagePlus image = blank(5, 4, 1, 8);
		final ImagePlus signed = blank(5, 4, 1, 16);
		signed.getLocalCalibration().setSigned16BitCalibration();
		signed.getProcessor().add(32768);
		signed.getProcessor().set(3, 2, 32769);
		signed.getProcessor().set(4, 2, 32767);
		assertEquals(2, Mask.of(signed, "signed", image).count());
		final ImagePlus line = blank(5, 4, 1, 8);
		line.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] { -0.7, 0.1 }, "u");
		line.getProcessor().add(7);
		line.getProcessor().set(3, 2, 8);
		assertEquals(1, Mask.of(line, "line", image).count());
		final ImagePlus thresholded = blank(5, 4, 1, 32);
		thresholded.getProcessor().setf(3, 2, Float.NaN);
		thresholded.getProcessor().setf(4, 2, -1e-30f);
		assertEquals(1, Mask.of(thresholded, "NaN background", image).count());
	}

	@Test
	void invertingTablesAreImageJsHabitUnlessAFileSaysSo() {
		final ImagePlus image = blank(5, 4, 1, 8);
		final ImagePlus mask = blank(5, 4, 1, 8);
		mask.getProcessor().set(2, 1, 255);
		mask.getProcessor().invertLut();
		assertEquals(1, Mask.of(mask, "ImageJ's own", image).count());
		final ij.io.FileInfo file = new ij.io.FileInfo();
		file.description = "of another program";
		mask.setFileInfo(file);
		assertEquals(19, Mask.of(mask, "white is zero", image).count());
		file.description = "ImageJ=1.54p\n";
		mask.setFileInfo(file);
		assertEquals(1, Mask.of(mask, "ImageJ's own file", image).count());
	}

	@Test
	void saysItsShareAndWarnsAboveHalf() {
		final ImagePlus image = blank(5, 4, 2, 8);
		final ImagePlus drawn = blank(5, 4, 1, 8);
		for (int pixel = 0; pixel < 10; pixel++)
			drawn.getProcessor().set(pixel, 1);
		final Mask half = Mask.of(drawn, "m", image);
		assertEquals("The mask m.png marks 20 of 40 pixels (50.00 %).", MaskShare.describe(half, "m.png", "--invert-mask"));
		drawn.getProcessor().set(10, 1);
		final Mask more = Mask.of(drawn, "m", image);
		assertEquals("Warning: the mask m.png marks 22 of 40 pixels (55.00 %), more than half of the image; if it is the wrong " +
			"way round, use --invert-mask.", MaskShare.describe(more, "m.png", "--invert-mask"));
		assertEquals(18, more.inverted().count());
		final Mask none = Mask.none(image);
		assertEquals(20, none.invertedIn(java.util.Set.of(1)).count());
		assertEquals(0, none.invertedIn(java.util.Set.of(1)).invertedIn(java.util.Set.of()).count(), "where something is marked");
	}

	@Test
	void refusesAnotherSizeWithBothSizes() {
		final String message = assertThrows(InputException.class, () -> Mask.of(blank(5, 4, 2, 8), "m.png", blank(5, 4, 3,
			8))).getMessage();
		assertTrue(message.contains("5 x 4 pixels, 2 planes") && message.contains("5 x 4 pixels, 3 planes"), message);
		assertThrows(InputException.class, () -> Mask.of(blank(4, 5, 1, 8), "m.png", blank(5, 4, 1, 8)));
	}

	@Test
	void refusesNothingAndEverything() {
		final ImagePlus image = blank(5, 4, 2, 8);
		final ImagePlus mask = blank(5, 4, 1, 8);
		assertTrue(assertThrows(InputException.class, () -> Mask.of(mask, "m", image).requireSense("m")).getMessage().contains(
			"nothing to restore"));
		mask.getProcessor().add(255);
		assertTrue(assertThrows(InputException.class, () -> Mask.of(mask, "m", image).requireSense("m")).getMessage().contains(
			"covers all"));
		mask.getProcessor().set(0, 0);
		Mask.of(mask, "m", image).requireSense("m");
	}

	@Test
	void addsNaNs() {
		final ImagePlus image = blank(5, 4, 2, 32);
		image.getStack().getProcessor(2).setf(3, 2, Float.NaN);
		final Mask mask = Mask.none(image).withNaNs(image);
		assertEquals(1, mask.count());
		assertTrue(mask.plane(1).get(3, 2));
	}

	@Test
	void becomesAnIntervalOfTheImagesShape() {
		final ImagePlus image = RandomImages.draw(new Random(3), 8, 2, 3, 2);
		final ImagePlus maskImage = blank(image.getWidth(), image.getHeight(), 12, 8);
		maskImage.getStack().getProcessor(image.getStackIndex(2, 3, 1)).set(1, 2, 255);
		final RandomAccessibleInterval<NativeBoolType> mask = Mask.of(maskImage, "m", image).interval();
		assertTrue(mask.getAt(1, 2, 1, 2, 0).get());
		final ImagePlus colours = blank(5, 4, 2, 24);
		final ImagePlus colourMask = blank(5, 4, 2, 8);
		colourMask.getStack().getProcessor(2).set(1, 2, 255);
		final RandomAccessibleInterval<NativeBoolType> threefold = Mask.of(colourMask, "m", colours).interval();
		assertEquals(4, threefold.numDimensions());
		assertTrue(threefold.getAt(1, 2, 1, 0).get() && threefold.getAt(1, 2, 1, 2).get());
	}

	@Test
	void marksExactlyTheMaskedPixels() {
		final Random random = new Random(11);
		for (int run = 0; run < 10; run++) {
			final ImagePlus image = RandomImages.draw(random, 16);
			final ImagePlus maskImage = blank(image.getWidth(), image.getHeight(), image.getStackSize(), 8);
			for (int plane = 1; plane <= image.getStackSize(); plane++)
				for (int pixel = 0; pixel < 6; pixel++)
					maskImage.getStack().getProcessor(plane).set(random.nextInt(image.getWidth() * image.getHeight()), 255);
			final Mask mask = Mask.of(maskImage, "m", image);
			image.setOverlay(null);
			SyntheticPixels.mark(image, mask);
			for (int plane = 0; plane < image.getStackSize(); plane++)
				assertMarked(image, mask, plane);
		}
	}

	private static void assertMarked(final ImagePlus image, final Mask mask, final int plane) {
		final Roi outline = image.getOverlay().get(image.getStackSize() == 1 ? 0 : plane);
		assertEquals(SyntheticPixels.NAME, outline.getName());
		if (image.isHyperStack()) {
			final int[] position = image.convertIndexToPosition(plane + 1);
			// 0 stands for all there are.
			assertEquals(image.getNSlices() == 1 ? 0 : position[1], outline.getZPosition());
			assertEquals(image.getNFrames() == 1 ? 0 : position[2], outline.getTPosition());
		}
		else if (image.getStackSize() > 1) assertEquals(plane + 1, outline.getPosition());
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				assertEquals(mask.plane(plane).get(x, y), outline.contains(x, y), x + ", " + y);
	}

	private static ImagePlus blank(final int width, final int height, final int planes, final int bits) {
		return new ImagePlus("blank", ImageStack.create(width, height, planes, bits));
	}
}
