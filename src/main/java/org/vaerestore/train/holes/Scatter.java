package org.vaerestore.train.holes;

import java.util.SplittableRandom;

/** Single pixels as dead and hot ones are, 5 to 15 % of all. */
final class Scatter implements HoleShape {

	@Override
	public void draw(final SplittableRandom random, final HoleCanvas canvas) {
		final int side = canvas.side();
		final int count = (int) Math.ceil(random.nextDouble(0.05, 0.15) * side * side);
		for (int k = 0; k < count; k++)
			canvas.hide(random.nextInt(side), random.nextInt(side));
	}
}
