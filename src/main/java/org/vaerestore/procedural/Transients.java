package org.vaerestore.procedural;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A scene parts of which differ in some frames: they light up or fade, by as little as a twentieth, or show something else.
 */
final class Transients implements SeriesKind {

	private static final double GAIN = 0.7, FADES = 0.25, DRIFTS = 0.4, FLICKERS = 0.3;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double[] places = Places.draw(planes, random);
		final int margin = Drift.margin(places), whole = side + 2 * margin;
		final float[] still = new Scenery().draw(whole, random);
		final float[][] scenes = new float[planes][];
		for (int k = 0; k < planes; k++)
			scenes[k] = still.clone();
		final int events = random.nextInt(1, 4);
		for (int i = 0; i < events; i++)
			happen(scenes, still, whole, random);
		final Drift drift = random.nextDouble() < DRIFTS ? Drift.draw(places, random) : Drift.none(planes);
		final float[][] frames = new float[planes][];
		for (int k = 0; k < planes; k++)
			frames[k] = new Sheet(scenes[k], whole).window(side, margin + drift.x()[k], margin + drift.y()[k]);
		final float[][] seen = StackLens.draw(side, random).seen(frames, side);
		if (random.nextDouble() < FLICKERS) Flicker.draw(places, random).apply(seen, side);
		return seen;
	}

	private static void happen(final float[][] scenes, final float[] still, final int side, final SplittableRandom random) {
		final float[] region = Region.draw(still, side, random);
		final double[] strength = strengths(scenes.length, random);
		if (random.nextDouble() < GAIN) {
			final double gain = Draws.logUniform(random, 0.05, 0.6) * (random.nextDouble() < FADES ? -1 : 1), ground = random
				.nextBoolean() ? 0 : random.nextDouble(0.3);
			for (int k = 0; k < scenes.length; k++)
				if (strength[k] > 0) for (int i = 0; i < region.length; i++)
					scenes[k][i] += (float) (strength[k] * gain * region[i] * (still[i] + ground));
		}
		else {
			final float[] other = new Scenery().draw(side, random);
			final double share = Draws.logUniform(random, 0.1, 1);
			for (int k = 0; k < scenes.length; k++)
				if (strength[k] > 0) for (int i = 0; i < region.length; i++)
					scenes[k][i] += (float) (strength[k] * share * region[i] * (other[i] - still[i]));
		}
	}

	/** Draws how much of it is to be seen in each frame: nothing in one at least, all of it in another. */
	private static double[] strengths(final int planes, final SplittableRandom random) {
		final double[] strengths = new double[planes];
		final double often = random.nextDouble(0.2, 0.8);
		for (int k = 0; k < planes; k++)
			strengths[k] = random.nextDouble() > often ? 0 : random.nextBoolean() ? 1 : random.nextDouble();
		// Half of the time it is the first frame that differs from all others, or lacks what they have.
		if (random.nextBoolean()) Arrays.fill(strengths, random.nextBoolean() ? 1 : 0);
		final int one = random.nextBoolean() ? 0 : random.nextInt(planes);
		final double rest = strengths[(one + 1) % planes];
		strengths[one] = rest > 0 ? 0 : 1;
		return strengths;
	}
}
