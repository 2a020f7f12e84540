package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/** Rectangles with sides of 8 to 32 pixels, at any place inside. */
final class Blocks implements HoleShape {

	private static final int SMALLEST = 8;
	private static final int LARGEST = 32;

	@Override
	public void draw(final SplittableRandom random, final HoleCanvas canvas) {
		final int widest = Math.min(Math.min(LARGEST, canvas.side()), canvas.room() / SMALLEST);
		if (widest < SMALLEST) return;
		final int width = random.nextInt(SMALLEST, widest + 1);
		final int highest = Math.min(Math.min(LARGEST, canvas.side()), canvas.room() / width);
		final int height = random.nextInt(SMALLEST, highest + 1);
		// Which side is limited by the other must not favour an orientation.
		if (random.nextBoolean()) paint(random, canvas, width, height);
		else paint(random, canvas, height, width);
	}

	private static void paint(final SplittableRandom random, final HoleCanvas canvas, final int width, final int height) {
		final int left = random.nextInt(canvas.side() - width + 1);
		final int top = random.nextInt(canvas.side() - height + 1);
		for (int y = top; y < top + height; y++)
			for (int x = left; x < left + width; x++)
				canvas.hide(x, y);
	}
}
