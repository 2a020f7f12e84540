package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.GaussianNoise;
import org.vaerestore.vae.noise.Stabilisation;

import net.imglib2.img.array.ArrayImgs;

class SliceAverageTest {

	private static final int SIDE = 128, SLICES = 4;
	private static final double NOISE = 8;
	private static final Region WHOLE = new Region(0, 0, SIDE, SIDE);
	/** Noise of standard deviation 1 in network units. */
	private static final Normalisation NORMALISATION = new Normalisation(Stabilisation.of(new GaussianNoise(NOISE * NOISE),
		Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), 0, 1, 0, 255);

	@Test
	void slicesThatShowTheSameAreAveraged() {
		final float[] stack = stack(0);
		final float[] values = slice(stack, 0);
		assertEquals(Math.sqrt(1.0 / SLICES), average(stack, 0, values), 0.03);
		assertEquals(1.0 / SLICES, error(values, 0, 0, SIDE), 0.04);
		final float[] middle = slice(stack, 2);
		average(stack, 2, middle);
		assertEquals(1.0 / SLICES, error(middle, 0, 0, SIDE), 0.04);
	}

	/** Where slices show something else, they don't count, however strong the noise is beside it. */
	@Test
	void changeIsLeftOut() {
		final float[] stack = stack(60);
		final float[] values = slice(stack, 0);
		final float left = average(stack, 0, values);
		assertTrue(left > 0.6 && left < 0.95, "noise left " + left);
		assertEquals(1.0 / SLICES, error(values, 0, 0, 40), 0.06);
		assertTrue(error(values, 0, 80, SIDE) < 1.05, "error " + error(values, 0, 80, SIDE) + " where all differs");
	}

	/** A change a quarter as strong as the noise may be averaged in part, but costs less than it gains. */
	@Test
	void slightChangeDoesNoHarm() {
		for (final double change : new double[] { 2, 4, 8, 16 }) {
			final float[] stack = stack(change);
			final float[] values = slice(stack, 1);
			average(stack, 1, values);
			assertTrue(error(values, change, 0, SIDE) < 1, "change " + change + ": error " + error(values, change, 0, SIDE));
		}
	}

	@Test
	void aStackOfOneSliceStaysAsItIs() {
		final float[] plane = slice(stack(0), 0), values = plane.clone();
		assertEquals(1, new SliceAverage(PlaneReader.of(ArrayImgs.floats(inImageUnits(plane), SIDE, SIDE, 1)), 0, 2,
			NORMALISATION).average(WHOLE, values));
		assertArrayEquals(plane, values);
	}

	/** The noise of a copy is nothing new: two frames of which one is there twice are worth two, not three. */
	@Test
	void copiesCountOnce() {
		final float[] stack = stack(0);
		System.arraycopy(stack, 0, stack, SIDE * SIDE, SIDE * SIDE);
		System.arraycopy(stack, 2 * SIDE * SIDE, stack, 3 * SIDE * SIDE, SIDE * SIDE);
		final float[] values = slice(stack, 0);
		assertEquals(Math.sqrt(0.5), average(stack, 0, values), 0.03);
		assertEquals(0.5, error(values, 0, 0, SIDE), 0.05);
	}

	/** The best mean of a slice with three times the standard deviation is that by inverse variances, from either side. */
	@Test
	void slicesCountByTheirNoise() {
		final SplittableRandom random = new SplittableRandom(4);
		final float[] stack = stack(0);
		for (int i = 0; i < SIDE * SIDE; i++)
			stack[SIDE * SIDE + i] += (float) (Math.sqrt(8) * random.nextGaussian());
		final double best = 1 / (3 + 1 / 9.0);
		for (final int slice : new int[] { 0, 1, 2 }) {
			final float[] values = slice(stack, slice);
			assertEquals(Math.sqrt(best), average(stack, slice, values), 0.05, "left in slice " + slice);
			assertEquals(best, error(values, 0, 0, SIDE), 0.07, "slice " + slice);
		}
	}

	/** A difference that is far less than the noise of a pixel is kept over a region of a thousand, and a lamp's flicker is, too. */
	@Test
	void brightnessOfRegionsStays() {
		final float[] stack = stack(0);
		for (int i = 0; i < SIDE * SIDE; i++)
			if (inDisc(i)) stack[SIDE * SIDE + i] += 0.5f;
		for (int i = 0; i < SIDE * SIDE; i++)
			stack[2 * SIDE * SIDE + i] += 0.4f;
		for (int slice = 0; slice < SLICES; slice++) {
			final float[] values = slice(stack, slice), before = values.clone();
			assertTrue(average(stack, slice, values) < 0.6);
			double disc = 0, all = 0;
			int count = 0;
			for (int i = 0; i < values.length; i++) {
				all += (values[i] - before[i]) / values.length;
				if (!inDisc(i)) continue;
				disc += values[i] - before[i];
				count++;
			}
			assertEquals(0, all, 0.01, "slice " + slice);
			assertEquals(0, disc / count, 0.06, "disc of slice " + slice);
		}
	}

	/** A dropped frame, and pixels that are set aside, are as if they were not there. */
	@Test
	void whatIsNotKnownTakesNoPart() {
		final float[] stack = stack(0), without = stack.clone();
		for (int i = 0; i < SIDE * SIDE; i++) {
			without[2 * SIDE * SIDE + i] = Float.NaN;
			if (i % SIDE % 9 == 0) without[SIDE * SIDE + i] = Float.NaN;
		}
		final float[] values = slice(stack, 0);
		assertEquals(Math.sqrt(1 / 3.0), average(without, 0, values), 0.04);
		assertEquals(1 / 3.0, error(values, 0, 0, SIDE), 0.06);
	}

	private static boolean inDisc(final int pixel) {
		return Math.hypot(pixel % SIDE - SIDE / 2, pixel / SIDE - SIDE / 2) < 16;
	}

	private static float average(final float[] stack, final int slice, final float[] values) {
		return new SliceAverage(PlaneReader.of(ArrayImgs.floats(inImageUnits(stack), SIDE, SIDE, SLICES)), slice, 2,
			NORMALISATION).average(WHOLE, values);
	}

	/** Slices in network units; the right half of each differs from that of the one before. */
	private static float[] stack(final double change) {
		final SplittableRandom random = new SplittableRandom(3);
		final float[] stack = new float[SIDE * SIDE * SLICES];
		for (int i = 0; i < stack.length; i++)
			stack[i] = (float) (truth(i % (SIDE * SIDE), i / (SIDE * SIDE), change) + random.nextGaussian());
		return stack;
	}

	private static double truth(final int pixel, final int slice, final double change) {
		final int x = pixel % SIDE, y = pixel / SIDE;
		final double differs = x < SIDE / 2 ? 0 : change / NOISE * slice * Math.sin(x * 0.4 + slice) * Math.cos(y * 0.3);
		return 10 + 3 * Math.sin(x * 0.1) * Math.cos(y * 0.07) + differs;
	}

	private static float[] inImageUnits(final float[] values) {
		final float[] image = values.clone();
		for (int i = 0; i < image.length; i++)
			image[i] *= (float) NOISE;
		return image;
	}

	private static float[] slice(final float[] stack, final int slice) {
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) NORMALISATION.forward(NOISE * stack[slice * SIDE * SIDE + i]);
		return values;
	}

	/** Mean squared error of the columns of a slice, in variances of the noise. */
	private static double error(final float[] values, final double change, final int from, final int to) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < values.length; i++) {
			if (i % SIDE < from || i % SIDE >= to) continue;
			final double d = values[i] - truth(i, change == 0 ? 0 : 1, change);
			sum += d * d;
			count++;
		}
		return sum / count;
	}
}
