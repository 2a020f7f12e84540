package org.vaerestore.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Impatient;
import org.vaerestore.job.InputException;
import org.vaerestore.job.Progress;

class SampleTest {

	private static final int WIDTH = 192, HEIGHT = 160, SLICES = 5, AREA = WIDTH * HEIGHT;
	private static final SampleSettings SETTINGS = new SampleSettings(WIDTH, HEIGHT, SLICES, 3);
	private static Sample sample;

	@BeforeAll
	static void makeSample() {
		sample = Sample.generate(SETTINGS, Progress.silent());
	}

	@Test
	void hasTheSizeAskedFor() {
		for (final Img<?> stack : new Img<?>[] { sample.truth(), sample.noisy(), sample.clean() }) {
			assertArrayEquals(new long[] { WIDTH, HEIGHT, SLICES }, stack.dimensionsAsLongArray());
		}
		assertArrayEquals(new long[] { WIDTH, HEIGHT }, sample.damaged().dimensionsAsLongArray());
		assertArrayEquals(new long[] { WIDTH, HEIGHT }, sample.mask().dimensionsAsLongArray());
	}

	@Test
	void sameSeedSameSample() {
		final Sample again = Sample.generate(SETTINGS, Progress.silent());
		assertArrayEquals(values(sample.truth()), values(again.truth()));
		assertArrayEquals(values(sample.noisy()), values(again.noisy()));
		assertArrayEquals(values(sample.clean()), values(again.clean()));
		assertArrayEquals(values(sample.damaged()), values(again.damaged()));
		assertArrayEquals(values(sample.mask()), values(again.mask()));
	}

	@Test
	void otherSeedOtherSample() {
		final Sample other = Sample.generate(SETTINGS.withSeed(4), Progress.silent());
		assertTrue(correlation(values(sample.truth()), values(other.truth())) < 0.5);
		assertFalse(Arrays.equals(values(sample.mask()), values(other.mask())));
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 7, -5 })
	void noiseIsVisibleAndLongExposureNearlyClean(final long seed) {
		final Sample any = Sample.generate(new SampleSettings(256, 256, 2, seed), Progress.silent());
		final double[] truth = values(any.truth());
		final double range = Arrays.stream(truth).max().orElseThrow() - Arrays.stream(truth).min().orElseThrow();
		final double noisy = psnr(values(any.noisy()), truth, range), clean = psnr(values(any.clean()), truth, range);
		assertTrue(noisy > 20 && noisy < 23, "noisy: " + noisy + " dB");
		assertTrue(clean > 38, "clean: " + clean + " dB");
	}

	@Test
	void noiseHasTheVarianceThatItTells() {
		final double[] truth = values(sample.truth()), noisy = values(sample.noisy());
		final double[] sorted = truth.clone();
		Arrays.sort(sorted);
		// four groups of equal size, from dark to bright
		for (int group = 0; group < 4; group++) {
			final double from = sorted[group * sorted.length / 4], to = sorted[(group + 1) * sorted.length / 4 - 1];
			double found = 0, expected = 0;
			for (int i = 0; i < truth.length; i++) {
				if (truth[i] < from || truth[i] > to) continue;
				found += (noisy[i] - truth[i]) * (noisy[i] - truth[i]);
				expected += sample.gain() * (truth[i] - Sample.OFFSET) + sample.readNoise() * sample.readNoise();
			}
			assertEquals(1, found / expected, 0.05, "group " + group);
		}
	}

	@Test
	void neighbouringSlicesAreAlike() {
		final double[] truth = values(sample.truth());
		for (int z = 0; z + 1 < SLICES; z++) {
			assertTrue(correlation(slice(truth, z), slice(truth, z + 1)) > 0.85, "slices " + z + " and " + (z + 1));
		}
		final double near = correlation(slice(truth, 0), slice(truth, 1));
		assertTrue(correlation(slice(truth, 0), slice(truth, SLICES - 1)) < near - 0.05);
	}

	@Test
	void damageIsWhereTheMaskSaysAndNowhereElse() {
		final double[] clean = slice(values(sample.clean()), SLICES / 2), damaged = values(sample.damaged());
		final double[] mask = values(sample.mask());
		int masked = 0;
		for (int i = 0; i < AREA; i++) {
			if (mask[i] == 0) {
				assertEquals(clean[i], damaged[i]);
				continue;
			}
			assertEquals(255, mask[i]);
			assertTrue(damaged[i] < 250 || damaged[i] > 3000, "neither dust nor scratch: " + damaged[i]);
			masked++;
		}
		assertTrue(masked > 0.01 * AREA && masked < 0.12 * AREA, masked + " of " + AREA + " pixels are masked");
	}

	@Test
	void smallestSampleLeavesPixelsToLearnFrom() {
		final Sample small = Sample.generate(new SampleSettings(32, 32, 1, 9), Progress.silent());
		final double masked = Arrays.stream(values(small.mask())).sum() / 255;
		assertTrue(masked > 0 && masked < 0.3 * 32 * 32, masked + " pixels are masked");
	}

	@ParameterizedTest
	@CsvSource({ "31, 64, 1, 31", "64, 9000, 1, 9000", "64, 64, 0, 0", "8192, 8192, 100, 100" })
	void tellsWhatIsWrongWithASize(final int width, final int height, final int slices, final String value) {
		final InputException wrong = assertThrows(InputException.class, () -> new SampleSettings(width, height, slices, 1));
		assertTrue(wrong.getMessage().contains(value), wrong.getMessage());
	}

	@Test
	void stopsWhenCancelled() {
		assertThrows(CancelledException.class, () -> Sample.generate(SETTINGS, new Impatient(0)));
	}

	private static double[] values(final Img<? extends RealType<?>> image) {
		final double[] values = new double[(int) image.size()];
		final Cursor<? extends RealType<?>> cursor = image.cursor();
		for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealDouble();
		return values;
	}

	private static double[] slice(final double[] stack, final int slice) {
		return Arrays.copyOfRange(stack, slice * AREA, (slice + 1) * AREA);
	}

	private static double psnr(final double[] image, final double[] reference, final double range) {
		double sum = 0;
		for (int i = 0; i < image.length; i++) sum += Math.pow(image[i] - reference[i], 2);
		return 10 * Math.log10(range * range * image.length / sum);
	}

	private static double correlation(final double[] a, final double[] b) {
		final double meanA = Arrays.stream(a).average().orElseThrow(), meanB = Arrays.stream(b).average().orElseThrow();
		double ab = 0, aa = 0, bb = 0;
		for (int i = 0; i < a.length; i++) {
			ab += (a[i] - meanA) * (b[i] - meanB);
			aa += (a[i] - meanA) * (a[i] - meanA);
			bb += (b[i] - meanB) * (b[i] - meanB);
		}
		return ab / Math.sqrt(aa * bb);
	}
}
