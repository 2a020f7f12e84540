package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * What a surface has of its brightness in each colour.
 *
 * @param gain of the brightness
 * @param level that is added
 */
record Tint(double[] gain, double[] level) {

	/** A grey one of one colour. */
	static final Tint NONE = new Tint(new double[] { 1 }, new double[] { 0 });

	/** Draws one that is the stronger the larger the chroma, for a surface of about a brightness. */
	static Tint draw(final int colours, final double bright, final double chroma, final SplittableRandom random) {
		final Tint tint = new Tint(new double[colours], new double[colours]);
		// What absorbs a colour dims light and texture alike; what shines adds to both.
		final boolean absorbs = random.nextInt(3) > 0;
		for (int i = 0; i < colours; i++) {
			final double way = chroma * random.nextGaussian();
			tint.gain[i] = absorbs ? Math.max(0.1, 1 + way) : 1;
			tint.level[i] = absorbs ? 0 : 0.5 * way * Math.max(0.3, bright);
		}
		return tint;
	}

	double of(final double brightness, final int colour) {
		return gain[colour] * brightness + level[colour];
	}
}
