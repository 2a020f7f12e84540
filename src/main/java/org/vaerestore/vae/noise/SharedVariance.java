package org.vaerestore.vae.noise;

import java.util.Arrays;

/**
 * How much all pixels of a row share, besides what an image shows: offsets of rows that are independent of those of their
 * neighbours.
 * <p>
 * What a row has more than the mean of its two neighbours is measured in segments of the row. Summed as they are, an offset
 * of the row adds up; with changed signs of half of them, it cancels, and what is left is what noise and structure make. So
 * the difference of the two is what whole rows share; so do segments that are far apart. Both are told by most rows, for their median; lines and edges
 * along a few rows don't count. And since stripes of structure come back at a distance or are smooth, but offsets of rows
 * are as strong at all frequencies, it is no more than what most frequencies have.
 * </p>
 */
final class SharedVariance {

	/** Segments of the rows that are compared, a power of two. */
	static final int SEGMENTS = 8;

	private static final int FEWEST_ROWS = 48;
	/** Variance of what independent offsets have more than the mean of their neighbours. */
	private static final double OF_OFFSETS = 1.5;
	/** Relative error of a variance by the median of values, times the square root of their number. */
	private static final double ERROR = 1.65;
	/** Errors from where on a share is no chance. */
	private static final double SURE = 4;
	/** Values beyond so many standard deviations count as these. */
	private static final double FAR = 3.5;
	/** Share of the variance that most frequencies, and segments far apart, have by chance of offsets of whole rows. */
	private static final double ALIKE = 0.5;
	/** Lowest frequency that is looked at, in periods per row: below, offsets leave too little. */
	private static final double LOWEST = 0.12;
	/** Frequencies to both sides over which the noise is averaged. */
	private static final int BESIDE = 3;
	private static final int HALVINGS = 40;

	private SharedVariance() {}

	/** Returns the variance of the offsets in units of the image squared, 0 if there are none for sure. */
	static double of(final RowSteps measured) {
		final double[][] beside = beside(measured.steps());
		if (beside == null) return 0;
		final double[][] sums = sums(beside);
		final double most = shared(sums);
		if (most == 0) return 0;
		final double least = Math.min(atMostFrequencies(sums, most), farApart(beside));
		return least > ALIKE * most ? most : least;
	}

	/** Returns the variance of offsets by what segments share that are half a row apart. */
	private static double farApart(final double[][] beside) {
		final int half = SEGMENTS / 2;
		double found = 0;
		for (int k = 0; k < half; k++) {
			final int one = k, other = k + half;
			found += variance(Arrays.stream(beside).mapToDouble(row -> row[one] + row[other]).toArray()) - variance(Arrays.stream(
				beside).mapToDouble(row -> row[one] - row[other]).toArray());
		}
		return Math.max(0, found / half / 4 / OF_OFFSETS);
	}

	/** Returns the variance of offsets by what most rows have, 0 if that may be chance. */
	private static double shared(final double[][] sums) {
		final double[] variances = Arrays.stream(sums).mapToDouble(SharedVariance::variance).toArray();
		final double chance = Arrays.stream(variances, 1, variances.length).max().orElseThrow();
		final double found = variances[0] - chance;
		return found > SURE * ERROR / Math.sqrt(sums[0].length) * chance ? found / OF_OFFSETS : 0;
	}

	/** Returns what rows have more than their neighbours, [row][segment], where all segments are known; null if too few are. */
	private static double[][] beside(final double[][] steps) {
		final int rows = steps[0].length - 1;
		final double[][] beside = new double[Math.max(0, rows)][];
		int known = 0;
		for (int row = 0; row < rows; row++) {
			final double[] values = new double[steps.length];
			double sum = 0;
			for (int k = 0; k < steps.length; k++)
				sum += values[k] = 0.5 * (steps[k][row] - steps[k][row + 1]);
			if (!Double.isNaN(sum)) beside[known++] = values;
		}
		return known < FEWEST_ROWS ? null : Arrays.copyOf(beside, known);
	}

	/**
	 * Returns what the segments of each row have on the average, [pattern][row], with the signs of a pattern; half of them change
	 * but in the first one.
	 */
	private static double[][] sums(final double[][] beside) {
		final double[][] sums = new double[SEGMENTS][beside.length];
		final double[] values = new double[SEGMENTS];
		for (int pattern = 0; pattern < sums.length; pattern++)
			for (int row = 0; row < beside.length; row++) {
				for (int k = 0; k < values.length; k++)
					values[k] = Integer.bitCount(k & pattern) % 2 == 0 ? beside[row][k] : -beside[row][k];
				sums[pattern][row] = Median.of(values);
			}
		return sums;
	}

	/** Returns the variance that most values have. */
	private static double variance(final double[] values) {
		final double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
		return Math.pow(Median.OF_DEVIATIONS * sizes[sizes.length / 2], 2);
	}

	private static double[] clipped(final double[] values) {
		final double far = FAR * Math.sqrt(variance(values));
		return Arrays.stream(values).map(value -> Math.max(-far, Math.min(far, value))).toArray();
	}

	/** Returns the variance of offsets by which half of the frequencies have less than they would have, by chance, and half more. */
	private static double atMostFrequencies(final double[][] sums, final double most) {
		final int rows = sums[0].length, first = (int) Math.ceil(LOWEST * rows), last = (rows - 1) / 2;
		final double[] found = power(clipped(sums[0]), first, last), noise = new double[found.length];
		for (int pattern = 1; pattern < sums.length; pattern++) {
			final double[] power = power(clipped(sums[pattern]), first, last);
			for (int i = 0; i < noise.length; i++)
				noise[i] += power[i] / (sums.length - 1);
		}
		double low = 0, high = 2 * most;
		for (int halving = 0; halving < HALVINGS; halving++) {
			final double middle = (low + high) / 2;
			final double[] shares = new double[found.length];
			for (int i = 0; i < shares.length; i++) {
				final double size = 1 - Math.cos(2 * Math.PI * (first + i) / rows);
				shares[i] = found[i] / (middle * size * size + smooth(noise, i));
			}
			Arrays.sort(shares);
			if (shares[shares.length / 2] > Math.log(2)) low = middle;
			else high = middle;
		}
		return low;
	}

	private static double smooth(final double[] values, final int at) {
		final int from = Math.max(0, at - BESIDE), to = Math.min(values.length, at + BESIDE + 1);
		double sum = 0;
		for (int i = from; i < to; i++)
			sum += values[i] / (to - from);
		return sum;
	}

	/**
	 * Returns the power at frequencies, in periods per all rows, of which each has the variance on average. A window lets what
	 * is periodic be seen near its own frequency alone.
	 */
	private static double[] power(final double[] values, final int first, final int last) {
		final int count = values.length;
		final double[] cos = new double[count], sin = new double[count], seen = new double[count];
		double window = 0;
		for (int i = 0; i < count; i++) {
			cos[i] = Math.cos(2 * Math.PI * i / count);
			sin[i] = Math.sin(2 * Math.PI * i / count);
			final double weight = 1 - Math.cos(2 * Math.PI * (i + 0.5) / count);
			seen[i] = weight * values[i];
			window += weight * weight;
		}
		final double[] power = new double[last - first + 1];
		for (int f = first; f <= last; f++) {
			double real = 0, imaginary = 0;
			int phase = 0;
			for (final double value : seen) {
				real += value * cos[phase];
				imaginary += value * sin[phase];
				phase = (phase + f) % count;
			}
			power[f - first] = (real * real + imaginary * imaginary) / window;
		}
		return power;
	}
}
