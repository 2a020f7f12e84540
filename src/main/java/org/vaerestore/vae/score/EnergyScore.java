package org.vaerestore.vae.score;

/**
 * The energy score of two samples, on patches of 4 x 4 pixels in several octaves: their mean distance to the truth, less
 * half the distance between them.
 * <p>
 * The distance of a smooth mean to the truth is smaller than that of a sample with texture, but two samples that have the
 * truth's texture are apart by as much as each is from the truth, so that only samples that look like truths and differ as
 * these do have the least score. On single pixels it would not see texture; on whole pictures two samples hardly tell
 * anything. (Gneiting and Raftery, JASA 102, 2007, section 4.3; with two samples, that is without bias, as weather models are trained:
 * Lang et al., AIFS-CRPS, 2024.)
 * </p>
 * <p>
 * Octaves count alike: distances are in units of what the visible part of the picture has in each. The truth may not decide that, or the
 * score would not be proper.
 * </p>
 *
 * <p>
 * It hardly sees whether a texture is even: half of the patches smooth and half with the more contrast cost little. So each
 * patch's contrast is scored by itself as well (the continuous ranked probability score, which is the energy score of a number).
 * </p>
 *
 * @param levels most octaves
 * @param contrast weight of the score of contrasts; 0 for none
 */
public record EnergyScore(int levels, double contrast) implements Score {

	private static final int SIDE = 4, STEP = 2, SIZE = SIDE * SIDE;
	/** Differences of contrast that count as next to none, in units of an octave. */
	private static final double ROUND = 0.1;
	/** Least share of a patch that is hidden. */
	private static final double LEAST_HIDDEN = 0.05;
	private static final double SMALLEST_DISTANCE_SQUARED = 1e-6;
	/** What an octave has at least, as a share of the picture's standard deviation, and in network units. */
	private static final double LEAST_SHARE = 0.04, LEAST = 0.01;
	/** Share of a picture that must be visible to tell what its octaves have. */
	private static final double LEAST_VISIBLE = 0.05;

	@Override
	public double evaluate(final float[] first, final float[] second, final float[] truth, final boolean[] hidden,
		final int width, final double scale, final float[] firstGradient, final float[] secondGradient)
	{
		final LaplacianPyramid pyramid = LaplacianPyramid.of(truth.length / width, width, levels);
		final float[][] a = pyramid.bands(first), b = pyramid.bands(second), t = pyramid.bands(truth), ga = pyramid.zeros(), gb = pyramid
			.zeros();
		float[] share = HiddenShare.of(hidden);
		final double least = Math.max(LEAST, LEAST_SHARE * HiddenShare.deviationOfVisible(truth, share));
		double sum = 0;
		for (int level = 0; level < pyramid.levels(); level++) {
			final int h = pyramid.heightOf(level), w = pyramid.widthOf(level);
			final double unit = Math.hypot(least, amplitude(t[level], share));
			final boolean[] counts = counts(share, h, w);
			int count = 0;
			for (final boolean one : counts)
				if (one) count++;
			if (count > 0) {
				final double each = 1 / (unit * count * pyramid.levels());
				final Patches patches = new Patches(w, counts, each, scale);
				sum += 0.5 * patches.add(a[level], t[level], 0.5, ga[level], null) + 0.5 * patches.add(b[level], t[level], 0.5, gb[level],
					null) - 0.5 * patches.add(a[level], b[level], -0.5, ga[level], gb[level]);
				// What is left at the end has the picture's brightness in it, and no contrast of its own.
				if (level < pyramid.levels() - 1 && contrast > 0) sum += contrast * patches.addContrasts(a[level], b[level], t[level], unit,
					contrast, ga[level], gb[level]);
			}
			share = HiddenShare.halved(share, h, w);
		}
		System.arraycopy(pyramid.transposed(ga), 0, firstGradient, 0, first.length);
		System.arraycopy(pyramid.transposed(gb), 0, secondGradient, 0, second.length);
		return sum;
	}

	/** Patches of a band that count. */
	private record Patches(int width, boolean[] counts, double each, double scale) {

		/**
		 * Returns the sum of the distances of all patches, in units of one, and adds their gradients.
		 *
		 * @param gradient of a
		 * @param other gradient of b, or null if it isn't asked for
		 */
		double add(final float[] a, final float[] b, final double factor, final float[] gradient, final float[] other) {
			final int columns = columns(width);
			double sum = 0;
			for (int patch = 0; patch < counts.length; patch++) {
				if (!counts[patch]) continue;
				final int begin = patch / columns * STEP * width + patch % columns * STEP;
				double squares = SMALLEST_DISTANCE_SQUARED;
				for (int y = 0; y < SIDE; y++)
					for (int i = begin + y * width; i < begin + y * width + SIDE; i++) {
						final double d = a[i] - (double) b[i];
						squares += d * d;
					}
				final double distance = Math.sqrt(squares);
				sum += each * distance;
				final float slope = (float) (scale * factor * each / distance);
				for (int y = 0; y < SIDE; y++)
					for (int i = begin + y * width; i < begin + y * width + SIDE; i++) {
						final float g = slope * (a[i] - b[i]);
						gradient[i] += g;
						if (other != null) other[i] -= g;
					}
			}
			return sum;
		}

		/**
		 * Returns the sum of the scores of the patches' contrasts, the lengths of their vectors, in units of one, and adds their
		 * gradients.
		 */
		double addContrasts(final float[] a, final float[] b, final float[] truth, final double unit, final double factor,
			final float[] gradientA, final float[] gradientB)
		{
			final int columns = columns(width);
			final double round = ROUND * unit;
			double sum = 0;
			for (int patch = 0; patch < counts.length; patch++) {
				if (!counts[patch]) continue;
				final int begin = patch / columns * STEP * width + patch % columns * STEP;
				final double one = norm(a, begin, width), two = norm(b, begin, width), real = norm(truth, begin, width);
				final RankedScore score = RankedScore.of(one, two, real, round);
				sum += each * score.value();
				final double all = scale * factor * each;
				for (int y = 0; y < SIDE; y++)
					for (int i = begin + y * width; i < begin + y * width + SIDE; i++) {
						gradientA[i] += (float) (all * score.slopeFirst() * a[i] / one);
						gradientB[i] += (float) (all * score.slopeSecond() * b[i] / two);
					}
			}
			return sum;
		}
	}

	private static double norm(final float[] band, final int begin, final int width) {
		double squares = SMALLEST_DISTANCE_SQUARED;
		for (int y = 0; y < SIDE; y++)
			for (int i = begin + y * width; i < begin + y * width + SIDE; i++)
				squares += band[i] * (double) band[i];
		return Math.sqrt(squares);
	}

	private static boolean[] counts(final float[] share, final int h, final int w) {
		final int columns = columns(w), rows = columns(h);
		final boolean[] counts = new boolean[rows * columns];
		for (int patch = 0; patch < counts.length; patch++) {
			final int begin = patch / columns * STEP * w + patch % columns * STEP;
			double sum = 0;
			for (int y = 0; y < SIDE; y++)
				for (int i = begin + y * w; i < begin + y * w + SIDE; i++)
					sum += share[i];
			counts[patch] = sum > LEAST_HIDDEN * SIZE;
		}
		return counts;
	}

	private static int columns(final int width) {
		return (width - SIDE) / STEP + 1;
	}

	/** Returns the root mean square of a band where it is visible; of all of it where next to nothing is. */
	private static double amplitude(final float[] band, final float[] share) {
		double squares = 0, weights = 0, all = 0;
		for (int i = 0; i < band.length; i++) {
			final double square = band[i] * (double) band[i];
			squares += (1 - share[i]) * square;
			weights += 1 - share[i];
			all += square;
		}
		return Math.sqrt(weights > LEAST_VISIBLE * band.length ? squares / weights : all / band.length);
	}
}
