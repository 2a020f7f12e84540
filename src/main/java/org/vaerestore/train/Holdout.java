package org.vaerestore.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.vaerestore.train.PatchSource.SourceImage;

/**
 * Which pixels are kept for validation: square cells spread over all planes, that never count in a training loss.
 * <p>
 * They may be seen as the surroundings of others: what validation asks for is what the model makes of the cell itself.
 * </p>
 */
final class Holdout {

	static final int CELL = 32;
	private static final int ONE_IN = 8;

	private final Set<Cell> forced;
	private final long seed;

	/** A validation cell; column and row count cells. */
	record Cell(int image, long plane, int column, int row) {
	}

	private Holdout(final long seed, final Set<Cell> forced) {
		this.seed = seed;
		this.forced = forced;
	}

	/** Chooses the cells; images that are too small for a choice give one cell, unless they have just one. */
	static Holdout choose(final List<SourceImage> images, final long seed) {
		final Holdout free = new Holdout(seed, Set.of());
		if (!free.cells(images, 1).isEmpty()) return free;
		final List<Cell> all = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			for (int row = 0; row < images.get(i).height() / CELL; row++)
				for (int column = 0; column < images.get(i).width() / CELL; column++)
					all.add(new Cell(i, 0, column, row));
		all.sort(Comparator.comparingLong(free::hash));
		return new Holdout(seed, all.size() < 2 ? Set.of() : Set.of(all.get(0)));
	}

	boolean isHeldOut(final int image, final long plane, final int x, final int y) {
		return isHeldOut(new Cell(image, plane, x / CELL, y / CELL));
	}

	/** Returns at most so many whole cells, spread over the planes, always the same ones. */
	List<Cell> cells(final List<SourceImage> images, final int most) {
		final List<Cell> cells = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			final SourceImage image = images.get(i);
			final long step = Math.max(1, image.planes() / most);
			for (long plane = 0; plane < image.planes(); plane += step)
				for (int row = 0; row < image.height() / CELL; row++)
					for (int column = 0; column < image.width() / CELL; column++) {
						final Cell cell = new Cell(i, plane, column, row);
						if (isHeldOut(cell)) cells.add(cell);
					}
		}
		cells.sort(Comparator.comparingLong(this::hash));
		return cells.subList(0, Math.min(most, cells.size()));
	}

	private boolean isHeldOut(final Cell cell) {
		return forced.isEmpty() ? Long.remainderUnsigned(hash(cell), ONE_IN) == 0 : forced.contains(cell);
	}

	private long hash(final Cell cell) {
		long z = seed;
		for (final long part : new long[] { cell.image, cell.plane, cell.column, cell.row }) {
			z += part + 0x9e3779b97f4a7c15L;
			z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
			z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
			z ^= z >>> 31;
		}
		return z;
	}
}
