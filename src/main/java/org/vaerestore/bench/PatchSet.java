package org.vaerestore.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Patches of a plane that lie wholly within a region, the same ones of each plane.
 *
 * @param patches [patch][pixel]
 */
record PatchSet(float[][] patches) {

	private static final int SIDE = 7, HALF = SIDE / 2, MOST = 3000;
	private static final int DIRECTIONS = 256, QUANTILES = 200;
	private static final long SEED = 0;

	/** Returns patches of a plane, chosen by chance if there are many. */
	static PatchSet of(final float[] plane, final boolean[] where, final int width) {
		final int height = where.length / width;
		int[] centres = IntStream.range(0, where.length).filter(i -> {
			final int x = i % width, y = i / width;
			if (x < HALF || y < HALF || x >= width - HALF || y >= height - HALF) return false;
			for (int v = y - HALF; v <= y + HALF; v++)
				for (int u = x - HALF; u <= x + HALF; u++)
					if (!where[v * width + u]) return false;
			return true;
		}).toArray();
		final Random random = new Random(SEED);
		for (int k = 0; k < centres.length && centres.length > MOST && k < MOST; k++) {
			final int other = k + random.nextInt(centres.length - k), kept = centres[k];
			centres[k] = centres[other];
			centres[other] = kept;
		}
		if (centres.length > MOST) centres = Arrays.copyOf(centres, MOST);
		final float[][] patches = new float[centres.length][SIDE * SIDE];
		for (int k = 0; k < centres.length; k++)
			for (int y = 0; y < SIDE; y++)
				System.arraycopy(plane, centres[k] + (y - HALF) * width - HALF, patches[k], y * SIDE, SIDE);
		return new PatchSet(patches);
	}

	boolean isEmpty() {
		return patches.length == 0;
	}

	/** Returns the sliced Wasserstein distance of the distributions of two sets of patches, neither of them empty. */
	double distance(final PatchSet other) {
		final Random random = new Random(SEED);
		double sum = 0;
		for (int k = 0; k < DIRECTIONS; k++) {
			final double[] direction = new double[SIDE * SIDE];
			double squares = 0;
			for (int i = 0; i < direction.length; i++) {
				direction[i] = random.nextGaussian();
				squares += direction[i] * direction[i];
			}
			final double[] own = along(direction, Math.sqrt(squares)), theirs = other.along(direction, Math.sqrt(squares));
			for (int q = 0; q <= QUANTILES; q++)
				sum += Math.abs(quantile(own, q) - quantile(theirs, q));
		}
		return sum / DIRECTIONS / (QUANTILES + 1);
	}

	private double[] along(final double[] direction, final double length) {
		final double[] values = new double[patches.length];
		for (int k = 0; k < values.length; k++)
			for (int i = 0; i < direction.length; i++)
				values[k] += direction[i] / length * patches[k][i];
		Arrays.sort(values);
		return values;
	}

	private static double quantile(final double[] sorted, final int q) {
		final double place = (double) q / QUANTILES * (sorted.length - 1);
		final int below = (int) place;
		return below + 1 >= sorted.length ? sorted[sorted.length - 1] : sorted[below] + (place - below) * (sorted[below + 1] -
			sorted[below]);
	}

	/** Returns the energy score of samples of the same patches: their mean distance to the truth, less half that between them. */
	static double energy(final List<PatchSet> samples, final PatchSet truth) {
		final double near = samples.stream().mapToDouble(truth::apart).average().orElseThrow();
		final double apart = IntStream.range(0, samples.size()).boxed().flatMap(i -> IntStream.range(0, i).mapToObj(j -> samples.get(
			i).apart(samples.get(j)))).mapToDouble(d -> d).average().orElse(0);
		return near - apart / 2;
	}

	/** Returns the mean distance of each patch to the other set's. */
	private double apart(final PatchSet other) {
		double sum = 0;
		for (int k = 0; k < patches.length; k++) {
			double squares = 0;
			for (int i = 0; i < SIDE * SIDE; i++) {
				final double d = patches[k][i] - (double) other.patches[k][i];
				squares += d * d;
			}
			sum += Math.sqrt(squares);
		}
		return sum / patches.length;
	}
}
