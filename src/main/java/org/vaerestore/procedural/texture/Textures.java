package org.vaerestore.procedural.texture;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.vaerestore.procedural.Draws;

/** Draws textures at random. */
public final class Textures {

	private static final double WARPED = 0.35, SLANTED = 0.3, BENT = 0.08;

	/** Stripes stand here several times, as they are what differs most from picture to picture. */
	private static final List<Function<SplittableRandom, Texture>> KINDS = List.of(Grating::draw, Grating::draw,
		Grating::draw, Crossed::draw, Weave::draw, Weave::draw, SpotLattice::draw, Honeycomb::draw, Bricks::draw,
		Checks::draw, Fractal::draw, Fractal::draw, Fractal::draw, Fractal::drawnOut, Fractal::drawnOut, Patches::draw,
		Patches::draw, Speckles::draw, Strokes::draw, Pebbles::draw, Lettering::draw);

	private Textures() {}

	/**
	 * Draws a texture, flat or warped, bent, or in perspective.
	 *
	 * @param side of the picture that it is for, in pixels
	 * @return mean 0, standard deviation 1
	 */
	public static Texture draw(final int side, final SplittableRandom random) {
		return seen(KINDS.get(random.nextInt(KINDS.size())).apply(random), side, random);
	}

	/** Draws a smooth gradient; mean 0, standard deviation 1. */
	public static Texture gradient(final int side, final SplittableRandom random) {
		return Standardised.draw(Gradient.draw(side, random), side, random);
	}

	/** Draws writing, half of it as it lies before a reader, half of it any way; mean 0, standard deviation 1. */
	public static Texture writing(final int side, final SplittableRandom random) {
		return random.nextBoolean() ? seen(Lettering.draw(random), side, random) : Standardised.draw(Lettering.draw(Draws
			.logUniform(random, 6, 24), Axis.of(0), random), side, random);
	}

	/** Returns the same texture at another place, and turned. */
	public static Texture elsewhere(final Texture texture, final SplittableRandom random) {
		return Placed.draw(texture, random);
	}

	private static Texture seen(final Texture flat, final int side, final SplittableRandom random) {
		Texture texture = flat;
		if (random.nextDouble() < BENT) texture = Bent.draw(texture, side, random);
		if (random.nextDouble() < WARPED) texture = Warped.draw(texture, side, random);
		if (random.nextDouble() < SLANTED) texture = Perspective.draw(texture, side, random);
		return Standardised.draw(texture, side, random);
	}
}
