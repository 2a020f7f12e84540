package org.vaerestore.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureTest {

	@Test
	void grayRunsFromBlackToWhiteAndIsClipped() throws IOException {
		final float[] plane = { -50, 100, 300, 500, 900, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY };
		final BufferedImage image = decode(Picture.gray("", 4, 2, plane, 100, 500));
		assertEquals(0x000000, rgb(image, 0, 0));
		assertEquals(0x000000, rgb(image, 1, 0));
		assertEquals(0x808080, rgb(image, 2, 0));
		assertEquals(0xFFFFFF, rgb(image, 3, 0));
		assertEquals(0xFFFFFF, rgb(image, 0, 1));
		assertEquals(Palette.NO_VALUE, rgb(image, 1, 1));
		assertEquals(0x000000, rgb(image, 2, 1));
		assertEquals(0xFFFFFF, rgb(image, 3, 1));
	}

	@ParameterizedTest
	@EnumSource(names = { "GRAY", "FIRE" })
	void brighterMeansMore(final Palette palette) {
		double before = -1;
		for (int i = 0; i <= 100; i++) {
			final int colour = palette.colour(i / 100.0);
			final double luminance = 0.2126 * (colour >> 16) + 0.7152 * (colour >> 8 & 255) + 0.0722 * (colour & 255);
			assertTrue(luminance > before, palette + " at " + i + " %");
			before = luminance;
		}
	}

	@ParameterizedTest
	@EnumSource
	void noPaletteHasTheColourOfNoValue(final Palette palette) {
		for (int i = 0; i <= 1000; i++) {
			final int colour = palette.colour(i / 1000.0);
			int difference = 0;
			for (int shift = 0; shift <= 16; shift += 8) {
				difference += Math.abs((colour >> shift & 255) - (Palette.NO_VALUE >> shift & 255));
			}
			assertTrue(difference > 60, palette + " at " + i / 10.0 + " %");
		}
	}

	@Test
	void zeroIsNeutralInBalance() throws IOException {
		final BufferedImage image = decode(new Picture("", 3, 1, new float[] { -2, 0, 2 }, -2, 2, Palette.BALANCE));
		assertEquals(0xF0F0F0, rgb(image, 1, 0));
		assertTrue((rgb(image, 0, 0) & 255) > rgb(image, 0, 0) >> 16, "negative is blue");
		assertTrue((rgb(image, 2, 0) & 255) < rgb(image, 2, 0) >> 16, "positive is red");
	}

	@Test
	void constantPicture() throws IOException {
		final BufferedImage image = decode(Picture.gray("", 2, 1, new float[] { 7, 8 }, 7, 7));
		assertEquals(0x000000, rgb(image, 0, 0));
		assertEquals(0xFFFFFF, rgb(image, 1, 0));
	}

	@Test
	void cropsWhatLiesWithin() {
		final float[] plane = { 0, 1, 2, 10, 11, 12, 20, 21, 22 };
		final Picture whole = Picture.gray("whole", 3, 3, plane, 0, 30);
		assertArrayEquals(new float[] { 11, 12, 21, 22 }, whole.crop("part", 1, 1, 9, 9).plane());
		final Picture corner = whole.crop("corner", -1, -1, 3, 2);
		assertArrayEquals(new float[] { 0, 1 }, corner.plane());
		assertEquals(2, corner.width());
		assertEquals(1, corner.height());
		assertThrows(IllegalArgumentException.class, () -> whole.crop("none", 3, 0, 2, 2));
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThrows(IllegalArgumentException.class, () -> Picture.gray("", 3, 3, new float[8], 0, 1));
		assertThrows(IllegalArgumentException.class, () -> Picture.gray("", 2, 2, new float[4], Double.NaN, 1));
	}

	private static BufferedImage decode(final Picture picture) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(picture.png()));
	}

	private static int rgb(final BufferedImage image, final int x, final int y) {
		return image.getRGB(x, y) & 0xFFFFFF;
	}
}
