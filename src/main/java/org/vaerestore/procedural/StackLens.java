package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * What the planes of a stack are all looked at through: the point spread function, light and contrast are the same for all.
 *
 * @param sigma standard deviation of the point spread function in pixels, 0 for none
 * @param haze strength of the light from beside the focus
 * @param spread how far that light is spread, in pixels
 * @param light by how much each pixel is lit, or null where all are the same
 * @param power to which the range of all planes is raised
 */
record StackLens(double sigma, double haze, double spread, float[] light, double power) {

	private static final double SHARP = 0.4, EVEN = 0.4, STRAIGHT = 0.3;
	/** The light from beside the focus is so smooth that one pixel of this size is enough. */
	private static final int BLOCK = 4;

	/** Draws one of a usual microscope, or of one that is as sharp as its pixels. */
	static StackLens draw(final int side, final SplittableRandom random) {
		final Microscope like = random.nextDouble() < SHARP ? Microscope.SHARP : Microscope.USUAL;
		final double sigma = random.nextDouble() < like.blurred() ? Draws.logUniform(random, like.sharpest(), like.widest()) : 0;
		final double haze = random.nextDouble() < like.hazy() ? random.nextDouble() : 0, spread = Draws.logUniform(random, 4, 20);
		return new StackLens(sigma, haze, spread, random.nextDouble() < EVEN ? null : light(side, random), random
			.nextDouble() < STRAIGHT ? 1 : Draws.logUniform(random, 0.5, 2));
	}

	private static float[] light(final int side, final SplittableRandom random) {
		final float[] light = SmoothField.draw(120, 2, random).plane(side, 0);
		final double strength = random.nextDouble(0.6);
		for (int i = 0; i < light.length; i++)
			light[i] = (float) (1 + strength * light[i]);
		return light;
	}

	/** Returns the same lens with another point spread function and contrast: that of another wavelength. */
	StackLens otherwise(final SplittableRandom random) {
		return new StackLens(sigma * Draws.logUniform(random, 0.7, 1.5), haze, spread, light, Draws.logUniform(random, 0.5, 2));
	}

	/** Returns the planes as they are seen, from 0 to 1 for the least and largest value of them all. */
	float[][] seen(final float[][] planes, final int side) {
		final float[][] seen = new float[planes.length][];
		for (int k = 0; k < planes.length; k++)
			seen[k] = gathered(planes[k], side);
		Range.shareUnit(seen);
		if (power != 1) for (final float[] plane : seen)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) Math.pow(plane[i], power);
		return seen;
	}

	private float[] gathered(final float[] plane, final int side) {
		final float[] seen = sigma < 0.2 ? plane.clone() : GaussianBlur.blur(plane, side, side, sigma);
		if (haze > 0) addHaze(plane, seen, side);
		if (light != null) for (int i = 0; i < seen.length; i++)
			seen[i] *= light[i];
		return seen;
	}

	private void addHaze(final float[] plane, final float[] seen, final int side) {
		final int blocks = (side + BLOCK - 1) / BLOCK + 1;
		final float[] means = new float[blocks * blocks];
		for (int i = 0; i < means.length; i++) {
			double sum = 0;
			for (int k = 0; k < BLOCK * BLOCK; k++)
				sum += plane[Math.min(side - 1, i / blocks * BLOCK + k / BLOCK) * side + Math.min(side - 1, i % blocks * BLOCK + k % BLOCK)];
			means[i] = (float) sum / (BLOCK * BLOCK);
		}
		final Sheet spreadOut = new Sheet(GaussianBlur.blur(means, blocks, blocks, spread / BLOCK), blocks);
		for (int i = 0; i < seen.length; i++)
			seen[i] += (float) (haze * spreadOut.at((i % side - 1.5) / BLOCK, (i / side - 1.5) / BLOCK));
	}
}
