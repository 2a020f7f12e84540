package org.vaerestore.train.noise;

import java.util.SplittableRandom;

/** White noise of an image that was moved by parts of a pixel, as one that was registered. */
final class ShiftedGrain implements Grain {

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final Interpolation interpolation = random.nextBoolean() ? Interpolation.LINEAR : Interpolation.CUBIC;
		final double byX = random.nextDouble(), byY = random.nextDouble();
		return Kernel.of(2, (x, y) -> interpolation.weight(x - byX) * interpolation.weight(y - byY)).draw(side, count, random);
	}
}
