package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassicalFillTest {

	/** The fills by name. */
	enum Kind {
		HARMONIC, BIHARMONIC, HYBRID;

		void fill(final FillWorkspace workspace, final float[] plane, final boolean[] hidden, final int width,
			final int height)
		{
			switch (this) {
				case HARMONIC -> workspace.harmonic(plane, hidden, width, height);
				case BIHARMONIC -> workspace.biharmonic(plane, hidden, width, height);
				case HYBRID -> workspace.hybrid(plane, hidden, width, height);
			}
		}

		void fill(final float[] plane, final boolean[] hidden, final int width, final int height) {
			fill(new FillWorkspace(), plane, hidden, width, height);
		}
	}

	@ParameterizedTest
	@EnumSource
	void keepsVisibleAndNeverReadsHidden(final Kind kind) {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 60; trial++) {
			final int width = random.nextInt(1, 40);
			final int height = random.nextInt(1, 40);
			final boolean[] hidden = holes(random, width, height);
			final float[] plane = smooth(random, width, height);
			final float[] nan = blank(plane, hidden, Float.NaN);
			final float[] huge = blank(plane, hidden, 1e30f);
			kind.fill(nan, hidden, width, height);
			kind.fill(huge, hidden, width, height);
			assertArrayEquals(nan, huge);
			for (int i = 0; i < nan.length; i++) {
				assertTrue(Float.isFinite(nan[i]));
				if (!hidden[i]) assertEquals(plane[i], nan[i]);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPlaneWithoutVisiblePixelsBecomesZero(final Kind kind) {
		final boolean[] hidden = new boolean[12];
		Arrays.fill(hidden, true);
		final float[] plane = new float[12];
		Arrays.fill(plane, 5);
		kind.fill(plane, hidden, 4, 3);
		assertArrayEquals(new float[12], plane);
	}

	@ParameterizedTest
	@EnumSource
	void nothingHiddenChangesNothing(final Kind kind) {
		final float[] plane = { 1, Float.MAX_VALUE, -3 };
		kind.fill(plane, new boolean[3], 3, 1);
		assertArrayEquals(new float[] { 1, Float.MAX_VALUE, -3 }, plane);
	}

	@ParameterizedTest
	@EnumSource
	void aUsedWorkspaceGivesTheSameBits(final Kind kind) {
		final SplittableRandom random = new SplittableRandom(2);
		final FillWorkspace used = new FillWorkspace();
		for (int trial = 0; trial < 40; trial++) {
			final int width = random.nextInt(1, 50);
			final int height = random.nextInt(1, 50);
			final boolean[] hidden = holes(random, width, height);
			final float[] first = smooth(random, width, height);
			final float[] second = first.clone();
			kind.fill(used, first, hidden, width, height);
			kind.fill(second, hidden, width, height);
			assertArrayEquals(second, first);
		}
	}

	@ParameterizedTest
	@EnumSource
	void movesAndScalesWithTheValues(final Kind kind) {
		final SplittableRandom random = new SplittableRandom(3);
		for (int trial = 0; trial < 30; trial++) {
			final int side = random.nextInt(8, 40);
			final boolean[] hidden = holes(random, side, side);
			hidden[0] = false;
			final float[] plane = smooth(random, side, side);
			final float[] moved = plane.clone();
			for (int i = 0; i < moved.length; i++)
				moved[i] = 4 * moved[i] + 16;
			kind.fill(plane, hidden, side, side);
			kind.fill(moved, hidden, side, side);
			for (int i = 0; i < moved.length; i++)
				assertEquals(4 * plane[i] + 16, moved[i], 2e-3);
		}
	}

	@ParameterizedTest
	@EnumSource
	void flipsAndTurnsWithThePlane(final Kind kind) {
		final SplittableRandom random = new SplittableRandom(4);
		final int width = 32;
		final int height = 32;
		for (int trial = 0; trial < 20; trial++) {
			final boolean[] hidden = holes(random, width, height);
			hidden[0] = false;
			final float[] plane = smooth(random, width, height);
			final float[] turned = new float[plane.length];
			final boolean[] turnedHidden = new boolean[plane.length];
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					turned[x * height + height - 1 - y] = plane[y * width + x];
					turnedHidden[x * height + height - 1 - y] = hidden[y * width + x];
				}
			kind.fill(plane, hidden, width, height);
			kind.fill(turned, turnedHidden, height, width);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					assertEquals(plane[y * width + x], turned[x * height + height - 1 - y], 5e-3);
		}
	}

	@Test
	void harmonicFillStaysWithinItsSurroundings() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int trial = 0; trial < 50; trial++) {
			final int side = random.nextInt(4, 60);
			final boolean[] hidden = holes(random, side, side);
			final float[] plane = smooth(random, side, side);
			double low = Double.POSITIVE_INFINITY;
			double high = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < plane.length; i++) {
				if (hidden[i]) continue;
				low = Math.min(low, plane[i]);
				high = Math.max(high, plane[i]);
			}
			ClassicalFill.harmonic(plane, hidden, side, side);
			for (int i = 0; i < plane.length; i++)
				if (hidden[i] && low <= high) assertTrue(plane[i] >= low - 1e-4 && plane[i] <= high + 1e-4);
		}
	}

	@Test
	void harmonicFillSolvesTheLaplaceEquation() {
		final SplittableRandom random = new SplittableRandom(6);
		for (int trial = 0; trial < 20; trial++) {
			final int width = random.nextInt(20, 70);
			final int height = random.nextInt(20, 70);
			final boolean[] hidden = holes(random, width, height);
			hidden[5] = false;
			final float[] plane = smooth(random, width, height);
			ClassicalFill.harmonic(plane, hidden, width, height);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					if (hidden[y * width + x]) assertEquals(0, laplacian(plane, width, height, x, y), 5e-3);
		}
	}

	@Test
	void biharmonicFillContinuesALinearRamp() {
		final int width = 40;
		final int height = 30;
		final float[] ramp = new float[width * height];
		final boolean[] hidden = new boolean[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				ramp[y * width + x] = 3 + 0.5f * x - 0.25f * y;
				hidden[y * width + x] = x > 8 && x < 19 && y > 5 && y < 14 || x == 30 && y > 3 && y < 26;
			}
		final float[] plane = blank(ramp, hidden, 0);
		ClassicalFill.biharmonic(plane, hidden, width, height);
		assertArrayEquals(ramp, plane, 1e-2f);
	}

	@Test
	void biharmonicFillSolvesTheBiLaplaceEquation() {
		final SplittableRandom random = new SplittableRandom(7);
		final int side = 40;
		final boolean[] hidden = holes(random, side, side);
		final float[] plane = smooth(random, side, side);
		ClassicalFill.biharmonic(plane, hidden, side, side);
		final float[] laplacian = new float[plane.length];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				laplacian[y * side + x] = (float) laplacian(plane, side, side, x, y);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				if (hidden[y * side + x]) assertEquals(0, laplacian(laplacian, side, side, x, y), 1e-2);
	}

	@Test
	void hybridFillOfAHoleIgnoresWhatIsFarAway() {
		final SplittableRandom random = new SplittableRandom(8);
		final int width = 128;
		final int height = 64;
		final float[] plane = smooth(random, width, height);
		final boolean[] hidden = new boolean[width * height];
		for (int y = 20; y < 40; y++)
			for (int x = 12; x < 32; x++)
				hidden[y * width + x] = true;
		final float[] other = plane.clone();
		final boolean[] otherHidden = hidden.clone();
		for (int y = 0; y < height; y++)
			for (int x = 80; x < width; x++) {
				other[y * width + x] += 100;
				otherHidden[y * width + x] = random.nextInt(3) == 0;
			}
		ClassicalFill.hybrid(plane, hidden, width, height);
		ClassicalFill.hybrid(other, otherHidden, width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < 64; x++)
				assertEquals(plane[y * width + x], other[y * width + x], 1e-3);
	}

	@Test
	void hybridFillMovesWithThePlane() {
		final SplittableRandom random = new SplittableRandom(9);
		final int side = 96;
		final float[] plane = smooth(random, side, side);
		final boolean[] hidden = new boolean[side * side];
		for (int y = 30; y < 46; y++)
			for (int x = 30; x < 52; x++)
				hidden[y * side + x] = true;
		final int cropped = side - 7;
		final float[] crop = new float[cropped * cropped];
		final boolean[] cropHidden = new boolean[cropped * cropped];
		for (int y = 0; y < cropped; y++)
			for (int x = 0; x < cropped; x++) {
				crop[y * cropped + x] = plane[(y + 7) * side + x + 7];
				cropHidden[y * cropped + x] = hidden[(y + 7) * side + x + 7];
			}
		ClassicalFill.hybrid(plane, hidden, side, side);
		ClassicalFill.hybrid(crop, cropHidden, cropped, cropped);
		for (int y = 20; y < 50; y++)
			for (int x = 20; x < 50; x++)
				assertEquals(plane[(y + 7) * side + x + 7], crop[y * cropped + x], 1e-2);
	}

	@Test
	void refusesArraysOfAnotherSize() {
		assertThrows(IllegalArgumentException.class, () -> ClassicalFill.harmonic(new float[12], new boolean[11], 4, 3));
		assertThrows(IllegalArgumentException.class, () -> ClassicalFill.hybrid(new float[12], new boolean[12], 4, 4));
	}

	private static double laplacian(final float[] plane, final int width, final int height, final int x, final int y) {
		final double centre = plane[y * width + x];
		double sum = 0;
		if (x > 0) sum += plane[y * width + x - 1] - centre;
		if (x < width - 1) sum += plane[y * width + x + 1] - centre;
		if (y > 0) sum += plane[(y - 1) * width + x] - centre;
		if (y < height - 1) sum += plane[(y + 1) * width + x] - centre;
		return sum;
	}

	private static float[] smooth(final SplittableRandom random, final int width, final int height) {
		final double[] wave = random.doubles(8, -0.5, 0.5).toArray();
		final float[] plane = new float[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				plane[y * width + x] = (float) (Math.sin(wave[0] * x + wave[1] * y + 9 * wave[2]) + Math.cos(wave[3] * x -
					wave[4] * y + 9 * wave[5]));
		return plane;
	}

	/** Scattered pixels and rectangles. */
	private static boolean[] holes(final SplittableRandom random, final int width, final int height) {
		final boolean[] hidden = new boolean[width * height];
		for (int k = 0; k < hidden.length / 20; k++)
			hidden[random.nextInt(hidden.length)] = true;
		for (int k = 0; k < 3; k++) {
			final int left = random.nextInt(width);
			final int top = random.nextInt(height);
			for (int y = top; y < Math.min(height, top + 11); y++)
				for (int x = left; x < Math.min(width, left + 9); x++)
					hidden[y * width + x] = true;
		}
		return hidden;
	}

	private static float[] blank(final float[] plane, final boolean[] hidden, final float value) {
		final float[] blanked = plane.clone();
		for (int i = 0; i < blanked.length; i++)
			if (hidden[i]) blanked[i] = value;
		return blanked;
	}
}
