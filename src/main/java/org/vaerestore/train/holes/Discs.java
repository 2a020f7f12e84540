package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/** Discs as dust makes them, of radius 2 to 8 pixels, at any place. */
final class Discs implements HoleShape {

	private static final double SMALLEST = 2;
	private static final double LARGEST = 8;

	@Override
	public void draw(final SplittableRandom random, final HoleCanvas canvas) {
		final double fitting = Math.sqrt(canvas.room() / Math.PI) - 0.5;
		if (fitting < SMALLEST) return;
		final double radius = random.nextDouble(SMALLEST, Math.min(LARGEST, fitting) + 1e-9);
		paint(canvas, random.nextDouble(canvas.side()), random.nextDouble(canvas.side()), radius);
	}

	/** Hides the pixels whose centres are within a radius of a point; pixel 0 reaches from 0 to 1. */
	static void paint(final HoleCanvas canvas, final double x, final double y, final double radius) {
		final int top = (int) Math.floor(y - radius);
		final int bottom = (int) Math.floor(y + radius);
		for (int v = top; v <= bottom; v++) {
			final double dy = v + 0.5 - y;
			final double half2 = radius * radius - dy * dy;
			if (half2 < 0) continue;
			final double half = Math.sqrt(half2);
			for (int u = (int) Math.ceil(x - half - 0.5); u + 0.5 <= x + half; u++)
				canvas.hide(u, v);
		}
	}
}
