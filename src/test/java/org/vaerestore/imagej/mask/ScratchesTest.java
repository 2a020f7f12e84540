package org.vaerestore.imagej.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.vaerestore.imagej.mask.Scratches.Polarity;
import org.vaerestore.job.InputException;

class ScratchesTest {

	private static final Scratches ANY = new Scratches(3, 8, Polarity.BOTH);

	@Test
	void findsLinesOfAnyDirectionBrighterAndDarker() {
		final Random random = new Random(7);
		for (int run = 0; run < 12; run++) {
			final DrawnPlane plane = new DrawnPlane(160, 140, 100, 4, run);
			final double angle = random.nextDouble() * Math.PI;
			final double dx = 55 * Math.cos(angle), dy = 55 * Math.sin(angle);
			final boolean[] drawn = plane.line(80 - dx, 70 - dy, 80 + dx, 70 + dy, 3, run % 2 == 0 ? 200 : 0);
			final boolean[] found = ANY.find(plane.values, plane.width, plane.height);
			final String what = "angle " + angle + ": found " + DrawnPlane.count(found) + " of " + DrawnPlane.count(drawn) +
				", in common " + DrawnPlane.common(found, drawn);
			assertTrue(DrawnPlane.common(found, drawn) > 0.6 * DrawnPlane.count(drawn), what);
			assertTrue(DrawnPlane.common(found, drawn) > 0.9 * DrawnPlane.count(found), what);
		}
	}

	@Test
	void findsLinesOfFifteenWidthsToTheirEndsAndLeavesShorterOnes() {
		for (final int length : new int[] { 36, 48, 56 }) {
			final DrawnPlane plane = new DrawnPlane(70, 66, 100, 4, length);
			final boolean[] drawn = plane.line(10, 5, 10, 5 + length, 3, 255);
			final int common = DrawnPlane.common(ANY.find(plane.values, 70, 66), drawn);
			if (length < 45) assertEquals(0, common, length + " pixels");
			else assertTrue(common > 0.9 * DrawnPlane.count(drawn), length + " pixels: " + common);
		}
	}

	@Test
	void heedsThePolarity() {
		final DrawnPlane plane = new DrawnPlane(160, 140, 100, 4, 1);
		final boolean[] bright = plane.line(20, 40, 140, 50, 3, 200), dark = plane.line(20, 90, 140, 110, 3, 0);
		final boolean[] foundBright = new Scratches(3, 8, Polarity.BRIGHT).find(plane.values, 160, 140);
		final boolean[] foundDark = new Scratches(3, 8, Polarity.DARK).find(plane.values, 160, 140);
		assertTrue(DrawnPlane.common(foundBright, bright) > 100);
		assertEquals(0, DrawnPlane.common(foundBright, dark));
		assertTrue(DrawnPlane.common(foundDark, dark) > 100);
		assertEquals(0, DrawnPlane.common(foundDark, bright));
	}

	@Test
	void findsNothingInNoiseAtEdgesAndInSpots() {
		for (int seed = 0; seed < 5; seed++) {
			final DrawnPlane noise = new DrawnPlane(160, 140, 100, 10, seed);
			assertEquals(0, DrawnPlane.count(ANY.find(noise.values, 160, 140)), "noise, seed " + seed);
		}
		final DrawnPlane edge = new DrawnPlane(160, 140, 50, 3, 3);
		edge.line(20, 70, 140, 70, 60, 150);
		assertEquals(0, DrawnPlane.count(ANY.find(edge.values, 160, 140)), "the edges of a bar 60 pixels wide");
		final DrawnPlane spots = new DrawnPlane(160, 140, 50, 3, 4);
		for (int i = 0; i < 6; i++)
			spots.spot(20 + 22 * i, 30 + 15 * i, 2, 400);
		assertEquals(0, DrawnPlane.count(ANY.find(spots.values, 160, 140)), "spots");
	}

	@Test
	void livesWithPixelsThatAreNoNumbers() {
		final DrawnPlane plane = new DrawnPlane(160, 140, 100, 4, 1);
		final boolean[] drawn = plane.line(20, 40, 140, 50, 3, 200);
		plane.values[100 * 160 + 80] = Float.NaN;
		assertTrue(DrawnPlane.common(ANY.find(plane.values, 160, 140), drawn) > 100);
	}

	@Test
	void refusesValuesThatMakeNoSense() {
		assertTrue(assertThrows(InputException.class, () -> new Scratches(0.5, 8, Polarity.BOTH)).getMessage().contains(
			"0.5 pixels"));
		assertTrue(assertThrows(InputException.class, () -> new Scratches(3, -1, Polarity.BOTH)).getMessage().contains(
			"-1.0"));
	}
}
