package org.vaerestore.vae.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.vae.noise.NoiseEstimation.Plane;

/** Offsets of rows (SD 15) and of columns (SD 7.9) beside white noise (SD 10). */
class SharedOffsetsTest {

	private static final int SIDE = 256;
	private static final double ROWS = 15, COLUMNS = 7.9, NOISE = 10;
	private static final double[] CELLS = Scene.cells(SIDE, SIDE, 5).signal();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void littleOfTheOffsetsIsLeft(final long seed) {
		final Striped striped = new Striped(new double[SIDE * SIDE], seed);
		assertTrue(striped.leftOfRows() < 2.2, () -> "rows " + striped.leftOfRows());
		assertTrue(striped.leftOfColumns() < 1.5, () -> "columns " + striped.leftOfColumns());
		final double[] picture = new double[CELLS.length];
		for (int i = 0; i < picture.length; i++)
			picture[i] = 200 * CELLS[i];
		final Striped cells = new Striped(picture, seed);
		assertTrue(cells.leftOfRows() < 4, () -> "rows of cells " + cells.leftOfRows());
		assertTrue(cells.leftOfColumns() < 2.5, () -> "columns of cells " + cells.leftOfColumns());
	}

	/** Of a line along a row that ends, the row's offset is told by where it isn't. */
	@ParameterizedTest
	@CsvSource({ "40, 0.5, 1", "40, 0.7, 1", "-60, 0.7, 1", "60, 0.6, 2.5", "150, 0.7, 1.5" })
	void linesAlongRowsAreKept(final double bright, final double length, final double thick) {
		final int from = 30, to = from + (int) (length * SIDE), at = 120, beside = 12;
		final double[] picture = new double[SIDE * SIDE];
		for (int y = 0; y < SIDE; y++)
			for (int x = from; x < to; x++)
				picture[y * SIDE + x] = bright * Math.exp(-(y - at) * (y - at) / (2 * thick * thick));
		double kept = 0;
		final int trials = 12;
		for (int seed = 0; seed < trials; seed++) {
			final double[] rest = new Striped(picture, seed).rest();
			double on = 0, off = 0;
			for (int x = from; x < to; x++) {
				on += rest[at * SIDE + x] / (to - from);
				off += (rest[(at - beside) * SIDE + x] + rest[(at + beside) * SIDE + x]) / (2 * (to - from));
			}
			kept += (on - off) / bright / trials;
		}
		assertEquals(1, kept, 0.05);
	}

	/** A step that no offsets make, as at a horizon, is not smeared over the rows beside it. */
	@Test
	void aHorizonIsKept() {
		final double[] picture = new double[SIDE * SIDE];
		for (int i = SIDE * SIDE / 2; i < picture.length; i++)
			picture[i] = 200;
		assertTrue(new Striped(picture, 4).leftOfRows() < 3);
	}

	@Test
	void withoutOffsetsNothingIsTakenAway() {
		final SplittableRandom random = new SplittableRandom(5);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (200 * CELLS[i] + NOISE * random.nextGaussian() + (i / SIDE == 100 ? 80 : 0));
		assertTrue(SharedOffsets.find(new Plane(values, SIDE, SIDE, null), true, true).isNone());
	}

	@Test
	void fewRowsAreHeldOfLargePlanes() {
		final int[] most = { 0 };
		final SharedOffsets found = SharedOffsets.find(new PlaneStrips() {

			@Override
			public int width() {
				return 300;
			}

			@Override
			public int height() {
				return 4000;
			}

			@Override
			public float[] read(final int top, final int rows) {
				most[0] = Math.max(most[0], rows);
				final float[] values = new float[rows * width()];
				for (int i = 0; i < values.length; i++)
					values[i] = (float) (new SplittableRandom(top + i / width()).nextGaussian() + 0.1 * (i % width()));
				return values;
			}
		}, true, true);
		assertTrue(most[0] <= 100, () -> most[0] + " rows");
		assertEquals(4000, found.rows().length);
		assertEquals(null, found.columns());
	}

	/** A picture with noise, and what is left once the offsets that are found are taken away. */
	private static final class Striped {

		private final double[] ofRows, ofColumns;
		private final double[] rest;

		Striped(final double[] picture, final long seed) {
			final SplittableRandom random = new SplittableRandom(seed);
			ofRows = random.doubles(SIDE).map(x -> ROWS * random.nextGaussian()).toArray();
			ofColumns = random.doubles(SIDE).map(x -> COLUMNS * random.nextGaussian()).toArray();
			final float[] values = new float[SIDE * SIDE];
			for (int i = 0; i < values.length; i++)
				values[i] = (float) (picture[i] + ofRows[i / SIDE] + ofColumns[i % SIDE] + NOISE * random.nextGaussian());
			final SharedOffsets found = SharedOffsets.find(new Plane(values, SIDE, SIDE, null), true, true);
			found.subtract(0, 0, SIDE, values, values.length);
			rest = new double[values.length];
			for (int i = 0; i < rest.length; i++)
				rest[i] = values[i];
			for (int i = 0; i < SIDE; i++) {
				ofRows[i] -= found.rows()[i];
				ofColumns[i] -= found.columns()[i];
			}
		}

		double[] rest() {
			return rest;
		}

		double leftOfRows() {
			return deviation(ofRows);
		}

		double leftOfColumns() {
			return deviation(ofColumns);
		}

		private static double deviation(final double[] values) {
			double mean = 0, squares = 0;
			for (final double value : values)
				mean += value / values.length;
			for (final double value : values)
				squares += (value - mean) * (value - mean) / values.length;
			return Math.sqrt(squares);
		}
	}
}
