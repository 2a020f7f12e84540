package org.vaerestore.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class HoleTest {

	@Test
	void isAsDeepAsItsLargestSquareIsWide() {
		assertEquals(1, only(40, 20, 5, 8, 30, 1).depth(), "line");
		assertEquals(1, only(40, 20, 5, 8, 30, 2).depth(), "two lines");
		assertEquals(2, only(40, 20, 5, 8, 30, 3).depth(), "three lines");
		assertEquals(8, only(40, 40, 10, 8, 16, 16).depth(), "square");
		assertEquals(16, only(40, 40, 0, 0, 16, 16).depth(), "square in a corner: nothing is known beyond the border");
	}

	@Test
	void tellsItsBox() {
		final Hole hole = only(40, 20, 5, 8, 30, 3);
		assertEquals(List.of(5, 8, 35, 11), List.of(hole.left(), hole.top(), hole.right(), hole.bottom()));
		assertEquals(90, hole.pixels().length);
	}

	@Test
	void planesWithoutHolesHaveNoneAndHiddenOnesAreOneHole() {
		assertTrue(Hole.of(new boolean[12], 4).isEmpty());
		final boolean[] hidden = new boolean[12];
		Arrays.fill(hidden, true);
		assertEquals(4, Hole.of(hidden, 4).get(0).depth());
	}

	@Test
	void hiddenPixelsBelongToOneHoleEachAndAreAsDeepAsTheyLie() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int trial = 0; trial < 40; trial++) {
			final int width = random.nextInt(1, 30), height = random.nextInt(1, 30), share = random.nextInt(1, 10);
			final boolean[] hidden = new boolean[width * height];
			for (int i = 1; i < hidden.length; i++)
				hidden[i] = random.nextInt(10) < share;
			final int[] owner = new int[hidden.length];
			int number = 0;
			for (final Hole hole : Hole.of(hidden, width)) {
				number++;
				for (int k = 0; k < hole.pixels().length; k++) {
					final int pixel = hole.pixels()[k], x = pixel % width, y = pixel / width;
					assertEquals(0, owner[pixel]);
					owner[pixel] = number;
					assertTrue(x >= hole.left() && x < hole.right() && y >= hole.top() && y < hole.bottom());
					assertEquals(depth(hidden, width, x, y), hole.depths()[k]);
				}
			}
			for (int i = 0; i < hidden.length; i++) {
				assertEquals(hidden[i], owner[i] > 0);
				if (i % width > 0 && hidden[i] && hidden[i - 1]) assertEquals(owner[i - 1], owner[i]);
				if (i >= width && hidden[i] && hidden[i - width]) assertEquals(owner[i - width], owner[i]);
			}
		}
	}

	private static int depth(final boolean[] hidden, final int width, final int x, final int y) {
		int least = Integer.MAX_VALUE;
		for (int i = 0; i < hidden.length; i++)
			if (!hidden[i]) least = Math.min(least, Math.max(Math.abs(i % width - x), Math.abs(i / width - y)));
		return least;
	}

	private static Hole only(final int width, final int height, final int left, final int top, final int columns,
		final int rows)
	{
		final boolean[] hidden = new boolean[width * height];
		for (int y = top; y < top + rows; y++)
			Arrays.fill(hidden, y * width + left, y * width + left + columns, true);
		final List<Hole> holes = Hole.of(hidden, width);
		assertEquals(1, holes.size());
		return holes.get(0);
	}
}
