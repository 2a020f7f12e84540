package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A camera: sharp or slightly blurred, with a range beyond which all is black or white. */
final class Camera implements Lens {

	private static final double SHARP = 0.3, OVEREXPOSED = 0.1;

	@Override
	public float[] seen(final float[] scene, final int side, final SplittableRandom random) {
		final boolean sharp = random.nextDouble() < SHARP;
		final float[] picture = sharp ? scene.clone() : GaussianBlur.blur(scene, side, side, random.nextDouble(0.3, 1));
		final double gain = random.nextDouble() < OVEREXPOSED ? random.nextDouble(1, 1.4) : 1;
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) Math.min(1, Math.max(0, gain * picture[i]));
		return picture;
	}
}
