package org.vaerestore.train;

import java.util.Arrays;

import org.vaerestore.model.Normalisation;
import org.vaerestore.vae.noise.NoiseEstimation;

/** Goes down a plane row by row, and holds the rows of it, in network units, that local means are taken of. */
final class LocalMeans {

	private static final int REACH = ResidualNoise.REACH, WINDOW = 2 * REACH + 1;

	private final NoiseEstimation.Plane plane;
	private final Normalisation normalisation;
	/** The rows around the present one, each at its number modulo their count; NaN where not known. */
	private final float[][] rows;
	private final double[] sums;
	private final int[] counts;
	private int row = -1;
	private int read;

	LocalMeans(final NoiseEstimation.Plane plane, final Normalisation normalisation) {
		this.plane = plane;
		this.normalisation = normalisation;
		rows = new float[WINDOW][plane.width()];
		sums = new double[plane.width()];
		counts = new int[plane.width()];
	}

	/** Goes to the next row that has one below it; returns whether there is one. */
	boolean nextRow() {
		row++;
		if (row + 1 >= plane.height()) return false;
		while (read < Math.min(plane.height(), row + REACH + 1))
			readRow(read++);
		sumColumns();
		return true;
	}

	/** Adds the second difference of each square of two by two known pixels at this row, with the local mean around it. */
	void addTo(final ResidualHistogram histogram) {
		final float[] here = rows[row % WINDOW], below = rows[(row + 1) % WINDOW];
		for (int x = 0; x + 1 < here.length; x++) {
			final double difference = 0.5 * ((double) here[x] - here[x + 1] - below[x] + below[x + 1]);
			if (!Double.isNaN(difference)) histogram.add(mean(x), difference);
		}
	}

	private double mean(final int x) {
		double sum = 0;
		int count = 0;
		for (int u = Math.max(0, x - REACH); u <= Math.min(sums.length - 1, x + REACH); u++) {
			sum += sums[u];
			count += counts[u];
		}
		return sum / count;
	}

	private void readRow(final int y) {
		final float[] to = rows[y % WINDOW];
		for (int x = 0; x < to.length; x++) {
			final int i = y * to.length + x;
			final boolean excluded = plane.excluded() != null && plane.excluded()[i];
			to[x] = excluded || !Float.isFinite(plane.values()[i]) ? Float.NaN : (float) normalisation.forward(plane
				.values()[i]);
		}
	}

	/** Anew for each row: what is added and taken away again would leave its rounding behind. */
	private void sumColumns() {
		Arrays.fill(sums, 0);
		Arrays.fill(counts, 0);
		for (int y = Math.max(0, row - REACH); y < read; y++) {
			final float[] from = rows[y % WINDOW];
			for (int x = 0; x < from.length; x++)
				if (!Float.isNaN(from[x])) {
					sums[x] += from[x];
					counts[x]++;
				}
		}
	}
}
