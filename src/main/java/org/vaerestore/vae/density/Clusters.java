package org.vaerestore.vae.density;

import java.util.Arrays;

/** Splits rows into clusters (Lloyd's algorithm from far apart seeds), to start expectation maximisation from. */
final class Clusters {

	private static final int ROUNDS = 10;

	private Clusters() {}

	/** Returns a component for each cluster; deterministic, and none is ever empty or flat. */
	static Component[] of(final double[][] rows, final int count, final double jitter) {
		final double[][] centers = seeds(rows, count);
		final int[] cluster = new int[rows.length];
		for (int round = 0; round < ROUNDS; round++) {
			for (int r = 0; r < rows.length; r++)
				cluster[r] = nearest(rows[r], centers);
			for (int k = 0; k < count; k++) {
				final double[][] members = members(rows, cluster, k);
				if (members.length > 0) centers[k] = Moments.mean(members);
			}
		}
		final double[][] pooled = pooled(rows, centers, cluster, jitter);
		final Component[] components = new Component[count];
		for (int k = 0; k < count; k++)
			components[k] = new Component((members(rows, cluster, k).length + 1.0) / (rows.length + count), centers[k],
				pooled);
		return components;
	}

	/** The row nearest to the mean, then always the one furthest from all before but for the outermost percent. */
	private static double[][] seeds(final double[][] rows, final int count) {
		final double[][] seeds = new double[count][];
		final double[] distance = new double[rows.length];
		Arrays.fill(distance, Double.POSITIVE_INFINITY);
		final double[] mean = Moments.mean(rows);
		seeds[0] = Arrays.stream(rows).min((a, b) -> Double.compare(squares(a, mean), squares(b, mean))).orElseThrow();
		for (int k = 1; k < count; k++) {
			for (int r = 0; r < rows.length; r++)
				distance[r] = Math.min(distance[r], squares(rows[r], seeds[k - 1]));
			final double[] sorted = distance.clone();
			Arrays.sort(sorted);
			final double chosen = sorted[(int) (0.99 * (sorted.length - 1))];
			for (int r = 0; seeds[k] == null; r++)
				if (distance[r] == chosen) seeds[k] = rows[r];
		}
		return seeds;
	}

	private static int nearest(final double[] row, final double[][] centers) {
		int best = 0;
		for (int k = 1; k < centers.length; k++)
			if (squares(row, centers[k]) < squares(row, centers[best])) best = k;
		return best;
	}

	private static double[][] members(final double[][] rows, final int[] cluster, final int k) {
		final double[][] members = new double[rows.length][];
		int count = 0;
		for (int r = 0; r < rows.length; r++)
			if (cluster[r] == k) members[count++] = rows[r];
		return Arrays.copyOf(members, count);
	}

	private static double[][] pooled(final double[][] rows, final double[][] centers, final int[] cluster,
		final double jitter)
	{
		final int dimensions = centers[0].length;
		final double[][] sum = new double[dimensions][dimensions];
		for (int r = 0; r < rows.length; r++)
			Moments.addOuter(rows[r], centers[cluster[r]], sum);
		for (int i = 0; i < dimensions; i++) {
			for (int j = 0; j < dimensions; j++)
				sum[i][j] /= rows.length;
			sum[i][i] += jitter * jitter;
		}
		return sum;
	}

	private static double squares(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		return sum;
	}
}
