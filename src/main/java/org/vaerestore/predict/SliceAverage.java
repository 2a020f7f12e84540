package org.vaerestore.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;

/**
 * Averages a slice with the slices beside it, here and there as far as they agree.
 * <p>
 * What a slice has in large regions stays its own: those beside it are brought to its brightness there before anything else, so that
 * what flickers or bleaches doesn't leak. Slices count by their noise, and copies once.
 * </p>
 */
final class SliceAverage {

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
		final List<float[]> slices = slices(region, values);
		if (slices.size() == 1) return 1;
		final CellGrid grid = new CellGrid(region.width(), region.height());
		final double variance = normalisation.noiseLevel() * normalisation.noiseLevel();
		final SliceNoise noise = SliceNoise.of(slices, region.width(), variance, normalisation.correlation());
		final DifferenceNoise differences = new DifferenceNoise(variance, normalisation.correlation());
		final SliceAgreement agreement = new SliceAgreement(grid, differences);
		final SliceMatch match = new SliceMatch(grid, differences);
		final List<float[]> averaged = new ArrayList<>(), weights = new ArrayList<>();
		final float[] total = new float[grid.count()], left = new float[grid.count()];
		Arrays.fill(total, 1);
		Arrays.fill(left, (float) noise.variances()[0]);
		for (int k = 1; k < slices.size(); k++) {
			if (noise.copies()[k]) continue;
			final float[] slice = slices.get(k), difference = new float[values.length];
			for (int i = 0; i < difference.length; i++)
				difference[i] = values[i] - slice[i];
			final float[] variances = agreement.variances(difference, (noise.variances()[0] + noise.variances()[k]) / 2);
			match.match(slice, difference, variances);
			final float[] weight = agreement.weights(difference, variances);
			for (int cell = 0; cell < weight.length; cell++) {
				weight[cell] *= (float) (noise.variances()[0] / noise.variances()[k]);
				total[cell] += weight[cell];
				left[cell] += (float) (weight[cell] * weight[cell] * noise.variances()[k]);
			}
			averaged.add(slice);
			weights.add(weight);
		}
		mix(values, new Others(averaged, weights, grid), match, agreement, share(noise.variances()[0], total, left));
		double sum = 0;
		for (int cell = 0; cell < left.length; cell++)
			sum += left[cell] / (total[cell] * total[cell]) / left.length;
		return (float) Math.sqrt(sum);
	}

	/** Returns the slice itself and those beside it, the nearest first; NaN where nothing is known. */
	private List<float[]> slices(final Region region, final float[] values) {
		final List<float[]> slices = new ArrayList<>();
		slices.add(values);
		for (final long beside : PlanesBeside.nearest(reader.planes(), plane, axis)) {
			final float[] slice = reader.read(beside, region);
			boolean known = false;
			for (int i = 0; i < slice.length; i++) {
				known |= Float.isFinite(slice[i]);
				slice[i] = Float.isFinite(slice[i]) ? (float) normalisation.forward(slice[i]) : Float.NaN;
			}
			if (known) slices.add(slice);
		}
		return slices;
	}

	/** Returns the variance of the noise of the slice's difference from the mean of the others, relative to that of two slices. */
	private static double share(final double own, final float[] total, final float[] left) {
		double others = 0;
		for (int cell = 0; cell < total.length; cell++)
			if (total[cell] > 1) others += (left[cell] - own) / ((total[cell] - 1) * (total[cell] - 1)) / total.length;
		return (own + others) / 2;
	}

	/**
	 * Averages in place. The mean of the others has less noise than each of them, so that it tells what is in the slice alone and
	 * hardly above the noise, such as a small flash.
	 */
	private static void mix(final float[] values, final Others others, final SliceMatch match,
		final SliceAgreement agreement, final double share)
	{
		final float[] difference = new float[values.length];
		for (int i = 0; i < difference.length; i++)
			difference[i] = values[i] - others.mean()[i];
		match.matchPixels(others.mean(), difference, agreement.variances(difference, share), SliceMatch.LEAST_OF_FLASHES);
		for (int i = 0; i < values.length; i++) {
			final float weight = others.weight()[i];
			if (weight > 0) values[i] = (values[i] + weight * others.mean()[i]) / (1 + weight);
		}
	}
}
