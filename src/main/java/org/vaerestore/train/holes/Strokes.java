package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/** Smooth strokes as scratches and hairs make them, 1 to 6 pixels wide, straight ones among them. */
final class Strokes implements HoleShape {

	private static final double STRAIGHT = 0.3;
	private static final double SHARPEST_BEND = 0.12;

	@Override
	public void draw(final SplittableRandom random, final HoleCanvas canvas) {
		final int side = canvas.side();
		final double radius = 0.5 * (1 + 2.5 * (random.nextDouble() + random.nextDouble()));
		final boolean straight = random.nextDouble() < STRAIGHT;
		double x = random.nextDouble(side);
		double y = random.nextDouble(side);
		double angle = random.nextDouble(2 * Math.PI);
		double bend = straight ? 0 : random.nextDouble(-SHARPEST_BEND, SHARPEST_BEND);
		final int length = random.nextInt(side / 4, 2 * side);
		for (int step = 0; step < length && canvas.room() > 0; step++) {
			Discs.paint(canvas, x, y, radius);
			// A point of a thin stroke may miss every pixel centre around it.
			canvas.hide((int) Math.floor(x), (int) Math.floor(y));
			x += Math.cos(angle);
			y += Math.sin(angle);
			if (x < -radius || y < -radius || x > side + radius || y > side + radius) return;
			angle += bend;
			if (!straight) bend = Math.max(-SHARPEST_BEND, Math.min(SHARPEST_BEND, bend + random.nextDouble(-0.02, 0.02)));
		}
	}
}
