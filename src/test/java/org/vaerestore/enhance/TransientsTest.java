package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** What changes in a series belongs to the frames in which it does. */
class TransientsTest {

	private static final int SIDE = PhotonSeries.SIDE, FRAMES = 7, FROM = 2, TO = 5;
	private static final double PHOTONS = 12;

	@Test
	void aRegionThatBrightensKeepsIt() {
		final double radius = 15;
		final float[][] truth = series(), frames = new float[FRAMES][];
		for (int frame = FROM; frame < TO; frame++)
			for (int i = 0; i < truth[frame].length; i++)
				if (distance(i) < radius) truth[frame][i] *= 1.15f;
		record(truth, frames, 1);
		final float[] result = PhotonSeries.enhanced(frames);
		double kept = 0, put = 0, beside = 0;
		for (int frame = 0; frame < FRAMES; frame++) {
			final boolean bright = frame >= FROM && frame < TO;
			final double found = sum(result, frame, radius) / sum(truth[0], 0, radius), own = sum(frames[frame], 0, radius) / sum(
				truth[0], 0, radius);
			if (bright) {
				kept += found - 1;
				put += own - 1;
			}
			else beside += Math.abs(found - 1) / (FRAMES - TO + FROM);
		}
		assertTrue(kept > 0.84 * put, "kept " + kept / 3 + " of 0.15, " + put / 3 + " in the frames");
		assertTrue(beside < 0.015, "the frames beside are off by " + beside);
	}

	@Test
	void flashesStayInTheirFrame() {
		for (final double width : new double[] { 2, 4 }) {
			final float[][] truth = series(), frames = new float[FRAMES][];
			final double sigma = width / 2.355, radius = 2.5 * sigma + 2;
			double put = 0;
			for (int i = 0; i < SIDE * SIDE; i++) {
				final double flash = 10 * Math.sqrt(truth[3][i]) * Math.exp(-fromFlash(i) * fromFlash(i) / (2 * sigma * sigma));
				truth[3][i] += (float) flash;
				put += flash;
			}
			record(truth, frames, 2);
			final float[] result = PhotonSeries.enhanced(frames);
			final float[] before = series()[0];
			for (int frame = 2; frame <= 4; frame++) {
				double found = 0;
				for (int i = 0; i < SIDE * SIDE; i++)
					if (fromFlash(i) < radius) found += result[frame * SIDE * SIDE + i] - before[i];
				if (frame == 3) assertEquals(1, found / put, 0.1, width + " pixels wide");
				else assertEquals(0, found / put, 0.1, width + " pixels wide, frame " + frame);
			}
		}
	}

	@Test
	void flickerStaysInItsFrames() {
		final float[][] truth = series(), frames = new float[FRAMES][];
		for (int frame = 0; frame < FRAMES; frame++)
			for (int i = 0; i < truth[frame].length; i++)
				truth[frame][i] *= (float) (1 + 0.2 * Math.sin(2.3 * frame));
		record(truth, frames, 3);
		final float[] result = PhotonSeries.enhanced(frames);
		for (int frame = 0; frame < FRAMES; frame++)
			assertEquals(1, sum(result, frame, SIDE) / sum(frames[frame], 0, SIDE), 1e-3, "frame " + frame);
	}

	/** Two lamps that light a side each, and flicker out of step; where a sharp edge parts them, it takes a little of either. */
	@Test
	void flickerOfASideStaysThere() {
		for (final double edge : new double[] { 8, 0.1 }) {
			final float[][] truth = series(), frames = new float[FRAMES][];
			for (int frame = 0; frame < FRAMES; frame++)
				for (int i = 0; i < truth[frame].length; i++) {
					final double left = 1 / (1 + Math.exp((i % SIDE - SIDE / 2 + 0.5) / edge));
					truth[frame][i] *= (float) (1 + 0.2 * (left * Math.sin(2.3 * frame) + (1 - left) * Math.sin(2.3 * frame + 2)));
				}
			record(truth, frames, 4);
			final float[] result = PhotonSeries.enhanced(frames);
			for (int frame = 0; frame < FRAMES; frame++)
				for (final boolean left : new boolean[] { true, false }) {
					double found = 0, recorded = 0;
					for (int i = 0; i < SIDE * SIDE; i++)
						if (i % SIDE < SIDE / 2 == left) {
							found += result[frame * SIDE * SIDE + i];
							recorded += frames[frame][i];
						}
					assertEquals(1, found / recorded, edge > 1 ? 5e-3 : 1.5e-2, "edge of " + edge + ", frame " + frame + ", left: " + left);
				}
		}
	}

	private static float[][] series() {
		final float[][] truth = new float[FRAMES][];
		for (int frame = 0; frame < FRAMES; frame++)
			truth[frame] = PhotonSeries.scene(11, PHOTONS, 0.5);
		return truth;
	}

	private static void record(final float[][] truth, final float[][] frames, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		for (int frame = 0; frame < FRAMES; frame++)
			frames[frame] = PhotonSeries.recorded(truth[frame], random);
	}

	/** Returns the distance from the nearest of 36 flashes. */
	private static double fromFlash(final int pixel) {
		return Math.hypot(pixel % SIDE % 20 - 14, pixel / SIDE % 20 - 14);
	}

	private static double distance(final int pixel) {
		return Math.hypot(pixel % SIDE - SIDE / 2, pixel / SIDE - SIDE / 2);
	}

	private static double sum(final float[] frames, final int frame, final double radius) {
		double sum = 0;
		for (int i = 0; i < SIDE * SIDE; i++)
			if (distance(i) < radius) sum += frames[frame * SIDE * SIDE + i];
		return sum;
	}
}
