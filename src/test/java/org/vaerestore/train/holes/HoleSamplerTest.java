package org.vaerestore.train.holes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class HoleSamplerTest {

	@Test
	void hidesBetweenTenAndThirtyPercent() {
		final SplittableRandom random = new SplittableRandom(1);
		for (final int side : new int[] { 8, 9, 16, 32, 64, 96, 130 })
			for (final List<UserMask> masks : List.of(List.<UserMask>of(), List.of(block(300, 200, 10, 10, 250, 150)),
				List.of(block(20, 30, 4, 5, 1, 1), UserMask.of(new boolean[6], 2, 3)),
				List.of(UserMask.of(new boolean[] { true }, 1, 1)))) {
				final HoleSampler sampler = HoleSampler.of(side, masks);
				final boolean[] hidden = new boolean[side * side];
				for (int draw = 0; draw < 200; draw++) {
					sampler.draw(random, hidden);
					final double share = count(hidden) / (double) hidden.length;
					assertTrue(share >= HoleSampler.LEAST && share <= HoleSampler.MOST, () -> "side " + side + ": " + share);
				}
			}
	}

	@Test
	void theSameSeedDrawsTheSameHoles() {
		final HoleSampler sampler = HoleSampler.of(64, List.of(block(40, 40, 3, 5, 20, 4)));
		final boolean[] one = new boolean[64 * 64];
		final boolean[] two = new boolean[64 * 64];
		final SplittableRandom first = new SplittableRandom(7);
		final SplittableRandom second = new SplittableRandom(7);
		final Set<Integer> different = new HashSet<>();
		for (int draw = 0; draw < 50; draw++) {
			sampler.draw(first, one);
			Arrays.fill(two, draw % 2 == 0);
			sampler.draw(second, two);
			assertArrayEquals(one, two);
			different.add(Arrays.hashCode(one));
		}
		assertEquals(50, different.size());
	}

	@Test
	void everyPixelIsHiddenNowAndThenInEveryDirectionAlike() {
		final int side = 64;
		final HoleSampler sampler = HoleSampler.of(side, List.of());
		final SplittableRandom random = new SplittableRandom(3);
		final int draws = 4000;
		final int[] times = new int[side * side];
		long horizontal = 0;
		long vertical = 0;
		final boolean[] hidden = new boolean[side * side];
		for (int draw = 0; draw < draws; draw++) {
			sampler.draw(random, hidden);
			for (int y = 0; y < side; y++)
				for (int x = 0; x < side; x++) {
					if (hidden[y * side + x]) times[y * side + x]++;
					if (x > 0 && hidden[y * side + x] != hidden[y * side + x - 1]) horizontal++;
					if (y > 0 && hidden[y * side + x] != hidden[(y - 1) * side + x]) vertical++;
				}
		}
		for (final int count : times)
			assertTrue(count > 0.05 * draws && count < 0.6 * draws, () -> "hidden " + count + " times");
		assertEquals(1, horizontal / (double) vertical, 0.03);
	}

	@Test
	void piecesOfTheUsersMaskComeInAllEightOrientations() {
		// An L of three and five pixels, which has no symmetry.
		final boolean[] damaged = new boolean[20 * 20];
		for (int k = 0; k < 5; k++)
			damaged[(6 + k) * 20 + 7] = true;
		damaged[6 * 20 + 8] = true;
		damaged[6 * 20 + 9] = true;
		final UserPieces pieces = new UserPieces(UserMask.of(damaged, 20, 20));
		final SplittableRandom random = new SplittableRandom(4);
		final Set<String> seen = new HashSet<>();
		for (int draw = 0; draw < 400; draw++) {
			final boolean[] hidden = new boolean[32 * 32];
			pieces.draw(random, new HoleCanvas(hidden, 32, 100, 300));
			if (count(hidden) == 7) seen.add(shape(hidden, 32));
		}
		assertEquals(8, seen.size(), seen::toString);
	}

	@Test
	void orientationsAreEightDifferentOnes() {
		final Set<String> images = new HashSet<>();
		for (final Orientation o : Orientation.values()) {
			images.add(o.x(1, 2) + " " + o.y(1, 2));
			assertEquals(5, o.backX(o.x(5, 2), o.y(5, 2)));
			assertEquals(2, o.backY(o.x(5, 2), o.y(5, 2)));
		}
		assertEquals(8, images.size());
	}

	@Test
	void piecesOfALargeMaskShowItsBorder() {
		final UserPieces pieces = new UserPieces(block(400, 400, 50, 50, 300, 300));
		final SplittableRandom random = new SplittableRandom(5);
		int drawn = 0;
		for (int draw = 0; draw < 100; draw++) {
			final boolean[] hidden = new boolean[64 * 64];
			pieces.draw(random, new HoleCanvas(hidden, 64, 1000, 1228));
			if (count(hidden) > 0) drawn++;
			assertTrue(count(hidden) <= 1228);
		}
		assertTrue(drawn > 60, "drawn " + drawn);
	}

	@Test
	void refusesWrongSizes() {
		assertThrows(IllegalArgumentException.class, () -> HoleSampler.of(7, List.of()));
		assertThrows(IllegalArgumentException.class, () -> UserMask.of(new boolean[5], 2, 3));
		assertThrows(IllegalArgumentException.class, () -> HoleSampler.of(16, List.of()).draw(new SplittableRandom(1),
			new boolean[255]));
	}

	private static int count(final boolean[] hidden) {
		int count = 0;
		for (final boolean h : hidden)
			if (h) count++;
		return count;
	}

	/** The hidden pixels, moved to the upper left corner. */
	private static String shape(final boolean[] hidden, final int side) {
		int left = side;
		int top = side;
		for (int i = 0; i < hidden.length; i++) {
			if (!hidden[i]) continue;
			left = Math.min(left, i % side);
			top = Math.min(top, i / side);
		}
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < hidden.length; i++)
			if (hidden[i]) text.append(i % side - left).append(',').append(i / side - top).append(' ');
		return text.toString();
	}

	private static UserMask block(final int width, final int height, final int left, final int top, final int w,
		final int h)
	{
		final boolean[] damaged = new boolean[width * height];
		for (int y = top; y < top + h; y++)
			for (int x = left; x < left + w; x++)
				damaged[y * width + x] = true;
		return UserMask.of(damaged, width, height);
	}
}
