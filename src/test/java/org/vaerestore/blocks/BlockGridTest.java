package org.vaerestore.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;
import org.vaerestore.zarr.HyperstackAxes;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

class BlockGridTest {

	/** Any image, in any chunks: each chunk of the result is in one block, and blocks take no more memory than they may. */
	@RepeatedTest(100)
	void blocksHaveEachChunkOnce(final RepetitionInfo repetition) {
		final Random random = new Random(repetition.getCurrentRepetition());
		final List<Long> size = new ArrayList<>(List.of(1L + random.nextInt(2500), 1L + random.nextInt(600)));
		final int channel = random.nextBoolean() ? 3 : -1, slice = 2, frame = channel < 0 ? 3 : 4;
		for (int axis = 2; axis <= frame; axis++)
			size.add(1L + random.nextInt(12));
		final List<Integer> read = size.stream().map(length -> 1 + random.nextInt(300)).toList();
		final List<Integer> written = IntStream.range(0, size.size()).mapToObj(axis -> axis < 3 ? (int) Math.min(size.get(axis), 20 + random
			.nextInt(400)) : 1).toList();
		final int reach = random.nextBoolean() ? 3 : 0;
		final BlockGrid grid = BlockGrid.of(new BlockGrid.Demand(size, read, 2, written, 4, 64, reach, 2048), new HyperstackAxes(channel, slice, frame));
		assertEquals(reach > 0, grid.depthFirst());
		double covered = 0;
		for (long index = 0; index < grid.count(); index++) {
			final Block block = grid.block(index);
			assertEquals(index, block.index());
			double pixels = 1;
			for (int axis = 0; axis < size.size(); axis++) {
				final long min = block.core().min(axis), end = block.core().max(axis) + 1;
				assertEquals(0, min % written.get(axis));
				assertTrue(end == size.get(axis) || end % written.get(axis) == 0, grid.toString());
				assertTrue(axis < 2 || axis == block.depth() || end == min + 1);
				pixels *= end - min;
			}
			covered += pixels;
		}
		assertEquals(size.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b), covered);
		assertEquals(grid.count(), IntStream.range(0, (int) grid.count()).mapToObj(k -> grid.block(k).core().toString()).distinct().count());
	}

	@Test
	void blocksAreAsLargeAsMemoryAllows() {
		assertEquals(List.of(2048, 2048, 8), grid(List.of(100_000L, 80_000L, 50L), List.of(512, 512, 1), 0).core(), "planes in chunks of their own");
		assertEquals(List.of(1024, 1024, 64), grid(List.of(10_240L, 10_240L, 640L), List.of(128, 128, 64), 0).core(), "deep chunks");
		assertEquals(List.of(512, 512, 64), grid(List.of(10_240L, 10_240L, 640L), List.of(128, 128, 64), 3).core(), "and slices beside");
		assertEquals(List.of(1536, 1536, 8), grid(List.of(3_000L, 3_000L, 50L), List.of(512, 512, 1), 0).core(), "no narrow last one");
		assertEquals(-1, BlockGrid.of(new BlockGrid.Demand(List.of(70L, 60L), List.of(50, 50), 2, List.of(50, 50), 2, 64, 3, 2048), new HyperstackAxes(
			-1, -1, -1)).block(0).depth());
	}

	private static BlockGrid grid(final List<Long> size, final List<Integer> chunk, final int reach) {
		return BlockGrid.of(new BlockGrid.Demand(size, chunk, 2, chunk, 2, 64, reach, 2048), new HyperstackAxes(-1, 2, -1));
	}

	@Test
	void whatIsAroundABlockBeginsWhereNetworksDo() {
		final BlockGrid grid = grid(List.of(5_000L, 5_000L, 50L), List.of(500, 500, 1), 3);
		final Block block = grid.block(grid.count() / 2);
		final Interval around = block.surroundings(new FinalInterval(5_000, 5_000, 50), 64, 3);
		for (int axis = 0; axis < 2; axis++) {
			assertEquals(0, around.min(axis) % 64);
			assertTrue(around.min(axis) <= Math.max(0, block.core().min(axis) - 64));
			assertEquals(Math.min(4_999, block.core().max(axis) + 64), around.max(axis));
		}
		assertArrayEquals(new long[] { Math.max(0, block.first() - 3), Math.min(49, block.first() + block.planes() + 2) }, new long[] { around
			.min(2), around.max(2) });
	}

	@RepeatedTest(50)
	void sharesHaveEachBlockOnce(final RepetitionInfo repetition) {
		final Random random = new Random(repetition.getCurrentRepetition());
		final long blocks = 1 + random.nextInt(1_000_000);
		final int of = 1 + random.nextInt(2_000);
		long next = 0;
		for (int part = 1; part <= of; part++) {
			final BlockShare share = new BlockShare(part, of);
			assertEquals(next, share.first(blocks));
			next = share.end(blocks);
			assertTrue(next - share.first(blocks) <= blocks / of + 1);
		}
		assertEquals(blocks, next);
	}

	@Test
	void sharesAreWrittenAsPartOfAll() {
		assertEquals(new BlockShare(3, 16), BlockShare.of("3/16"));
		for (final String text : List.of("0/3", "4/3", "3", "3/", "/3", "a/b", "1/0", "-1/3", "1/99999999999"))
			assertThrows(InputException.class, () -> BlockShare.of(text), text);
	}
}
