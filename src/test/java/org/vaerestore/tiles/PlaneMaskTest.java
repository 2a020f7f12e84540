package org.vaerestore.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;

class PlaneMaskTest {

	@Test
	void isWhatArraysAre() {
		for (int seed = 0; seed < 40; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final int width = 1 + random.nextInt(300), height = 1 + random.nextInt(200);
			final boolean[] a = draw(width, height, random), b = draw(width, height, random);
			final boolean[] both = new boolean[a.length], left = new boolean[a.length], inverse = new boolean[a.length];
			int count = 0;
			for (int i = 0; i < a.length; i++) {
				both[i] = a[i] || b[i];
				left[i] = a[i] && !b[i];
				inverse[i] = !a[i];
				if (a[i]) count++;
			}
			final PlaneMask mask = PlaneMask.of(a, width), other = PlaneMask.of(b, width);
			assertArrayEquals(a, mask.toArray());
			assertEquals(count, mask.count());
			assertEquals(count == 0, mask.isEmpty());
			assertEquals(count == a.length, mask.isWhole());
			assertArrayEquals(both, mask.or(other).toArray());
			assertArrayEquals(left, mask.without(other).toArray());
			assertEquals(PlaneMask.of(inverse, width), mask.inverse());
			assertEquals(mask, mask.inverse().inverse());
			assertEquals(PlaneMask.of(a.clone(), width), mask);
			assertEquals(Arrays.equals(a, b), mask.equals(other));
			assertBounds(a, width, mask.bounds());
			final Region part = part(width, height, random);
			final boolean[] read = mask.read(part);
			for (int i = 0; i < read.length; i++)
				assertEquals(a[(part.y() + i / part.width()) * width + part.x() + i % part.width()], read[i]);
			for (int k = 0; k < 50; k++) {
				final int i = random.nextInt(a.length);
				assertEquals(a[i], mask.get(i % width, i / width));
			}
		}
	}

	@Test
	void clustersAreItsPartsAndLieApart() {
		for (int seed = 0; seed < 20; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final int width = 1000, height = 700;
			final PlaneMask.Builder builder = new PlaneMask.Builder(width, height);
			final int[][] pixels = new int[12][];
			for (int k = 0; k < pixels.length; k++) {
				pixels[k] = new int[] { random.nextInt(width), random.nextInt(height) };
				builder.add(pixels[k][0], pixels[k][1]);
			}
			final PlaneMask mask = builder.build();
			final List<PlaneMask> parts = mask.clusters().stream().map(mask::ofSquares).toList();
			PlaneMask all = PlaneMask.none(width, height);
			for (final PlaneMask part : parts) {
				assertFalse(part.isEmpty());
				for (final int[] a : pixels)
					for (final int[] b : pixels)
						if (part.get(a[0], a[1]) && !part.get(b[0], b[1])) assertTrue(Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] -
							b[1])) > 64);
				all = all.or(part);
			}
			assertEquals(mask, all);
			assertEquals(mask.count(), parts.stream().mapToLong(PlaneMask::count).sum());
		}
	}

	@Test
	void tellsFullSquares() {
		final boolean[] chosen = new boolean[200 * 130];
		for (int y = 64; y < 128; y++)
			Arrays.fill(chosen, y * 200 + 60, y * 200 + 140, true);
		final PlaneMask mask = PlaneMask.of(chosen, 200);
		for (int square = 0; square < mask.squareColumns() * 3; square++)
			assertEquals(square == mask.squareColumns() + 1, mask.isSquareFull(square), "square " + square);
	}

	/** A stack of 625 planes of 2048 x 2048 with a speck in one. */
	@Test
	void planesWithoutAPixelCostNothing() {
		final PlaneMask none = PlaneMask.none(2048, 2048);
		final List<PlaneMask> planes = new ArrayList<>();
		for (int z = 0; z < 625; z++)
			planes.add(z == 300 ? new PlaneMask.Builder(2048, 2048).add(7, 9).build() : none);
		final StackMask mask = new StackMask(new long[] { 2048, 2048, 625 }, planes, true);
		final MaskReader reader = MaskReader.of(mask, mask);
		assertTrue(reader.isComplete() && reader.plane(299).isEmpty());
		assertEquals(1, reader.plane(300).count());
		assertTrue(mask.getAt(7, 9, 300).get());
		assertFalse(mask.getAt(7, 9, 301).get());
	}

	/** Whatever the mask is kept as, and beyond the plane too, where it is mirrored. */
	@Test
	void readersReadTheSame() {
		for (int seed = 0; seed < 20; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final int width = 3 + random.nextInt(90), height = 3 + random.nextInt(90);
			final boolean[] first = draw(width, height, random), second = draw(width, height, random), both = Arrays.copyOf(first, 2 *
				first.length);
			System.arraycopy(second, 0, both, first.length, second.length);
			final MaskReader squares = MaskReader.of(new StackMask(new long[] { width, height, 2 }, List.of(PlaneMask.of(first,
				width), PlaneMask.of(second, width)), false), Intervals.createMinSize(0, 0, 0, width, height, 2));
			final MaskReader array = MaskReader.of(ArrayImgs.booleans(both, width, height, 2), Intervals.createMinSize(0, 0, 0,
				width, height, 2));
			final Region region = new Region(random.nextInt(60) - 30, random.nextInt(60) - 30, 1 + random.nextInt(150), 1 + random
				.nextInt(150));
			for (int plane = 0; plane < 2; plane++) {
				assertArrayEquals(array.read(plane, region), squares.read(plane, region));
				assertEquals(array.plane(plane), squares.plane(plane));
			}
		}
	}

	private static boolean[] draw(final int width, final int height, final SplittableRandom random) {
		final boolean[] chosen = new boolean[width * height];
		switch (random.nextInt(4)) {
			case 0 -> Arrays.fill(chosen, random.nextBoolean());
			case 1 -> chosen[random.nextInt(chosen.length)] = true;
			case 2 -> {
				for (int i = 0; i < chosen.length; i++)
					chosen[i] = random.nextInt(3) == 0;
			}
			default -> {
				final Region box = part(width, height, random);
				for (int y = box.y(); y < box.y() + box.height(); y++)
					Arrays.fill(chosen, y * width + box.x(), y * width + box.x() + box.width(), true);
			}
		}
		return chosen;
	}

	private static Region part(final int width, final int height, final SplittableRandom random) {
		final int x = random.nextInt(width), y = random.nextInt(height);
		return new Region(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
	}

	private static void assertBounds(final boolean[] chosen, final int width, final Region bounds) {
		int left = width, right = -1, top = Integer.MAX_VALUE, bottom = -1;
		for (int i = 0; i < chosen.length; i++) {
			if (!chosen[i]) continue;
			left = Math.min(left, i % width);
			right = Math.max(right, i % width);
			top = Math.min(top, i / width);
			bottom = i / width;
		}
		if (right < 0) assertNull(bounds);
		else assertEquals(new Region(left, top, right + 1 - left, bottom + 1 - top), bounds);
	}
}
