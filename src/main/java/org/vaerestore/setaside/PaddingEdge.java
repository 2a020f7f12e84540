package org.vaerestore.setaside;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;

/** What lies around the pixels of one value. */
final class PaddingEdge {

	/** Share of the rest that is as the pixel to the right from which it is a drawing, and no recording. */
	private static final double DRAWN = 0.75;
	private static final int ROOM = 100_000;
	/** How far from padding it is looked; pixels nearer than so far may be partly padding, by interpolation. */
	private static final int REACH = 5, INSIDE = 3;
	/**
	 * The share of pixels right beside the end of a range that clipping leaves at least, of those at the end and of those that
	 * touch these: interpolation leaves all values alike.
	 */
	private static final double BESIDE = 5e-3, BESIDE_OF_TOUCHING = 0.15;
	/** The share that is padding on all four sides where it is a border or a block, and no spots that are saturated. */
	private static final double SOLID = 0.6;
	/** How much of the gap may be left between two and four pixels from the edge, or three and five: more are flanks. */
	private static final double FLANK = 0.05;

	private final double sign, limit, value, near;
	private final Sample rest = new Sample(ROOM, 3);
	private final Sample[] at = new Sample[REACH + 1];
	private byte[] distances = new byte[0];
	private long count, together, solid, touching, beside, alike;
	private double least = Double.POSITIVE_INFINITY;

	private PaddingEdge(final double sign, final double limit, final double value, final double near) {
		this.sign = sign;
		this.limit = limit;
		this.value = value;
		this.near = near;
		for (int distance = 2; distance <= REACH; distance++)
			at[distance] = new Sample(ROOM, 3 + distance);
	}

	/**
	 * Looks at an image.
	 *
	 * @param sign 1, or -1 for the negative of the image, which the other values are of
	 * @param limit below which nothing is looked at
	 * @param near distance from the value that counts as right beside it
	 */
	static PaddingEdge of(final PlaneReader reader, final double sign, final double limit, final double value,
		final double near, final Progress progress)
	{
		final PaddingEdge edge = new PaddingEdge(sign, limit, value, near);
		Band.each(reader, edge::visit, progress);
		return edge;
	}

	/** Returns some of the values three pixels and more from it, sorted. */
	float[] rest() {
		return rest.sorted();
	}

	/** Returns whether its pixels lie together, and end from one pixel to the next. */
	boolean isSharp(final double noise) {
		if (2 * together < count || beside > Math.max(BESIDE * count, BESIDE_OF_TOUCHING * touching) || at[2].seen() == 0 ||
			alike > DRAWN * rest.seen()) return false;
		return isSharp(2, noise) || solid > SOLID * count && isSharp(INSIDE, noise);
	}

	private boolean isSharp(final int distance, final double noise) {
		final float[] near = at[distance].sorted(), far = at[distance + 2].sorted();
		if (far.length == 0) return true;
		final double inside = Sample.quantile(near, 0.5);
		final double flank = Math.abs(Sample.quantile(far, 0.5) - inside);
		return flank < FLANK * (inside - value) + 3 * noise / Math.sqrt(Math.min(near.length, far.length));
	}

	/** Returns the least value three pixels and more from it. */
	double least() {
		return least;
	}

	private void visit(final Band band) {
		final int width = band.width(), size = width * (band.rows() + 2 * Band.MARGIN);
		if (distances.length < size) distances = new byte[size];
		for (int i = 0; i < size; i++)
			distances[i] = (byte) (sign * band.values()[i] == value ? 0 : REACH + 1);
		measure(width, size);
		for (int row = 0; row < band.rows(); row++)
			for (int x = 0, i = band.index(0, row); x < band.columns(); x++, i++) {
				final double here = sign * band.values()[i];
				if (!Double.isFinite(here) || here < limit) continue;
				if (distances[i] == 0) {
					count++;
					if (distances[i - 1] == 0 || distances[i + 1] == 0 || distances[i - width] == 0 || distances[i + width] == 0)
						together++;
					if (distances[i - 1] == 0 && distances[i + 1] == 0 && distances[i - width] == 0 && distances[i + width] == 0) solid++;
					continue;
				}
				if (here <= value + near) beside++;
				if (distances[i] == 1) {
					touching++;
					continue;
				}
				if (distances[i] <= REACH) at[distances[i]].add(here);
				if (distances[i] < INSIDE || isAtBorder(band.values(), width, i)) continue;
				rest.add(here);
				least = Math.min(least, here);
				if (here == sign * band.values()[i + 1]) alike++;
			}
	}

	/** Returns whether the image ends within two pixels, and padding may go on. */
	private static boolean isAtBorder(final float[] values, final int width, final int i) {
		final int reach = INSIDE - 1;
		return Float.isNaN(values[i - reach]) || Float.isNaN(values[i + reach]) || Float.isNaN(values[i - reach * width]) || Float
			.isNaN(values[i + reach * width]);
	}

	/** Takes how far pixels are from padding, along rows, columns and diagonals, from those before and then from those after them. */
	private void measure(final int width, final int size) {
		for (int i = width + 1; i < size; i++)
			nearer(i, i - width, i - 1);
		for (int i = size - width - 2; i >= 0; i--)
			nearer(i, i + width, i + 1);
	}

	private void nearer(final int i, final int row, final int beside) {
		if (distances[i] == 0) return;
		final int nearest = Math.min(Math.min(distances[row - 1], distances[row]), Math.min(distances[row + 1], distances[beside]));
		if (nearest + 1 < distances[i]) distances[i] = (byte) (nearest + 1);
	}
}
