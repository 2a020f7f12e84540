package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** A scene that stays the same, frame by frame: exactly, or on a stage that drifts, in light that flickers and bleaches. */
final class Frames implements SeriesKind {

	private static final double EXACT = 0.35;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double[] places = Places.draw(planes, random);
		final int margin = Drift.margin(places), whole = side + 2 * margin;
		final Sheet scene = new Sheet(new Scenery().draw(whole, random), whole);
		final StackLens lens = StackLens.draw(side, random);
		final float[][] frames = new float[planes][];
		if (random.nextDouble() < EXACT) {
			final float[] seen = lens.seen(new float[][] { scene.window(side, margin, margin) }, side)[0];
			for (int k = 0; k < planes; k++)
				frames[k] = seen.clone();
			return frames;
		}
		final Drift drift = Drift.draw(places, random);
		for (int k = 0; k < planes; k++)
			frames[k] = scene.window(side, margin + drift.x()[k], margin + drift.y()[k]);
		final float[][] seen = lens.seen(frames, side);
		Flicker.draw(places, random).apply(seen, side);
		return seen;
	}
}
