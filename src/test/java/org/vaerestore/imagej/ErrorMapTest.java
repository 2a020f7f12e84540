package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;
import ij.process.LUT;

class ErrorMapTest {

	@ParameterizedTest
	@EnumSource
	void isImageMinusReferenceAroundZero(final RandomScenes.Kind kind) {
		for (int seed = 0; seed < 10; seed++) {
			final ImagePlus image = RandomScenes.image(kind, new Random(seed));
			final ImagePlus reference = ResultImage.copyOf(image, "reference");
			final boolean rgb = kind == RandomScenes.Kind.RGB;
			final boolean rescaled = kind == RandomScenes.Kind.RESCALED;
			final int last = image.getStackSize();
			// Green, or the grey value.
			final int before = reference.getStack().getProcessor(last).get(1, 1) & ~0xff00;
			image.getStack().getProcessor(last).setf(1, 1, 50);
			if (kind == RandomScenes.Kind.FLOAT) reference.getStack().getProcessor(last).setf(1, 1, 20);
			else {
				image.getStack().getProcessor(last).set(1, 1, rgb ? before | 50 << 8 : 50);
				reference.getStack().getProcessor(last).set(1, 1, rgb ? before | 20 << 8 : 20);
			}
			final ImagePlus errors = ErrorMap.of(image, reference);
			final String message = kind + ", seed " + seed + ", " + ImageAxes.of(image);
			final double expected = rescaled ? 15 : 30;
			assertEquals(32, errors.getBitDepth(), message);
			assertEquals(rgb ? 3 * last : last, errors.getStackSize(), message);
			for (int plane = 1; plane <= errors.getStackSize(); plane++)
				for (int pixel = 0; pixel < image.getWidth() * image.getHeight(); pixel++) {
					final float error = errors.getStack().getProcessor(plane).getf(pixel);
					final boolean changed = pixel == image.getWidth() + 1 && plane == (rgb ? 3 * last - 1 : last);
					if (!Float.isNaN(error)) assertEquals(changed ? expected : 0, error, message);
					assertTrue(!Float.isNaN(error) || kind == RandomScenes.Kind.FLOAT && !changed, message);
				}
			for (final LUT lut : errors.getLuts()) {
				assertEquals(-expected, lut.min, message);
				assertEquals(expected, lut.max, message);
			}
			assertNull(errors.getOverlay(), message);
		}
	}

	@Test
	void comparesTypesByTheValuesThatImageJShows() {
		final ImagePlus ct = TinyModel.waves(16, 1, 2, 1);
		ct.getCalibration().setSigned16BitCalibration();
		final ImagePlus errors = ErrorMap.of(ct, ResultImage.floatCopyOf(ct, "same"));
		assertEquals(0, FloatDisplay.largest(errors));
	}
}
