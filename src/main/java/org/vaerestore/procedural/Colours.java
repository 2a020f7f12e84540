package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/** Colours of a photograph: leaves with tints of their own, or one scene with slow changes of tint, same textures in all. */
final class Colours implements SeriesKind {

	private static final double LEAVES = 0.65, SHARP = 0.3, OVEREXPOSED = 0.1, LEAST_TEXTURED = 3;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double chroma = Draws.logUniform(random, 0.03, 0.45);
		return taken(random.nextDouble() < LEAVES ? leaves(side, planes, chroma, random) : scene(side, planes, chroma, random), side, random);
	}

	private static float[][] leaves(final int side, final int planes, final double chroma, final SplittableRandom random) {
		final Texture[] textures = new Texture[random.nextInt(3, 10)];
		for (int i = 0; i < textures.length; i++)
			textures[i] = Textures.draw(side, random);
		final Pile pile = new Pile(side, planes);
		final double smallest = Draws.logUniform(random, 2, 30), largest = side * random.nextDouble(0.3, 0.8);
		final int count = (int) (side * side / (smallest * smallest) * Draws.logUniform(random, 0.05, 1)) + 3;
		final Shapes shapes = Shapes.draw(random);
		final Tones tones = Tones.draw(random);
		for (int i = 0; i < count && !pile.closed(); i++) {
			final double x = side * random.nextDouble(-0.1, 1.1), y = side * random.nextDouble(-0.1, 1.1), radius = Draws.scaleFree(random,
				smallest, largest), level = tones.level(random);
			final Shape shape = shapes.at(x, y, radius, random);
			pile.lay(shape, surface(x, y, radius, level, tones, textures, random), 1, Tint.draw(planes, level, chroma, random));
		}
		final double level = tones.level(random);
		pile.fill(surface(side / 2.0, side / 2.0, side, level, tones, textures, random), Tint.draw(planes, level, chroma, random));
		return pile.colours();
	}

	private static Texture surface(final double x, final double y, final double radius, final double level, final Tones tones,
		final Texture[] textures, final SplittableRandom random)
	{
		return Surface.draw(x, y, Math.max(radius, 8), level, radius < LEAST_TEXTURED ? 0 : tones.contrast(random), Textures.elsewhere(
			textures[random.nextInt(textures.length)], random), random);
	}

	/** Draws a scene whose dark and bright parts have tints, and that changes its tint from place to place. */
	private static float[][] scene(final int side, final int planes, final double chroma, final SplittableRandom random) {
		final float[] scene = new Scenery().draw(side, random);
		final Tint dark = Tint.draw(planes, 0.5, chroma, random), bright = Tint.draw(planes, 0.5, chroma, random);
		final float[][] colours = new float[planes][side * side];
		for (int k = 0; k < planes; k++) {
			final float[] hue = SmoothField.draw(side * random.nextDouble(0.2, 1), 2, random).plane(side, 0);
			final double strength = 0.5 * chroma * random.nextDouble();
			for (int i = 0; i < scene.length; i++) {
				final double value = scene[i] * bright.of(scene[i], k) + (1 - scene[i]) * dark.of(scene[i], k);
				colours[k][i] = (float) (value * (1 + strength * hue[i]));
			}
		}
		return colours;
	}

	/** Returns the colours through one lens: what is too bright is white, what is too dark black. */
	private static float[][] taken(final float[][] colours, final int side, final SplittableRandom random) {
		final double sigma = random.nextDouble() < SHARP ? 0 : random.nextDouble(0.3, 1), gain = random.nextDouble() < OVEREXPOSED ? random
			.nextDouble(1, 1.4) : 1;
		final float[][] taken = new float[colours.length][];
		for (int k = 0; k < taken.length; k++) {
			taken[k] = sigma == 0 ? colours[k] : GaussianBlur.blur(colours[k], side, side, sigma);
			for (int i = 0; i < taken[k].length; i++)
				taken[k][i] = (float) Math.min(1, Math.max(0, gain * taken[k][i]));
		}
		return taken;
	}
}
