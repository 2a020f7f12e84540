package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.Rectangle;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;
import ij.process.ImageProcessor;

class PlaneRegionTest {

	@ParameterizedTest
	@EnumSource
	void isAPartOfTheCurrentPlaneAndOfItsMask(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < 25; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = RandomScenes.image(kind, random);
			final Mask mask = RandomScenes.mask(image, random);
			final int x = random.nextInt(image.getWidth()), y = random.nextInt(image.getHeight());
			final Rectangle region = new Rectangle(x, y, random.nextInt(1, image.getWidth() - x + 1), random.nextInt(1, image
				.getHeight() - y + 1));
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image) + ", " + region;
			final PlaneRegion part = new PlaneRegion(image, region);
			final ImagePlus copy = part.copy();
			final Mask hidden = part.cut(mask);
			assertEquals(image.getBitDepth(), copy.getBitDepth(), message);
			assertEquals(ImageAxes.of(copy), hidden.axes(), message);
			final ImageProcessor plane = image.getStack().getProcessor(image.getCurrentSlice());
			for (int v = 0; v < region.height; v++)
				for (int u = 0; u < region.width; u++) {
					assertEquals(plane.get(x + u, y + v), copy.getProcessor().get(u, v), message);
					assertEquals(mask.plane(image.getCurrentSlice() - 1).get(x + u, y + v), hidden.plane(0).get(u, v), message);
				}
			if (kind != RandomScenes.Kind.RGB) {
				assertEquals(image.getDisplayRangeMin(), copy.getDisplayRangeMin(), message);
				assertEquals(image.getDisplayRangeMax(), copy.getDisplayRangeMax(), message);
				assertEquals(image.getProcessor().getLut().getRGB(200), copy.getProcessor().getLut().getRGB(200), message);
			}
			assertEquals(image.getCalibration().getCValue(5.0), copy.getCalibration().getCValue(5.0), message);
			assertNull(image.getRoi(), message);
		}
	}
}
