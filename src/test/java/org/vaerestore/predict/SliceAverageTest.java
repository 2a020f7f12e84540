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
