package org.vaerestore.setaside;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;

/**
 * What a first look at an image finds of its values.
 *
 * @param lowest smallest values
 * @param highest largest values, with the other sign
 * @param values some of all numbers, sorted
 * @param levels medians of the surroundings of some pixels, sorted
 * @param noise first idea of it; null if none can be told
 * @param constant for each plane whether all of it is one value
 */
record Findings(Extremes lowest, Extremes highest, float[] values, float[] levels, FirstNoise noise, boolean[] constant) {

	private static final int SAMPLES = 50_000;
	private static final int FEWEST = 200;

	static Findings of(final PlaneReader reader, final Progress progress) {
		final Planes planes = reader.planes();
		final Look look = new Look(planes);
		Band.each(reader, look::visit, progress);
		return look.findings();
	}

	/** Returns these findings with the signs changed. */
	Findings negative() {
		final float[] negativeLevels = negative(levels);
		final FirstNoise turned = new FirstNoise(negative(noise.levels()), reversed(noise.deviations()), noise
			.tail());
		return new Findings(highest, lowest, negative(values), negativeLevels, turned, constant);
	}

	private static float[] negative(final float[] sorted) {
		final float[] negative = new float[sorted.length];
		for (int i = 0; i < sorted.length; i++)
			negative[i] = -sorted[sorted.length - 1 - i];
		return negative;
	}

	private static double[] negative(final double[] sorted) {
		return Arrays.stream(reversed(sorted)).map(value -> -value).toArray();
	}

	private static double[] reversed(final double[] values) {
		final double[] reversed = new double[values.length];
		for (int i = 0; i < values.length; i++)
			reversed[i] = values[values.length - 1 - i];
		return reversed;
	}

	/** The look at all bands. */
	private static final class Look {

		private final Planes planes;
		private final Extremes lowest = new Extremes(), highest = new Extremes();
		private final Sample values = new Sample(SAMPLES, 1);
		private final float[] levels = new float[SAMPLES + 4096], residuals = new float[levels.length];
		private final float[] first;
		private final boolean[] constant;
		private final SplittableRandom random = new SplittableRandom(2);
		private final Surroundings surroundings = new Surroundings(1);
		private final double share;
		private double due;
		private int count;

		Look(final Planes planes) {
			this.planes = planes;
			constant = new boolean[Math.toIntExact(planes.count())];
			first = new float[constant.length];
			Arrays.fill(constant, true);
			Arrays.fill(first, Float.NaN);
			share = Math.min(1, SAMPLES / ((double) planes.width() * planes.height() * planes.count()));
		}

		void visit(final Band band) {
			final int plane = (int) band.plane();
			for (int row = 0; row < band.rows(); row++)
				for (int x = 0, i = band.index(0, row); x < band.columns(); x++, i++) {
					final float value = band.values()[i];
					if (!Float.isFinite(value)) continue;
					lowest.add(value);
					highest.add(-value);
					values.add(value);
					if (Float.isNaN(first[plane])) first[plane] = value;
					else if (value != first[plane]) constant[plane] = false;
				}
			// As many places of each band as its size calls for, wherever they are.
			due += share * band.rows() * band.columns();
			for (; due >= 1 && count < levels.length; due--) {
				final int all = (int) due - 1;
				measure(band, share == 1 ? band.index(all % band.columns(), all / band.columns()) : band.index(random.nextInt(band
					.columns()), random.nextInt(band.rows())));
			}
		}

		private void measure(final Band band, final int i) {
			final float value = band.values()[i];
			surroundings.around(band.values(), band.width(), i);
			if (!Float.isFinite(value) || surroundings.count() < 5) return;
			// What is all of one value was not recorded, or is clipped: no noise is seen there.
			final boolean flat = surroundings.isFlat();
			final double level = surroundings.median();
			if (flat && level == value) return;
			levels[count] = (float) level;
			residuals[count++] = (float) (value - level);
		}

		Findings findings() {
			final float[] sorted = Arrays.copyOf(levels, count);
			final FirstNoise noise = count < FEWEST ? null : FirstNoise.of(sorted, Arrays.copyOf(residuals, count));
			Arrays.sort(sorted);
			boolean all = true;
			for (final boolean one : constant)
				all &= one;
			if (all) Arrays.fill(constant, false);
			return new Findings(lowest, highest, values.sorted(), sorted, noise != null && noise.least() > 0 ? noise : null,
				constant);
		}
	}
}
