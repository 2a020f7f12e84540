package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class GradientTest {

	@Test
	void aPlaneFallsEvenly() {
		final Texture gradient = new Gradient(Axis.of(0.5), 40, 0);
		final double step = gradient.at(1, 0) - gradient.at(0, 0);
		assertEquals(Math.cos(0.5) / 40, step, 1e-12);
		assertEquals(step, gradient.at(31, 12) - gradient.at(30, 12), 1e-12);
	}

	@Test
	void isSmooth() {
		final Texture gradient = Textures.gradient(64, new SplittableRandom(1));
		assertTrue(Periodogram.of(gradient, 64).share(0.1, 1) < 0.01);
	}
}
