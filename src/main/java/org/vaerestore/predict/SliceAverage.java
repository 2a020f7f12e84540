package org.vaerestore.predict;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.model.Normalisation;
import org.vaerestore.procedural.GaussianBlur;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.NoiseEstimate;

/**
 * Averages a slice with the slices beside it, here and there as far as they agree.
 * <p>
 * Where two slices show the same, they differ by their noise alone. Change is looked for in the difference after a blur, which
 * leaves little of the noise and most of what a lens lets through; what is found beyond the noise is held against the
 * slice as soon as it is a fiftieth of the noise's variance, for so little is left of the noise in the end.
 * </p>
 */
final class SliceAverage {

	private static final int REACH = 3;
	private static final int TILE = 16;
	/** Standard deviation of the surroundings that say whether slices agree, in tiles, and how far these reach. */
	private static final double SURROUNDINGS = 0.8;
	private static final int FARTHEST = 2;
	/** What differences of pure noise exceed their expectation by, at most, in most places. */
	private static final double TOLERANCE = 1.15;
	/** Change, as a share of the noise's variance, by which the weight of a slice is halved. */
	private static final double HALVING = 0.02;
	/** Blur in pixels. */
	private static final double BLUR = 1;
	private static final int LARGEST_SHIFT = 8;

	private final PlaneReader reader;
	private final long plane;
	private final int axis;
	private final Normalisation normalisation;

	/**
	 * @param axis along which the slices lie
	 * @param normalisation of noisy data
	 */
	SliceAverage(final PlaneReader reader, final long plane, final int axis, final Normalisation normalisation) {
		this.reader = reader;
		this.plane = plane;
		this.axis = axis;
		this.normalisation = normalisation;
	}

	/**
	 * Averages a region in place.
	 *
	 * @param region of the slice
	 * @param values of it, in network units, finite
	 * @return the standard deviation of what noise is left, as a share of what there was
	 */
	float average(final Region region, final float[] values) {
		final int columns = (region.width() + TILE - 1) / TILE, rows = (region.height() + TILE - 1) / TILE;
		final double[] total = new double[columns * rows], squares = new double[total.length];
		final List<float[]> slices = new ArrayList<>();
		final List<double[]> weights = new ArrayList<>();
		for (int step = -REACH; step <= REACH; step++) {
			final long beside = step == 0 ? -1 : reader.planes().beside(plane, axis, step);
			if (beside < 0) continue;
			final float[] slice = read(beside, region, values);
			slices.add(slice);
			weights.add(weights(values, slice, region.width(), columns, rows));
		}
		for (int tile = 0; tile < total.length; tile++) {
			total[tile] = squares[tile] = 1;
			for (final double[] weight : weights) {
				total[tile] += weight[tile];
				squares[tile] += weight[tile] * weight[tile];
			}
		}
		mix(values, slices, weights, region.width(), columns, rows);
		double left = 0;
		for (int tile = 0; tile < total.length; tile++)
			left += squares[tile] / (total[tile] * total[tile]) / total.length;
		return (float) Math.sqrt(left);
	}

	private float[] read(final long beside, final Region region, final float[] values) {
		final float[] slice = reader.read(beside, region);
		for (int i = 0; i < slice.length; i++)
			slice[i] = Float.isFinite(slice[i]) ? (float) normalisation.forward(slice[i]) : values[i];
		return slice;
	}

	/** Returns the weight of a slice in each tile, relative to that of the slice itself. */
	private double[] weights(final float[] values, final float[] slice, final int width, final int columns,
		final int rows)
	{
		final int height = values.length / width;
		final float[] difference = new float[values.length];
		for (int i = 0; i < difference.length; i++)
			difference[i] = values[i] - slice[i];
		final float[] smooth = GaussianBlur.blur(difference, width, height, BLUR);
		final double[] coarse = new double[columns * rows], fine = new double[coarse.length], counts = new double[coarse.length];
		for (int y = 1; y + 1 < height; y++)
			for (int x = 1; x + 1 < width; x++) {
				final int i = y * width + x, tile = y / TILE * columns + x / TILE;
				final double second = across(difference, i - width) - 2 * across(difference, i) + across(difference, i + width);
				coarse[tile] += (double) smooth[i] * smooth[i];
				fine[tile] += second * second / 36;
				counts[tile]++;
			}
		final double noise = normalisation.noiseLevel() * normalisation.noiseLevel(), blurredShare = blurredShare();
		final boolean white = normalisation.correlation() <= NoiseEstimate.WHITE;
		final double[] weights = new double[coarse.length];
		for (int tile = 0; tile < weights.length; tile++) {
			final double count = around(counts, columns, rows, tile);
			if (count == 0) continue;
			final double expected = blurredShare * (white ? Math.max(2 * noise, around(fine, columns, rows, tile) / count)
				: 2 * noise);
			final double change = Math.max(0, around(coarse, columns, rows, tile) / count - TOLERANCE * expected);
			weights[tile] = HALVING * noise / (HALVING * noise + change);
		}
		return weights;
	}

	/**
	 * Returns the share of the noise's variance that the blur leaves: the sum of the products of the correlations of the noise
	 * and of the blur over all shifts, if the noise is white noise that was blurred.
	 */
	private double blurredShare() {
		final double neighbours = normalisation.correlation() * Math.exp(-1 / (4 * BLUR * BLUR));
		double sum = 1;
		for (int shift = 1; shift <= LARGEST_SHIFT; shift++)
			sum += 2 * Math.pow(neighbours, shift * shift);
		return sum * sum / (4 * Math.PI * BLUR * BLUR);
	}

	private static double across(final float[] values, final int i) {
		return values[i - 1] - 2.0 * values[i] + values[i + 1];
	}

	private static double around(final double[] tiles, final int columns, final int rows, final int tile) {
		final int column = tile % columns, row = tile / columns;
		double sum = 0;
		for (int r = Math.max(0, row - FARTHEST); r <= Math.min(rows - 1, row + FARTHEST); r++)
			for (int c = Math.max(0, column - FARTHEST); c <= Math.min(columns - 1, column + FARTHEST); c++)
				sum += tiles[r * columns + c] * Math.exp(-((r - row) * (r - row) + (c - column) * (c - column)) / (2 *
					SURROUNDINGS * SURROUNDINGS));
		return sum;
	}

	/** Averages with weights that are interpolated between the middles of tiles. */
	private static void mix(final float[] values, final List<float[]> slices, final List<double[]> weights,
		final int width, final int columns, final int rows)
	{
		for (int i = 0; i < values.length; i++) {
			final double across = Math.max(0, Math.min(columns - 1, (i % width + 0.5) / TILE - 0.5));
			final double down = Math.max(0, Math.min(rows - 1, (i / width + 0.5) / TILE - 0.5));
			final int left = (int) across, top = (int) down, right = Math.min(columns - 1, left + 1), bottom = Math.min(rows - 1,
				top + 1);
			final double fx = across - left, fy = down - top;
			double sum = values[i], total = 1;
			for (int k = 0; k < slices.size(); k++) {
				final double[] w = weights.get(k);
				final double weight = (1 - fy) * ((1 - fx) * w[top * columns + left] + fx * w[top * columns + right]) + fy * ((1 -
					fx) * w[bottom * columns + left] + fx * w[bottom * columns + right]);
				sum += weight * slices.get(k)[i];
				total += weight;
			}
			values[i] = (float) (sum / total);
		}
	}
}
