package org.vaerestore.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.job.InputException;

import net.imglib2.FinalInterval;

class PlanesTest {

	@Test
	void areAsLargeAsAnArrayCanBe() {
		assertEquals(1, Planes.of(new FinalInterval(Integer.MAX_VALUE - 8, 1)).count());
		assertEquals(46340, Planes.of(new FinalInterval(46340, 46340, 9)).height());
		assertEquals(3_000_000_000L, Planes.of(new FinalInterval(4, 4, 3_000_000_000L)).count());
	}

	@ParameterizedTest
	@CsvSource({ "70000, 70000", "2147483640, 1", "1, 2147483640", "3000000000, 2", "5, 9223372036854775800",
		"4294967296, 4294967296" })
	void ofMorePixelsAreRefusedByTheirSize(final long width, final long height) {
		assertEquals("The image's planes are of " + width + " x " + height +
			" pixels, and planes of more than 2147483639 pixels can't be held; cut the image into parts, or make it smaller.",
			assertThrows(InputException.class, () -> Planes.of(new FinalInterval(width, height, 3))).getMessage());
	}

	@Test
	void areOfTwoDimensionsAndNotEmpty() {
		assertThrows(InputException.class, () -> Planes.of(new FinalInterval(5)));
		assertEquals("The image is of 0 x 7 pixels, which is nothing; give another.", assertThrows(InputException.class, () -> Planes
			.of(new FinalInterval(0, 7))).getMessage());
	}

	@Test
	void areNotMoreThanCanBeCounted() {
		final InputException e = assertThrows(InputException.class, () -> Planes.of(new FinalInterval(4, 4, 1L << 40, 1L << 40)));
		assertEquals("The image has more planes than can be counted (4 x 4 x 1099511627776 x 1099511627776); give a part of it.", e
			.getMessage());
	}
}
