package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneCut;
import org.vaerestore.job.InputException;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;

class MaskSourceTest {

	@Test
	void coversWhatImageJFillsOrDraws() {
		final Roi wide = new Line(5, 5, 30, 20);
		wide.setStrokeWidth(4);
		final Roi freehand = new PolygonRoi(new FloatPolygon(new float[] { 4, 20, 25, 9 }, new float[] { 4, 2, 22, 28 }),
			Roi.FREEROI);
		final ShapeRoi composite = new ShapeRoi(new Roi(2, 2, 20, 20)).not(new ShapeRoi(new OvalRoi(6, 6, 9, 9)));
		for (final Roi roi : List.of(new Roi(3, 4, 10, 7), new OvalRoi(3, 4, 20, 11), freehand, composite)) {
			final ImagePlus image = image(1);
			final boolean[] expected = new boolean[32 * 32];
			for (int i = 0; i < expected.length; i++)
				expected[i] = roi.contains(i % 32, i / 32);
			assertArrayEquals(expected, mask(image, roi).plane(0).toArray(), roi.toString());
		}
		assertEquals(1, mask(image(1), new PointRoi(7, 9)).count());
		final boolean[] band = mask(image(1), wide).plane(0).toArray();
		assertTrue(band[12 * 32 + 17] && band[13 * 32 + 17], "the middle of the line and beside");
		assertFalse(band[18 * 32 + 17], "five pixels beside");
	}

	@Test
	void putsARegionWithAPositionThere() {
		final ImagePlus image = image(4);
		final Roi positioned = new Roi(0, 0, 2, 2);
		positioned.setPosition(3);
		final Mask mask = new MaskSource.Regions(List.of(positioned, new Roi(10, 10, 1, 1)), "ROI Manager").mask(image,
			PlaneCut.current(image));
		assertEquals(5, mask.count());
		assertTrue(mask.plane(2).get(0) && mask.plane(0).get(10 * 32 + 10));
	}

	@Test
	void knowsPositionsInAHyperstack() {
		final ImagePlus image = IJ.createHyperStack("hyperstack", 32, 32, 2, 3, 2, 8);
		final Roi roi = new Roi(0, 0, 1, 1);
		roi.setPosition(0, 2, 1);
		final Mask mask = new MaskSource.Regions(List.of(roi), "overlay").mask(image, PlaneCut.whole(image));
		assertEquals(2, mask.count(), "both channels of slice 2, frame 1");
		assertTrue(mask.plane(2).get(0) && mask.plane(3).get(0));
	}

	@Test
	void refusesARegionOutside() {
		final String message = assertThrows(InputException.class, () -> mask(image(1), new Roi(40, 40, 5, 5))).getMessage();
		assertTrue(message.contains("outside the image \"image\"") && message.contains("32 x 32"), message);
	}

	@Test
	void marksWhatLiesBetweenTheThresholds() {
		final ImagePlus image = image(2);
		for (int i = 0; i < 1024; i++) {
			image.getStack().getProcessor(1).set(i, i % 256);
			image.getStack().getProcessor(2).set(i, 7);
		}
		assertTrue(assertThrows(InputException.class, () -> new MaskSource.Threshold().mask(image, PlaneCut.whole(image)))
			.getMessage().contains("No threshold is set"));
		image.getProcessor().setThreshold(5, 9, ImageProcessor.NO_LUT_UPDATE);
		final Mask mask = new MaskSource.Threshold().mask(image, PlaneCut.whole(image));
		assertEquals(4 * 5 + 1024, mask.count());
		assertTrue(mask.plane(0).get(5) && mask.plane(0).get(9) && !mask.plane(0).get(4) && !mask.plane(0).get(10));
	}

	@Test
	void readsAMaskImageForTheScopeAlone() {
		final ImagePlus image = image(3);
		final ImagePlus drawn = image(1);
		drawn.getProcessor().set(3, 3, 255);
		image.setSlice(2);
		final Mask mask = new MaskSource.MaskImage(drawn).mask(image, PlaneCut.current(image));
		assertEquals(1, mask.count());
		assertTrue(mask.plane(1).get(3 * 32 + 3));
		final ImagePlus empty = image(1);
		assertTrue(assertThrows(InputException.class, () -> new MaskSource.MaskImage(empty).mask(image, PlaneCut.whole(
			image))).getMessage().contains("marks no pixel"));
	}

	@Test
	void searchesChannelsNotColours() {
		final ImagePlus colours = IJ.createImage("colours", "RGB", 32, 32, 1);
		final MaskSource found = new MaskSource.Found(new BadPixels(8));
		assertTrue(assertThrows(InputException.class, () -> found.mask(colours, PlaneCut.whole(colours))).getMessage()
			.contains("RGB"));
		final ImagePlus flat = image(1);
		assertTrue(assertThrows(InputException.class, () -> found.mask(flat, PlaneCut.whole(flat))).getMessage().contains(
			"no hot or dead pixels"));
		flat.getProcessor().set(9, 9, 200);
		assertEquals(1, found.mask(flat, PlaneCut.whole(flat)).count());
	}

	private static Mask mask(final ImagePlus image, final Roi roi) {
		return new MaskSource.Regions(List.of(roi), "selection").mask(image, PlaneCut.current(image));
	}

	private static ImagePlus image(final int planes) {
		return IJ.createImage("image", "8-bit black", 32, 32, planes);
	}
}
