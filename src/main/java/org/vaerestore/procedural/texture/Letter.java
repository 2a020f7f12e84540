package org.vaerestore.procedural.texture;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A sign made of a few strokes of a pen, straight ones and bows, in a box of height 1.
 *
 * @param strokes ends of straight pieces: x, y, x, y of each
 */
record Letter(double[][] strokes) {

	/** Width of the box. */
	static final double WIDTH = 0.6;
	private static final int PIECES = 5;

	static Letter draw(final SplittableRandom random) {
		final int count = random.nextInt(2, 4);
		final double[][] strokes = new double[count * PIECES][];
		int used = 0;
		for (int i = 0; i < count; i++) {
			final int form = i == 0 ? 0 : random.nextInt(1, 4);
			if (form == 3) {
				bow(strokes, used, random);
				used += PIECES;
			}
			else strokes[used++] = straight(form, random);
		}
		return new Letter(Arrays.copyOf(strokes, used));
	}

	private static double[] straight(final int form, final SplittableRandom random) {
		final double height = random.nextInt(3) / 2.0, side = WIDTH * random.nextInt(3) / 2;
		return switch (form) {
			case 0 -> new double[] { side, random.nextInt(3) == 0 ? 0.4 : 0, side, 1 };
			case 1 -> new double[] { 0, height, WIDTH, height };
			default -> new double[] { WIDTH * random.nextInt(2), 0, WIDTH * random.nextInt(3) / 2, 1 };
		};
	}

	private static void bow(final double[][] strokes, final int from, final SplittableRandom random) {
		final double radius = random.nextBoolean() ? 0.5 : 0.28, y = random.nextBoolean() ? radius : 1 - radius, start = random
			.nextInt(4) * Math.PI / 2, turn = random.nextBoolean() ? Math.PI : 1.7 * Math.PI;
		for (int i = 0; i < PIECES; i++) {
			final double a = start + turn * i / PIECES, b = start + turn * (i + 1) / PIECES;
			strokes[from + i] = new double[] { WIDTH / 2 * (1 + Math.cos(a)), y + radius * Math.sin(a), WIDTH / 2 * (1 + Math
				.cos(b)), y + radius * Math.sin(b) };
		}
	}

	/** Returns the distance from a point to the nearest stroke, of a letter whose width is multiplied by a factor. */
	double distance(final double x, final double y, final double wider) {
		double nearest = Double.POSITIVE_INFINITY;
		for (final double[] stroke : strokes) {
			final double dx = wider * (stroke[2] - stroke[0]), dy = stroke[3] - stroke[1], px = x - wider * stroke[0], py = y - stroke[1];
			final double share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
			final double ex = px - share * dx, ey = py - share * dy;
			nearest = Math.min(nearest, ex * ex + ey * ey);
		}
		return Math.sqrt(nearest);
	}
}
