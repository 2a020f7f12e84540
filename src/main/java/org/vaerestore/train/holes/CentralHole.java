package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/** One large hole about the centre, a rectangle or an ellipse, up to about half the side. */
final class CentralHole implements HoleShape {

	@Override
	public void draw(final SplittableRandom random, final HoleCanvas canvas) {
		final int side = canvas.side();
		final double aspect = Math.exp(random.nextDouble(-0.4, 0.4));
		final boolean round = random.nextBoolean();
		final double filled = round ? Math.PI / 4 : 1;
		final double half = 0.5 * Math.min(Math.sqrt(canvas.missing() / filled), side / 2.0);
		final double halfWidth = half * aspect;
		final double halfHeight = half / aspect;
		final double x = side * (0.5 + random.nextDouble(-0.1, 0.1));
		final double y = side * (0.5 + random.nextDouble(-0.1, 0.1));
		for (int v = (int) (y - halfHeight); v <= y + halfHeight; v++) {
			for (int u = (int) (x - halfWidth); u <= x + halfWidth; u++) {
				final double dx = (u + 0.5 - x) / halfWidth;
				final double dy = (v + 0.5 - y) / halfHeight;
				if (round ? dx * dx + dy * dy <= 1 : Math.max(Math.abs(dx), Math.abs(dy)) <= 1) canvas.hide(u, v);
			}
		}
	}
}
