package org.vaerestore.train.noise;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/** White noise of an image that was turned and scaled, each axis by a factor of its own. */
final class ResampledGrain implements Grain {

	/** Pixels of the image that was resampled to a pixel of the result. */
	private static final double FINEST = 0.45, COARSEST = 1.25;
	/** Share of those that are not turned, and of those whose axes are scaled alike. */
	private static final double STRAIGHT = 0.4, EVEN = 0.5;

	@Override
	public Drawn draw(final int side, final int count, final SplittableRandom random) {
		final Interpolation interpolation = random.nextBoolean() ? Interpolation.LINEAR : Interpolation.CUBIC;
		final double stepX = Draws.logUniform(random, FINEST, COARSEST);
		final double stepY = random.nextDouble() < EVEN ? stepX : Draws.logUniform(random, FINEST, COARSEST);
		final double angle = random.nextDouble() < STRAIGHT ? 0 : random.nextDouble(2 * Math.PI);
		return new Map(Math.cos(angle) * stepX, Math.sin(angle) * stepX, -Math.sin(angle) * stepY, Math.cos(angle) * stepY)
			.draw(side, count, interpolation, random);
	}

	/**
	 * Where pixels come from.
	 *
	 * @param xu how far a step along x goes along the first axis of the image that was resampled
	 * @param xv the same along its second axis
	 * @param yu how far a step along y goes along the first axis
	 * @param yv the same along the second axis
	 */
	private record Map(double xu, double xv, double yu, double yv) {

		Drawn draw(final int side, final int count, final Interpolation interpolation, final SplittableRandom random) {
			final float[][] patches = new float[count][];
			for (int i = 0; i < count; i++)
				patches[i] = patch(side, interpolation, random);
			return new Drawn(patches, Correlations.of((dx, dy) -> interpolation.covariance(dx * xu + dy * yu) * interpolation
				.covariance(dx * xv + dy * yv)));
		}

		private float[] patch(final int side, final Interpolation interpolation, final SplittableRandom random) {
			final int reach = interpolation.reach();
			final double u0 = Math.min(0, xu * side) + Math.min(0, yu * side) - reach - random.nextDouble();
			final double v0 = Math.min(0, xv * side) + Math.min(0, yv * side) - reach - random.nextDouble();
			final int wide = (int) Math.ceil(side * (Math.abs(xu) + Math.abs(yu))) + 2 * reach + 2;
			final int high = (int) Math.ceil(side * (Math.abs(xv) + Math.abs(yv))) + 2 * reach + 2;
			final float[] white = WhiteGrain.values(wide * high, random), values = new float[side * side];
			// One factor for each axis.
			final double scale = 1 / interpolation.covariance(0);
			final double[] across = new double[2 * reach];
			for (int y = 0; y < side; y++)
				for (int x = 0; x < side; x++) {
					final double u = x * xu + y * yu - u0, v = x * xv + y * yv - v0;
					final int left = (int) u - reach + 1, top = (int) v - reach + 1;
					for (int i = 0; i < across.length; i++)
						across[i] = interpolation.weight(u - left - i);
					double sum = 0;
					for (int j = 0; j < across.length; j++) {
						double row = 0;
						for (int i = 0; i < across.length; i++)
							row += across[i] * white[(top + j) * wide + left + i];
						sum += interpolation.weight(v - top - j) * row;
					}
					values[y * side + x] = (float) (scale * sum);
				}
			return values;
		}
	}
}
