package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;
import ij.Undo;
import ij.WindowManager;

class InPlaceTest {

	@AfterEach
	void noImageIsActive() {
		WindowManager.setTempCurrentImage(null);
		Undo.reset();
	}

	@ParameterizedTest
	@EnumSource
	void undoTakesTheCurrentPlaneAndTheOverlayBack(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < 15; seed++) {
			final Random random = new Random(seed);
			final ImagePlus image = RandomScenes.image(kind, random);
			final boolean overlaid = random.nextBoolean();
			if (overlaid) RandomScenes.marked(image, RandomScenes.mask(image, random));
			else image.setOverlay(null);
			WindowManager.setTempCurrentImage(image);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final int current = image.getCurrentSlice();
			final int[] before = Kept.bits(image)[current - 1];
			final int elements = overlaid ? image.getOverlay().size() : 0;
			final Mask changed = RandomScenes.mask(image, random);
			image.changes = false;
			InPlace.change(image, () -> {
				image.getStack().getProcessor(current).set(0, 0, image.getStack().getProcessor(current).get(0, 0) ^ 1);
				SyntheticPixels.mark(image, changed);
			});
			assertTrue(image.changes, message);
			assertEquals(before[0] ^ 1, Kept.bits(image)[current - 1][0], message);
			assertTrue(image.getOverlay().size() > elements, message);
			Undo.undo();
			assertArrayEquals(before, Kept.bits(image)[current - 1], message);
			assertEquals(elements, image.getOverlay().size(), message);
		}
	}
}
