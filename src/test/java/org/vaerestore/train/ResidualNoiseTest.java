package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;
import org.vaerestore.vae.noise.Stabilisation;

class ResidualNoiseTest {

	private static final double DEVIATION = 10;

	/** By the definition: all pixels in the order of their local means, in 24 equal parts. */
	@Test
	void isWhatSortingAllPixelsGives() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int trial = 0; trial < 6; trial++) {
			final Plane plane = ramp(random, 90 + 7 * trial, 70, trial % 2 == 0 ? 0.1 : 0);
			final Normalisation normalisation = normalisation(plane);
			final ResidualNoise measured = ResidualNoise.measure(List.of(plane), normalisation, Progress.silent());
			final List<double[]> pairs = pairs(plane, normalisation);
			pairs.sort(Comparator.comparingDouble(pair -> pair[0]));
			for (int bin = 1; bin < 23; bin++) {
				double level = 0, squares = 0;
				final int from = bin * pairs.size() / 24, to = (bin + 1) * pairs.size() / 24;
				for (final double[] pair : pairs.subList(from, to)) {
					level += pair[0] / (to - from);
					squares += pair[1] * pair[1] / (to - from);
				}
				final double expected = Math.min(normalisation.noiseLevel(), Math.sqrt(squares));
				assertEquals(expected, measured.deviation(level), 0.03 * normalisation.noiseLevel(), "bin " + bin);
			}
		}
	}

	@Test
	void valuesBeyondAllMeasureLeaveTheRestAsItIs() {
		final Plane plane = ramp(new SplittableRandom(6), 128, 128, 0);
		final Normalisation normalisation = normalisation(plane);
		final ResidualNoise before = ResidualNoise.measure(List.of(plane), normalisation, Progress.silent());
		plane.values()[5000] = 1e30f;
		plane.values()[9000] = -3e38f;
		final ResidualNoise after = ResidualNoise.measure(List.of(plane), normalisation, Progress.silent());
		for (double level = -1.2; level < 1.2; level += 0.1)
			assertEquals(before.deviation(level), after.deviation(level), 0.03 * normalisation.noiseLevel(), "at " + level);
	}

	@Test
	void memoryDoesNotGrowWithPixels() {
		final int side = 1500;
		final Plane plane = ramp(new SplittableRandom(7), side, side, 0);
		final Normalisation normalisation = normalisation(plane);
		final List<Plane> planes = List.of(plane, plane, plane);
		ResidualNoise.measure(List.of(plane), normalisation, Progress.silent());
		final var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long before = threads.getCurrentThreadAllocatedBytes();
		ResidualNoise.measure(planes, normalisation, Progress.silent());
		final long bytes = threads.getCurrentThreadAllocatedBytes() - before;
		assertTrue(bytes < 3L * side * side / 2, bytes + " bytes for " + 3L * side * side + " pixels");
	}

	@Test
	void tellsHowFarItIsAndEndsWhenItShall() {
		final Plane plane = ramp(new SplittableRandom(8), 200, 1000, 0);
		final int[] asked = { 0 };
		final List<Double> shares = new ArrayList<>();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				shares.add(fraction);
			}

			@Override
			public void log(final String line) {
				// not looked at
			}

			@Override
			public boolean isCancelled() {
				return ++asked[0] > 5;
			}
		};
		assertThrows(CancelledException.class, () -> ResidualNoise.measure(List.of(plane), normalisation(plane), progress));
		assertEquals(5, shares.size());
		assertTrue(shares.get(4) > 0.2 && shares.get(4) < 0.4, shares.toString());
	}

	private static Normalisation normalisation(final Plane plane) {
		final float[] known = new float[plane.values().length];
		int count = 0;
		for (int i = 0; i < known.length; i++)
			if (!plane.excluded()[i] && Float.isFinite(plane.values()[i])) known[count++] = plane.values()[i];
		return Normalisation.fit(java.util.Arrays.copyOf(known, count), Stabilisation.of(new GaussianNoise(DEVIATION *
			DEVIATION), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
	}

	/** A ramp whose noise grows from nothing to the model's along it, with a share of pixels that are excluded. */
	private static Plane ramp(final SplittableRandom random, final int width, final int height, final double missing) {
		final float[] values = new float[width * height];
		final boolean[] excluded = new boolean[values.length];
		for (int i = 0; i < values.length; i++) {
			final double share = i % width / (double) width;
			values[i] = (float) (300 * share + share * DEVIATION * random.nextGaussian());
			excluded[i] = random.nextDouble() < missing;
			if (excluded[i]) values[i] = 1e6f;
		}
		return new Plane(values, width, height, excluded);
	}

	private static List<double[]> pairs(final Plane plane, final Normalisation normalisation) {
		final List<double[]> pairs = new ArrayList<>();
		final int w = plane.width();
		for (int y = 0; y + 1 < plane.height(); y++)
			for (int x = 0; x + 1 < w; x++) {
				final int i = y * w + x;
				if (plane.excluded()[i] || plane.excluded()[i + 1] || plane.excluded()[i + w] || plane.excluded()[i + w + 1])
					continue;
				double sum = 0;
				int count = 0;
				for (int v = Math.max(0, y - 2); v <= Math.min(plane.height() - 1, y + 2); v++)
					for (int u = Math.max(0, x - 2); u <= Math.min(w - 1, x + 2); u++)
						if (!plane.excluded()[v * w + u]) {
							sum += normalisation.forward(plane.values()[v * w + u]);
							count++;
						}
				pairs.add(new double[] { sum / count, 0.5 * (normalisation.forward(plane.values()[i]) - normalisation.forward(plane
					.values()[i + 1]) - normalisation.forward(plane.values()[i + w]) + normalisation.forward(plane.values()[i + w +
						1])) });
			}
		return pairs;
	}
}
