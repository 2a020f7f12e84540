package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.fill.Hole;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Region;

class HoleGroupingTest {

	private static final int GRANULARITY = 16;

	@Test
	void specksFarApartDontNeedWhatIsBetween() {
		final int side = 20_000;
		final List<HoleGroup> groups = groups(new PlaneMask.Builder(side, side).add(300, 300).add(301, 300).add(19_000, 18_000)
			.build(), 2048);
		assertEquals(2, groups.size());
		for (final HoleGroup group : groups)
			assertTrue(group.region().size() < 300 * 300, group.toString());
		assertEquals(2, groups.get(0).holes().count());
		assertEquals(1, groups.get(1).holes().count());
	}

	@Test
	void neighboursAreSeenTogether() {
		final List<HoleGroup> groups = groups(new PlaneMask.Builder(1000, 1000).add(300, 300).add(480, 310).add(390, 400)
			.build(), 2048);
		assertEquals(1, groups.size());
		assertEquals(new Region(160, 160, 480 + 129 - 160, 400 + 129 - 160), groups.get(0).region());
	}

	/** Whatever the mask, each hidden pixel is in one group, which sees all around it, and groups are as large as they may be. */
	@Test
	void dividesAnyMask() {
		for (int seed = 0; seed < 25; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final int width = 200 + random.nextInt(3000), height = 200 + random.nextInt(3000), side = random.nextBoolean() ? 512
				: 1024;
			final PlaneMask holes = draw(width, height, random);
			PlaneMask all = PlaneMask.none(width, height);
			long count = 0;
			for (final HoleGroup group : groups(holes, side)) {
				count += group.holes().count();
				all = all.or(group.holes());
				final Region seen = group.region(), box = group.holes().bounds();
				assertTrue(seen.contains(new Region(Math.max(0, box.x() - 128), Math.max(0, box.y() - 128), 1, 1)) && seen.contains(
					new Region(Math.min(width, box.x() + box.width() + 128) - 1, Math.min(height, box.y() + box.height() + 128) - 1, 1,
						1)), "seed " + seed + ": " + group);
				assertEquals(0, seen.x() % GRANULARITY + seen.y() % GRANULARITY);
				if (seen.size() > (side + 32) * (side + 32)) assertTrue(depth(holes, seen) > 60, "seed " + seed + ": " + group);
			}
			assertEquals(holes, all, "seed " + seed);
			assertEquals(holes.count(), count, "seed " + seed);
		}
	}

	/** A scratch across all of a plane would need all of it if it weren't cut. */
	@Test
	void cutsLongScratchesAndLeavesLargeHolesWhole() {
		final int side = 6_000;
		final PlaneMask.Builder scratch = new PlaneMask.Builder(side, side);
		for (int i = 0; i < side; i++)
			for (int k = 0; k < 12; k++)
				scratch.add(i, Math.min(side - 1, i + k));
		final List<HoleGroup> cut = groups(scratch.build(), 1024);
		assertTrue(cut.size() >= 8 && cut.stream().allMatch(group -> group.region().size() <= 1056 * 1056), cut.size() +
			" groups");
		final PlaneMask.Builder both = new PlaneMask.Builder(side, side).add(scratchAgain(side));
		for (int y = 2_000; y < 3_500; y++)
			for (int x = 2_000; x < 3_500; x++)
				both.add(x, y);
		final List<HoleGroup> around = groups(both.build(), 1024);
		assertEquals(1, around.stream().filter(group -> group.region().size() > 1056 * 1056).count());
		assertTrue(around.stream().anyMatch(group -> group.holes().get(2_000, 3_499) && group.holes().get(3_499, 2_000)));
	}

	private static PlaneMask scratchAgain(final int side) {
		final PlaneMask.Builder scratch = new PlaneMask.Builder(side, side);
		for (int i = 0; i < side; i++)
			scratch.add(i, i);
		return scratch.build();
	}

	private static List<HoleGroup> groups(final PlaneMask holes, final int side) {
		return new HoleGrouping(holes, GRANULARITY, side).groups();
	}

	private static int depth(final PlaneMask holes, final Region region) {
		return Hole.of(holes.read(region), region.width()).stream().mapToInt(Hole::depth).max().orElse(0);
	}

	private static PlaneMask draw(final int width, final int height, final SplittableRandom random) {
		final PlaneMask.Builder holes = new PlaneMask.Builder(width, height);
		final int specks = 1 + random.nextInt(random.nextBoolean() ? 5 : 2000);
		for (int speck = 0; speck < specks; speck++)
			holes.add(random.nextInt(width), random.nextInt(height));
		for (int block = random.nextInt(3); block > 0; block--) {
			final int x = random.nextInt(width), y = random.nextInt(height), side = 10 + random.nextInt(300);
			for (int v = y; v < Math.min(height, y + side); v++)
				for (int u = x; u < Math.min(width, x + side); u++)
					holes.add(u, v);
		}
		for (int scratch = random.nextInt(3); scratch > 0; scratch--) {
			final double slope = 2 * random.nextDouble() - 1, at = random.nextDouble() * height;
			for (int x = 0; x < width; x++) {
				final int y = (int) (at + slope * x);
				if (y >= 0 && y < height) holes.add(x, y);
			}
		}
		return holes.build();
	}
}
