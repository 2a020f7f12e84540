package org.vaerestore.setaside;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.Exclusion;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

/**
 * The pixels of an image that can't be signal: padding and borders, dropped frames, dead and hot pixels, columns and rows.
 *
 * <pre>
 * SetAside aside = SetAside.find(reader, Progress.silent());
 * PlaneReader known = reader.without(aside);
 * </pre>
 *
 * They are found once, from the image itself, by rules in units of its noise; which pixel is one of them doesn't depend on how the
 * image is read afterwards. Pixels that are no numbers (NaN or infinite) are not among them. Where no noise can be told, as in drawings and label
 * images, no pixel is.
 */
public final class SetAside implements Exclusion {

	private final Planes planes;
	private final double low, high;
	private final boolean[] frames;
	private final List<BitSet> columns, rows;
	private final long[] singles;
	private final Census census;

	/**
	 * @param low values below it are set aside
	 * @param high values above it are set aside
	 * @param frames for each plane whether all of it is
	 * @param columns of each plane; none for none at all
	 * @param rows of each plane; none for none at all
	 * @param singles single pixels, as {@code plane * pixels of a plane + place}, sorted
	 */
	SetAside(final Planes planes, final double low, final double high, final boolean[] frames, final List<BitSet> columns,
		final List<BitSet> rows, final long[] singles)
	{
		this.planes = planes;
		this.low = low;
		this.high = high;
		this.frames = frames;
		this.columns = columns;
		this.rows = rows;
		this.singles = singles;
		census = new Census(planes);
	}

	/** Sets nothing aside. */
	static SetAside nothing(final Planes planes) {
		return new SetAside(planes, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new boolean[0], List.of(), List.of(),
			new long[0]);
	}

	/**
	 * Looks for the pixels of an image.
	 *
	 * @param reader of the image, which is read two times, and once more for each kind of padding
	 * @param progress of the search
	 * @throws org.vaerestore.job.CancelledException if it was cancelled
	 */
	public static SetAside find(final PlaneReader reader, final Progress progress) {
		return Search.find(reader, progress);
	}

	/** Returns how many pixels are set aside, in all planes together. */
	public long count() {
		return census.count();
	}

	/** Returns how many pixels of one kind are set aside; each is of one kind. */
	public long count(final NoSignal kind) {
		return census.count(kind);
	}

	/** Returns how many pixels are no numbers; they are not set aside. */
	public long notNumbers() {
		return census.notNumbers();
	}

	/** Returns how many pixels are set aside, and where, in a sentence for people. */
	public String describe() {
		return census.describe();
	}

	/** Returns whether a whole plane is set aside. */
	public boolean isFrame(final long plane) {
		return plane < frames.length && frames[(int) plane];
	}

	/**
	 * Returns which pixels of a region are set aside.
	 *
	 * @param plane index of the plane
	 * @param region inside the plane
	 * @param values of the region as they are in the image, row by row
	 */
	public boolean[] map(final long plane, final Region region, final float[] values) {
		final float[] left = Arrays.copyOf(values, region.size());
		exclude(plane, region, left);
		final boolean[] map = new boolean[left.length];
		for (int i = 0; i < map.length; i++)
			map[i] = Float.isNaN(left[i]) && !Float.isNaN(values[i]);
		return map;
	}

	@Override
	public void exclude(final long plane, final Region region, final float[] values) {
		visit(plane, region, values, (kind, x, y, i) -> values[i] = Float.NaN);
	}

	/** Counts the pixels of a region. */
	void count(final long plane, final Region region, final float[] values) {
		visit(plane, region, values, (kind, x, y, i) -> census.add(kind, x, y, plane));
		for (int i = 0; i < region.size(); i++)
			if (!Float.isFinite(values[i])) census.addNotNumber();
	}

	/** Hears of pixels that are set aside. */
	@FunctionalInterface
	private interface Visitor {

		void visit(NoSignal kind, int x, int y, int index);
	}

	private void visit(final long plane, final Region region, final float[] values, final Visitor visitor) {
		final boolean frame = isFrame(plane);
		final BitSet across = columns.isEmpty() ? null : columns.get((int) plane), down = rows.isEmpty() ? null : rows.get(
			(int) plane);
		for (int y = region.y(), i = 0; y < region.y() + region.height(); y++) {
			final boolean row = down != null && down.get(y);
			int single = singles.length == 0 ? 0 : place(plane, region.x(), y);
			for (int x = region.x(); x < region.x() + region.width(); x++, i++) {
				final boolean alone = single < singles.length && singles[single] == index(plane, x, y);
				if (alone) single++;
				if (!Float.isFinite(values[i])) continue;
				if (frame) visitor.visit(NoSignal.FRAME, x, y, i);
				else if (values[i] < low || values[i] > high) visitor.visit(NoSignal.PADDING, x, y, i);
				else if (across != null && across.get(x)) visitor.visit(NoSignal.COLUMN, x, y, i);
				else if (row) visitor.visit(NoSignal.ROW, x, y, i);
				else if (alone) visitor.visit(NoSignal.SINGLE, x, y, i);
			}
		}
	}

	private long index(final long plane, final int x, final int y) {
		return (plane * planes.height() + y) * planes.width() + x;
	}

	/** Returns which single pixel is the first from a place on. */
	private int place(final long plane, final int x, final int y) {
		final int found = Arrays.binarySearch(singles, index(plane, x, y));
		return found < 0 ? -found - 1 : found;
	}
}
