package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaerestore.imagej.ImageAxes;
import org.vaerestore.imagej.Mask;
import org.vaerestore.imagej.PlaneOutline;
import org.vaerestore.tiles.PlaneMask;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;

class MaskOverlayTest {

	@Test
	void comesBackFromTheOverlayAndFromATiffFile(@TempDir final Path folder) {
		final Random random = new Random(8);
		final int[][] shapes = { { 1, 1, 1 }, { 1, 3, 1 }, { 2, 3, 2 }, { 3, 1, 1 }, { 1, 1, 4 } };
		for (int run = 0; run < 20; run++) {
			final int[] shape = shapes[run % shapes.length];
			final ImagePlus image = image(shape);
			final Mask mask = random(image, random, run % 3 == 0);
			MaskOverlay.put(image, mask);
			final String what = "run " + run;
			assertSame(mask, MaskOverlay.of(image).orElseThrow(), what);
			final String file = folder.resolve(run + ".tif").toString();
			if (image.getStackSize() > 1) new FileSaver(image).saveAsTiffStack(file);
			else new FileSaver(image).saveAsTiff(file);
			assertSame(mask, MaskOverlay.of(IJ.openImage(file)).orElseThrow(), what + ", from the file");
		}
	}

	@Test
	void takesTheRestOfTheOverlayForNoMask() {
		final ImagePlus image = image(1, 2, 1);
		image.setOverlay(new Overlay(new Roi(1, 1, 3, 3)));
		assertTrue(MaskOverlay.of(image).isEmpty());
		MaskOverlay.put(image, random(image, new Random(1), true));
		assertEquals(2, image.getOverlay().size());
		MaskOverlay.put(image, random(image, new Random(2), true));
		assertEquals(2, image.getOverlay().size(), "the new mask takes the old one's place");
		MaskOverlay.put(image, Mask.none(image));
		assertEquals(1, image.getOverlay().size());
		assertEquals(new Roi(1, 1, 3, 3), image.getOverlay().get(0));
		image.setOverlay(null);
		MaskOverlay.put(image, random(image, new Random(3), true));
		MaskOverlay.remove(image);
		assertNull(image.getOverlay());
	}

	/** Specks far apart in a plane that would take 400 MB as an array. */
	@Test
	void keepsSpecksFarApartInAHugePlane() {
		final int side = 20_000;
		final PlaneMask.Builder specks = new PlaneMask.Builder(side, side);
		for (final int at : new int[] { 5, 9_000, side - 1 })
			specks.add(at, at).add(at - 1, at).add(at - 3, at - 2);
		final PlaneMask mask = specks.build();
		assertEquals(mask, RoiPixels.of(PlaneOutline.of(mask), side, side));
	}

	/** Rings, which have holes, with specks in them, on both sides of what parts are cut by. */
	@Test
	void keepsRingsInALargePlane() {
		final Random random = new Random(4);
		final int side = 3_000;
		final PlaneMask.Builder pixels = new PlaneMask.Builder(side, side);
		for (int ring = 0; ring < 12; ring++) {
			final int x = random.nextInt(200, side - 200), y = random.nextInt(200, side - 200), radius = 10 + random.nextInt(180);
			for (int v = -radius; v <= radius; v++)
				for (int u = -radius; u <= radius; u++)
					if (u * u + v * v <= radius * radius && (u * u + v * v > radius * radius / 2 || random.nextInt(50) == 0)) pixels.add(
						x + u, y + v);
		}
		final PlaneMask mask = pixels.build();
		assertEquals(mask, RoiPixels.of(PlaneOutline.of(mask), side, side));
	}

	private static void assertSame(final Mask expected, final Mask actual, final String what) {
		for (int plane = 0; plane < expected.axes().planes(); plane++)
			assertEquals(expected.plane(plane), actual.plane(plane), what + ", plane " + plane);
	}

	private static Mask random(final ImagePlus image, final Random random, final boolean same) {
		final ImageAxes axes = ImageAxes.of(image);
		final List<boolean[]> planes = new ArrayList<>();
		for (int plane = 0; plane < (same ? 1 : axes.planes()); plane++) {
			final boolean[] pixels = new boolean[axes.width() * axes.height()];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = random.nextInt(6) == 0;
			planes.add(pixels);
		}
		return Mask.ofPixels(axes, planes);
	}

	private static ImagePlus image(final int... shape) {
		return IJ.createHyperStack("image", 17, 13, shape[0], shape[1], shape[2], 8);
	}
}
