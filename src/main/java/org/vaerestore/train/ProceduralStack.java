package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;
import org.vaerestore.procedural.FractalNoise;

/**
 * Draws slices that could lie beside a procedural patch in a stack: what is in it has moved a little, here and there
 * something else has come in its place, and brightness differs.
 */
final class ProceduralStack {

	private static final int SLICES_EACH_SIDE = 2;

	private final int side;

	ProceduralStack(final int side) {
		this.side = side;
	}

	/**
	 * Draws one or two slices before and after a patch.
	 *
	 * @param patch row by row
	 * @param other another patch, of which parts come in
	 */
	List<float[]> around(final float[] patch, final float[] other, final SplittableRandom random) {
		final int each = random.nextInt(1, SLICES_EACH_SIDE + 1);
		final double shift = Draws.logUniform(random, 0.2, 4), coarse = Draws.logUniform(random, 12, 80);
		final double changed = random.nextDouble(-0.6, 0.3), grain = Draws.logUniform(random, 6, 40);
		final FractalNoise across = new FractalNoise(random.nextLong()), down = new FractalNoise(random.nextLong()), change =
			new FractalNoise(random.nextLong());
		final List<float[]> slices = new ArrayList<>();
		for (int z = -each; z <= each; z++) {
			if (z == 0) continue;
			final double gain = random.nextDouble(0.9, 1.1), offset = 0.1 * random.nextGaussian();
			final float[] slice = new float[patch.length];
			for (int i = 0; i < slice.length; i++) {
				final int x = i % side, y = i / side;
				// The field passes through 0 at the patch itself, so that slices on its two sides move in opposite directions.
				final double dx = shift * z * across.at(x / coarse, y / coarse, 0.3 * Math.abs(z), 2), dy = shift * z * down.at(x /
					coarse, y / coarse, 0.3 * Math.abs(z), 2);
				final double share = 1 / (1 + Math.exp(-15 * (Math.abs(z) * 0.25 * change.at(x / grain, y / grain, z, 2) +
					changed - 0.35 + 0.1 * Math.abs(z))));
				slice[i] = (float) (gain * ((1 - share) * at(patch, x + dx, y + dy) + share * other[i]) + offset);
			}
			slices.add(slice);
		}
		return slices;
	}

	private double at(final float[] patch, final double x, final double y) {
		final double u = Math.max(0, Math.min(side - 1, x)), v = Math.max(0, Math.min(side - 1, y));
		final int column = Math.min((int) u, side - 2), row = Math.min((int) v, side - 2), i = row * side + column;
		final double fx = u - column, fy = v - row;
		return (1 - fy) * ((1 - fx) * patch[i] + fx * patch[i + 1]) + fy * ((1 - fx) * patch[i + side] + fx * patch[i + side +
			1]);
	}
}
