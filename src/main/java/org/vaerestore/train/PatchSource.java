package org.vaerestore.train;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;

/**
 * Cuts patches out of the training images, wherever they lie: only the patch is read, never a whole stack.
 */
final class PatchSource {

	private static final int PATIENCE = 30;
	/** A patch with more than this share masked teaches little. */
	private static final double MOST_MASKED = 0.6;

	/** A share that must be intact in some patches. */
	private static final double LEAST_INTACT = 0.1;

	private final List<SourceImage> images;
	private final long planes;
	private final int side;
	private final Holdout holdout;

	PatchSource(final List<SourceImage> images, final int side, final Holdout holdout) {
		this.images = images;
		this.side = side;
		this.holdout = holdout;
		planes = images.stream().mapToLong(SourceImage::planes).sum();
	}

	/**
	 * Draws a patch in one of the eight orientations.
	 *
	 * @param random decides which
	 * @param patch takes values in image units and what is known of them
	 */
	void draw(final SplittableRandom random, final Patch patch) {
		for (int attempt = 0; attempt < PATIENCE; attempt++) {
			long plane = random.nextLong(planes);
			int index = 0;
			while (plane >= images.get(index).planes())
				plane -= images.get(index++).planes();
			final SourceImage image = images.get(index);
			final Region region = new Region(random.nextInt(image.width() - side + 1), random.nextInt(image.height() - side +
				1), side, side);
			read(index, plane, region, random.nextInt(8), patch);
			if (patch.maskedShare() <= MOST_MASKED) return;
		}
	}

	/**
	 * Checks that there are patches to learn from.
	 *
	 * @throws InputException if next to nothing is intact of each of many
	 */
	void requireIntact(final SplittableRandom random) {
		final Patch patch = Patch.ofSide(side);
		double best = 0;
		for (int attempt = 0; attempt < PATIENCE; attempt++) {
			draw(random, patch);
			best = Math.max(best, 1 - patch.maskedShare());
			if (best >= LEAST_INTACT) return;
		}
		throw new InputException(String.format(Locale.ROOT, "Of patches of %d x %d pixels at most %.1f %% are intact, and training needs " +
			"some with at least %.0f %%. Mask less, train on an image that is less damaged, or restore with the built-in weights.", side, side, 100 *
				best, 100 * LEAST_INTACT));
	}

	/** Reads one patch. */
	void read(final int index, final long plane, final Region region, final int orientation, final Patch patch) {
		final SourceImage image = images.get(index);
		final float[] values = image.reader().read(plane, region);
		final boolean[] masked = image.mask().read(plane, region);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				final int from = y * side + x;
				final int to = oriented(x, y, orientation, side);
				final boolean known = !masked[from] && Float.isFinite(values[from]);
				patch.values()[to] = known ? values[from] : 0;
				patch.known()[to] = known;
				patch.trained()[to] = known && !holdout.isHeldOut(index, plane, region.x() + x, region.y() + y);
			}
		}
	}

	/**
	 * Reads the patch in whose centre a cell is that is kept for validation, as far as the image allows; only the cell counts.
	 *
	 * @return the row of the patch in which the cell begins
	 */
	int readAround(final Holdout.Cell cell, final Patch patch) {
		final SourceImage image = images.get(cell.image());
		final int x = cell.column() * Holdout.CELL;
		final int y = cell.row() * Holdout.CELL;
		final int margin = (side - Holdout.CELL) / 2;
		final Region region = new Region(Math.max(0, Math.min(x - margin, image.width() - side)), Math.max(0, Math.min(y -
			margin, image.height() - side)), side, side);
		read(cell.image(), cell.plane(), region, 0, patch);
		for (int i = 0; i < side * side; i++) {
			final int column = region.x() + i % side - x;
			final int row = region.y() + i / side - y;
			patch.trained()[i] = patch.known()[i] && column >= 0 && column < Holdout.CELL && row >= 0 && row < Holdout.CELL;
		}
		return y - region.y();
	}

	List<SourceImage> images() {
		return images;
	}

	/** Returns the least side of all images in pixels. */
	int smallestSide() {
		return images.stream().mapToInt(image -> Math.min(image.width(), image.height())).min().orElseThrow();
	}

	/** Returns a source of larger or smaller patches of the same images. */
	PatchSource ofSide(final int newSide) {
		return new PatchSource(images, newSide, holdout);
	}

	/** Returns where a pixel of a square lies in one of its eight orientations. */
	static int oriented(final int x, final int y, final int orientation, final int side) {
		final int u = (orientation & 1) != 0 ? side - 1 - x : x;
		final int v = (orientation & 2) != 0 ? side - 1 - y : y;
		return (orientation & 4) != 0 ? u * side + v : v * side + u;
	}

	/** An image that patches are read from. */
	record SourceImage(PlaneReader reader, MaskReader mask) {

		long planes() {
			return reader.planes().count();
		}

		int width() {
			return reader.planes().width();
		}

		int height() {
			return reader.planes().height();
		}
	}

	/**
	 * A square patch.
	 *
	 * @param values in image units, 0 where not known
	 * @param known false where the pixel is masked or not a number
	 * @param trained true where the pixel is known and not kept for validation
	 */
	record Patch(float[] values, boolean[] known, boolean[] trained) {

		static Patch ofSide(final int side) {
			return new Patch(new float[side * side], new boolean[side * side], new boolean[side * side]);
		}

		double maskedShare() {
			int masked = 0;
			for (final boolean k : known)
				if (!k) masked++;
			return (double) masked / known.length;
		}
	}
}
