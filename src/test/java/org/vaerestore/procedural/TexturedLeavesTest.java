package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.procedural.texture.Periodogram;

class TexturedLeavesTest {

	private static final int SIDE = 64, COUNT = 40;

	@Test
	void edgesAreAsSharpAsPixelsShow() {
		int sharp = 0;
		for (int seed = 0; seed < COUNT; seed++) {
			final float[] picture = new TexturedLeaves().draw(SIDE, new SplittableRandom(seed));
			float steepest = 0;
			for (int i = 2; i < picture.length; i++)
				if (i % SIDE > 1) steepest = Math.max(steepest, Math.abs(picture[i] - picture[i - 2]));
			if (steepest > 0.35) sharp++;
		}
		assertTrue(sharp > 0.7 * COUNT, sharp + " of " + COUNT);
	}

	@Test
	void theirSpectraFallAsThoseOfPicturesButLessSteeplyWhereTexturesAre() {
		int fine = 0, falling = 0;
		for (int seed = 0; seed < COUNT; seed++) {
			final Periodogram spectrum = Periodogram.of(new TexturedLeaves().draw(SIDE, new SplittableRandom(seed)), SIDE);
			if (spectrum.share(0.25, 1) > 0.02) fine++;
			if (spectrum.share(0, 0.1) > 0.5) falling++;
		}
		assertTrue(fine > 0.3 * COUNT && falling > 0.6 * COUNT, fine + " fine, " + falling + " falling of " + COUNT);
	}

	@Test
	void sizesAreScaleFree() {
		final SplittableRandom random = new SplittableRandom(1);
		double small = 0, large = 0;
		for (int i = 0; i < 100_000; i++) {
			final double radius = Draws.scaleFree(random, 2, 64);
			if (radius < 8) small += radius * radius;
			else if (radius >= 16) large += radius * radius;
		}
		// Each doubling of the size covers the same area: two doublings on either side.
		assertTrue(small / large > 0.8 && small / large < 1.25, small + " and " + large);
	}

	@Test
	void contrastsReachFromFaintToStrong() {
		final SplittableRandom random = new SplittableRandom(1);
		int plain = 0, faint = 0, strong = 0;
		for (int i = 0; i < 1000; i++) {
			final double contrast = Tones.draw(random).contrast(random);
			if (contrast == 0) plain++;
			else if (contrast < 0.03) faint++;
			else if (contrast > 0.1) strong++;
		}
		assertTrue(plain > 100 && faint > 150 && strong > 150, plain + " " + faint + " " + strong);
	}
}
