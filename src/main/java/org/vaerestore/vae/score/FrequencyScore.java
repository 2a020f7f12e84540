package org.vaerestore.vae.score;

import java.util.Arrays;

/**
 * The continuous ranked probability score of each spatial frequency by itself, in squares of 8 x 8 pixels, and of the contrast
 * of frequencies that are an octave apart, in both directions.
 * <p>
 * Distances of patches are ruled by what is strong in them, which is coarse: a sample whose finest frequencies, those of a
 * chequerboard, have twenty times the amplitude that they should have is hardly farther from the truth. Here each
 * coefficient of a square's cosine transform is in units of what it is where squares are visible, so that all count alike. (Gneiting
 * and Raftery, JASA 102, 2007, section 4.2.)
 * </p>
 *
 * @param octaves of the picture, from the finest, whose squares are scored
 */
public record FrequencyScore(int octaves) implements Score {

	private static final int SIDE = CosineSquare.SIDE, STEP = SIDE / 2, SIZE = SIDE * SIDE;
	/** Least share of a square that is hidden. */
	private static final double LEAST_HIDDEN = 0.25;
	/** What a frequency has at least, as a share of the picture's standard deviation, and in network units. */
	private static final double LEAST_SHARE = 0.02, LEAST = 0.005;
	/** Differences that count as next to none, in units of a frequency, and of a contrast. */
	private static final double ROUND = 0.1;
	/** Of each frequency along one direction: none, and three octaves. */
	private static final int[] OCTAVE = { 0, 1, 2, 2, 3, 3, 3, 3 };
	private static final int GROUPS = 16;
	private static final int[] GROUP_SIZES = new int[GROUPS];

	static {
		for (int k = 0; k < SIZE; k++)
			GROUP_SIZES[group(k)]++;
	}

	@Override
	public double evaluate(final float[] first, final float[] second, final float[] truth, final boolean[] hidden,
		final int width, final double scale, final float[] firstGradient, final float[] secondGradient)
	{
		// One more is what is left at the end, which has no octave of its own.
		final LaplacianPyramid pyramid = LaplacianPyramid.of(truth.length / width, width, octaves + 1);
		final float[][] a = pyramid.bands(first), b = pyramid.bands(second), t = pyramid.bands(truth), ga = pyramid.zeros(), gb = pyramid
			.zeros();
		final int scored = Math.max(1, pyramid.levels() - 1);
		float[] share = HiddenShare.of(hidden);
		final double least = Math.max(LEAST, LEAST_SHARE * HiddenShare.deviationOfVisible(truth, share));
		double sum = 0;
		for (int level = 0; level < scored; level++) {
			final int h = pyramid.heightOf(level), w = pyramid.widthOf(level);
			sum += new Octave(w, h, share, least, scale / scored).add(a[level], b[level], t[level], ga[level], gb[level]) / scored;
			share = HiddenShare.halved(share, h, w);
		}
		System.arraycopy(pyramid.transposed(ga), 0, firstGradient, 0, first.length);
		System.arraycopy(pyramid.transposed(gb), 0, secondGradient, 0, second.length);
		return sum;
	}

	/** Returns the group of a coefficient: which octave it is of, along columns and rows. */
	private static int group(final int coefficient) {
		return 4 * OCTAVE[coefficient / SIDE] + OCTAVE[coefficient % SIDE];
	}

	/** The squares of one octave. */
	private static final class Octave {

		private final int width;
		private final int columns;
		private final double[] hiddenShares;
		private final double least;
		private final double scale;
		private final CosineSquare cosines = new CosineSquare();
		private final double[] unit = new double[SIZE];

		Octave(final int width, final int height, final float[] share, final double least, final double scale) {
			this.width = width;
			this.least = least;
			this.scale = scale;
			columns = (width - SIDE) / STEP + 1;
			hiddenShares = new double[columns * ((height - SIDE) / STEP + 1)];
			for (int square = 0; square < hiddenShares.length; square++)
				for (int i = 0; i < SIZE; i++)
					hiddenShares[square] += share[begin(square) + i / SIDE * width + i % SIDE] / SIZE;
		}

		double add(final float[] a, final float[] b, final float[] truth, final float[] gradientA, final float[] gradientB) {
			final int count = (int) Arrays.stream(hiddenShares).filter(share -> share > LEAST_HIDDEN).count();
			if (count == 0) return 0;
			setUnits(truth);
			final double[] one = new double[SIZE], two = new double[SIZE], real = new double[SIZE], slopeOne = new double[SIZE], slopeTwo =
				new double[SIZE];
			double sum = 0;
			for (int square = 0; square < hiddenShares.length; square++) {
				if (hiddenShares[square] <= LEAST_HIDDEN) continue;
				whitened(a, square, one);
				whitened(b, square, two);
				whitened(truth, square, real);
				sum += scored(one, two, real, slopeOne, slopeTwo);
				for (int k = 1; k < SIZE; k++) {
					slopeOne[k] *= scale / (count * unit[k]);
					slopeTwo[k] *= scale / (count * unit[k]);
				}
				cosines.addBack(slopeOne, gradientA, begin(square), width);
				cosines.addBack(slopeTwo, gradientB, begin(square), width);
			}
			return sum / count;
		}

		private void whitened(final float[] band, final int square, final double[] coefficients) {
			cosines.transform(band, begin(square), width, coefficients);
			for (int k = 1; k < SIZE; k++)
				coefficients[k] /= unit[k];
		}

		/** Of what is visible; of all where nothing is. */
		private void setUnits(final float[] truth) {
			final double[] coefficients = new double[SIZE];
			final boolean any = Arrays.stream(hiddenShares).anyMatch(share -> share == 0);
			int count = 0;
			for (int square = 0; square < hiddenShares.length; square++) {
				if (any && hiddenShares[square] > 0) continue;
				cosines.transform(truth, begin(square), width, coefficients);
				for (int k = 0; k < SIZE; k++)
					unit[k] += coefficients[k] * coefficients[k];
				count++;
			}
			for (int k = 0; k < SIZE; k++)
				unit[k] = Math.hypot(least, Math.sqrt(unit[k] / count));
		}

		private int begin(final int square) {
			return square / columns * STEP * width + square % columns * STEP;
		}
	}

	/** Returns the score of a square's coefficients in units of each, and sets the slopes. */
	private static double scored(final double[] one, final double[] two, final double[] real, final double[] slopeOne,
		final double[] slopeTwo)
	{
		double sum = 0;
		final double each = 1.0 / (SIZE - 1);
		final double[] squaresOne = new double[GROUPS], squaresTwo = new double[GROUPS], squaresReal =
			new double[GROUPS], pullOne = new double[GROUPS], pullTwo = new double[GROUPS];
		slopeOne[0] = slopeTwo[0] = 0;
		for (int k = 1; k < SIZE; k++) {
			final int group = group(k);
			squaresOne[group] += one[k] * one[k] / GROUP_SIZES[group];
			squaresTwo[group] += two[k] * two[k] / GROUP_SIZES[group];
			squaresReal[group] += real[k] * real[k] / GROUP_SIZES[group];
			final RankedScore score = RankedScore.of(one[k], two[k], real[k], ROUND);
			sum += each * score.value();
			slopeOne[k] = each * score.slopeFirst();
			slopeTwo[k] = each * score.slopeSecond();
		}
		final double eachGroup = 1.0 / (GROUPS - 1);
		for (int group = 1; group < GROUPS; group++) {
			final double contrastOne = contrast(squaresOne[group]), contrastTwo = contrast(squaresTwo[group]);
			final RankedScore score = RankedScore.of(contrastOne, contrastTwo, contrast(squaresReal[group]), ROUND);
			sum += eachGroup * score.value();
			pullOne[group] = eachGroup * score.slopeFirst() / (contrastOne * GROUP_SIZES[group]);
			pullTwo[group] = eachGroup * score.slopeSecond() / (contrastTwo * GROUP_SIZES[group]);
		}
		for (int k = 1; k < SIZE; k++) {
			slopeOne[k] += pullOne[group(k)] * one[k];
			slopeTwo[k] += pullTwo[group(k)] * two[k];
		}
		return sum;
	}

	/** Returns the amplitude that a mean of squares has; never nothing, so that it has a slope. */
	private static double contrast(final double squares) {
		return Math.hypot(ROUND, Math.sqrt(squares));
	}
}
