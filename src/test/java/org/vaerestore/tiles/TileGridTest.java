package org.vaerestore.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class TileGridTest {

	@Test
	void coversEveryPixelOnceWithAlignedInputsOfOneSize() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 300; trial++) {
			final int width = random.nextInt(1, 400);
			final int height = random.nextInt(1, 400);
			final int core = random.nextInt(1, 150);
			final int halo = random.nextInt(0, 60);
			final int granularity = 1 << random.nextInt(0, 6);
			final TileGrid grid = TileGrid.of(width, height, core, halo, granularity);
			final int[] covered = new int[width * height];
			for (final Tile tile : grid.tiles()) {
				final Region in = tile.input();
				final Region out = tile.core();
				assertEquals(grid.inputWidth(), in.width());
				assertEquals(grid.inputHeight(), in.height());
				for (final int aligned : new int[] { in.x(), in.y(), in.width(), in.height() })
					assertEquals(0, aligned % granularity);
				assertTrue(in.x() >= 0 && in.right() < width + granularity, () -> "input " + in);
				assertTrue(in.y() >= 0 && in.bottom() < height + granularity, () -> "input " + in);
				final int rim = (halo + granularity - 1) / granularity * granularity;
				final int across = (in.x() == 0 ? rim : 0) + (in.right() >= width ? rim : 0), down = (in.y() == 0 ? rim : 0) + (in.bottom() >= height
					? rim : 0);
				assertTrue(out.width() < core + granularity + across && out.height() < core + granularity + down, () -> "core " + out);
				assertTrue(in.x() == 0 || out.x() - in.x() >= halo);
				assertTrue(in.right() >= width || in.right() - out.right() >= halo);
				assertTrue(in.y() == 0 || out.y() - in.y() >= halo);
				assertTrue(in.bottom() >= height || in.bottom() - out.bottom() >= halo);
				for (int y = out.y(); y < out.bottom(); y++)
					for (int x = out.x(); x < out.right(); x++)
						covered[y * width + x]++;
			}
			assertTrue(Arrays.stream(covered).allMatch(count -> count == 1));
		}
	}

	@Test
	void oneTileIsEnoughForASmallPlane() {
		final TileGrid grid = TileGrid.of(50, 40, 256, 64, 16);
		assertEquals(1, grid.tiles().size());
		assertEquals(new Tile(new Region(0, 0, 50, 40), new Region(0, 0, 64, 48)), grid.tiles().get(0));
	}

	@Test
	void refusesWhatIsNoGrid() {
		assertThrows(IllegalArgumentException.class, () -> TileGrid.of(0, 5, 8, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> TileGrid.of(5, 5, 8, -1, 1));
		assertThrows(IllegalArgumentException.class, () -> new Tile(new Region(0, 0, 5, 5), new Region(1, 0, 5, 5)));
		assertThrows(IllegalArgumentException.class, () -> new Region(0, 0, 1 << 16, 1 << 16));
	}

	/** Also planes smaller than a tile, and grids whose tiles all lie at the same place. */
	@Test
	void blendingEqualTilesGivesThePlaneBack() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int round = 0; round < 60; round++) {
			final int width = random.nextInt(1, 200);
			final int height = random.nextInt(1, 200);
			final float[] plane = new float[width * height];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) random.nextDouble(-3, 3);
			final TileGrid grid = TileGrid.of(width, height, random.nextInt(8, 80), random.nextInt(8, 80), 16, 8);
			final BlendedRows blended = new BlendedRows(grid, width, height, 16, 1);
			final float[] values = new float[plane.length];
			final BlendedRows.Sink sink = (rows, layers) -> System.arraycopy(layers[0], 0, values, rows.y() * width, rows.size());
			for (final Tile tile : grid.tiles())
				blended.add(tile.input(), new float[][] { crop(plane, width, height, tile.input()) }, sink);
			blended.finish(sink);
			assertArrayEquals(plane, values, 1e-5f, () -> width + " x " + height + ", " + grid.tiles());
		}
	}

	@Test
	void blendingFadesFromTileToTile() {
		// The second and the third tile share the columns 64 to 95, of which the outer 8 of each tile don't count.
		final TileGrid grid = TileGrid.of(128, 8, 32, 16, 8);
		final BlendedRows blended = new BlendedRows(grid, 128, 8, 16, 1);
		final float[] values = new float[128 * 8];
		final BlendedRows.Sink sink = (rows, layers) -> System.arraycopy(layers[0], 0, values, 0, rows.size());
		for (final Tile tile : grid.tiles()) {
			final float[] same = new float[tile.input().size()];
			Arrays.fill(same, tile.core().x() < 80 ? 0 : 1);
			blended.add(tile.input(), new float[][] { same }, sink);
		}
		blended.finish(sink);
		for (int x = 56; x < 104; x++)
			assertEquals(Math.max(0, Math.min(1, (x - 71.5) / 16)), values[x], 1e-6, "column " + x);
	}

	/** A plane of many rows of tiles comes in many pieces, in order and without gaps. */
	@Test
	void rowsComeAsSoonAsTheyAreDone() {
		final TileGrid grid = TileGrid.of(40, 400, 32, 16, 8);
		final BlendedRows blended = new BlendedRows(grid, 40, 400, 16, 1);
		final int[] next = new int[2];
		final BlendedRows.Sink sink = (rows, layers) -> {
			assertEquals(next[0], rows.y());
			next[0] += rows.height();
			next[1]++;
		};
		for (final Tile tile : grid.tiles())
			blended.add(tile.input(), new float[][] { new float[tile.input().size()] }, sink);
		blended.finish(sink);
		assertEquals(400, next[0]);
		assertTrue(next[1] > 8, next[1] + " pieces");
	}

	private static float[] crop(final float[] plane, final int width, final int height, final Region region) {
		final float[] values = new float[region.size()];
		for (int y = region.y(); y < Math.min(height, region.bottom()); y++)
			for (int x = region.x(); x < Math.min(width, region.right()); x++)
				values[region.index(x, y)] = plane[y * width + x];
		return values;
	}
}
