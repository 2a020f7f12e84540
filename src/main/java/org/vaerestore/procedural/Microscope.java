package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * A microscope or scanner: a point spread function, light from beside the focus, uneven illumination, bent contrast.
 *
 * @param blurred share of pictures that are blurred
 * @param sharpest least standard deviation of the point spread function, in pixels
 * @param widest largest one
 * @param hazy share of pictures with light from beside the focus
 */
record Microscope(double blurred, double sharpest, double widest, double hazy) implements Lens {

	/** One whose pixels are finer than what it resolves, or hardly so. */
	static final Microscope USUAL = new Microscope(0.9, 0.4, 3, 0.3);
	/** One whose pixels are about as fine as what it resolves. */
	static final Microscope SHARP = new Microscope(0.7, 0.3, 1, 0.1);

	@Override
	public float[] seen(final float[] scene, final int side, final SplittableRandom random) {
		float[] picture = scene;
		if (random.nextDouble() < blurred) picture = GaussianBlur.blur(picture, side, side, Draws.logUniform(random, sharpest,
			widest));
		if (random.nextDouble() < hazy) addHaze(picture, side, random);
		illuminate(picture, side, random);
		bendContrast(picture, random);
		return picture;
	}

	/** Adds the light of what lies above and below the focus. */
	private static void addHaze(final float[] picture, final int side, final SplittableRandom random) {
		final float[] haze = GaussianBlur.blur(picture, side, side, Draws.logUniform(random, 4, 20));
		final double strength = random.nextDouble(1);
		for (int i = 0; i < picture.length; i++)
			picture[i] += (float) (strength * haze[i]);
	}

	private static void illuminate(final float[] picture, final int side, final SplittableRandom random) {
		final FractalNoise light = new FractalNoise(random.nextLong());
		final double strength = random.nextDouble(0, 0.6), ground = random.nextDouble() < 0.5 ? 0 : random.nextDouble(0.3);
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (picture[i] * (1 + strength * light.at(i % side / 120.0, i / side / 120.0, 0, 2)) + ground *
				light.at(i % side / 90.0, i / side / 90.0, 7, 2));
	}

	/** Raises the picture, from its least to its largest value, to a power: few bright things, or few dark ones. */
	private static void bendContrast(final float[] picture, final SplittableRandom random) {
		final double power = Draws.logUniform(random, 0.5, 2);
		final float[] unit = Range.unit(picture);
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) Math.pow(unit[i], power);
	}
}
