package org.vaerestore.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Companion;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

class PlanesBesideTest {

	private static final int SIDE = 32, SLICES = 9;

	private final float[][] slices = new float[SLICES][SIDE * SIDE];
	private final Random random = new Random(1);

	@Test
	void areTheNearestOnBothSides() {
		draw();
		assertEquals(6, beside(4).size());
		assertEquals(3, beside(0).size());
		final List<Companion> companions = beside(1);
		assertEquals(4, companions.size());
		final float[] values = slices[0].clone();
		mean(values, slices[1]);
		for (int i = 0; i < values.length; i++)
			assertEquals(values[i], companions.get(0).values()[i], 0.3);
	}

	/** Frames that a camera has sent twice count once; those that show nothing don't count. */
	@Test
	void copiesAndEmptySlicesAreLeftOut() {
		draw();
		slices[3] = slices[4].clone();
		slices[6] = slices[5].clone();
		Arrays.fill(slices[2], Float.NaN);
		assertEquals(3, beside(4).size());
	}

	/** What is no number is a fill that isn't seen. */
	@Test
	void missingPixelsArentSeen() {
		draw();
		slices[3][70] = Float.NaN;
		final Companion companion = beside(4).get(0);
		assertEquals(0, companion.visible()[70]);
		assertEquals(1, companion.visible()[71]);
		for (final float value : companion.values())
			assertTrue(Float.isFinite(value), "finite");
	}

	private void draw() {
		for (int z = 0; z < SLICES; z++)
			for (int i = 0; i < slices[z].length; i++)
				slices[z][i] = (float) (Math.sin(i % SIDE * 0.4) + 0.1 * random.nextGaussian());
	}

	private List<Companion> beside(final int plane) {
		final float[] stack = new float[SLICES * SIDE * SIDE];
		for (int z = 0; z < SLICES; z++)
			System.arraycopy(slices[z], 0, stack, z * SIDE * SIDE, SIDE * SIDE);
		final Img<FloatType> image = ArrayImgs.floats(stack, SIDE, SIDE, SLICES);
		final float[] visible = new float[SIDE * SIDE];
		Arrays.fill(visible, 1);
		return new PlanesBeside(PlaneReader.of(image), plane, 2, Normalisation.NONE).read(new Region(0, 0, SIDE, SIDE), slices[plane]
			.clone(), visible);
	}

	/** Gives values the mean of others. */
	private static void mean(final float[] values, final float[] others) {
		double difference = 0;
		for (int i = 0; i < values.length; i++)
			difference += (others[i] - values[i]) / values.length;
		for (int i = 0; i < values.length; i++)
			values[i] += (float) difference;
	}
}
