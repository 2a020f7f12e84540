package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

class SaturatedPixelsTest {

	@Test
	void findsTheEndOfTheTypeInAnyPlane() {
		final ImagePlus image = stack(new ByteProcessor(20, 20), new ByteProcessor(20, 20));
		image.getStack().getProcessor(2).set(3, 4, 255);
		assertEquals(0, found(image, 1));
		assertEquals(1, found(image, 2));
	}

	@Test
	void findsTheEndOfATwelveBitDetector() {
		final ImagePlus image = stack(new ShortProcessor(20, 20));
		for (int i = 0; i < 400; i++)
			image.getProcessor().set(i, i);
		for (int i = 100; i < 110; i++)
			image.getProcessor().set(i, 4095);
		assertEquals(10, found(image, 1));
	}

	@Test
	void takesALargestValueForNoEnd() {
		final ImagePlus image = stack(new ShortProcessor(20, 20));
		for (int i = 0; i < 400; i++)
			image.getProcessor().set(i, i);
		assertEquals(0, found(image, 1));
		assertTrue(Double.isInfinite(new SaturatedPixels().preparedFor(image).limit()));
	}

	private static int found(final ImagePlus image, final int plane) {
		return DrawnPlane.count(new SaturatedPixels().preparedFor(image).find((float[]) image.getStack().getProcessor(plane)
			.convertToFloatProcessor().getPixels(), image.getWidth(), image.getHeight()));
	}

	private static ImagePlus stack(final ImageProcessor... planes) {
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		for (final ImageProcessor plane : planes)
			stack.addSlice(plane);
		return new ImagePlus("stack", stack);
	}
}
