package org.vaerestore.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Region;

/** Keeps what is restored of an image that is too large for memory, until it is written. */
public final class RestoredPatches implements RestoredPixels {

	/** What a restored pixel takes: where it is, its value and its uncertainty. */
	public static final long BYTES_PER_PIXEL = Integer.BYTES + 2L * Float.BYTES;

	private final Map<Long, List<Patch>> patches = new HashMap<>();
	private final boolean withDeviation;

	/**
	 * Some pixels.
	 *
	 * @param region where they are
	 * @param indices in the region, row by row, ascending
	 * @param values restored ones
	 * @param deviations their standard deviations
	 */
	private record Patch(Region region, int[] indices, float[] values, float[] deviations) {

		/** Returns the first of the pixels that are not above a row of the plane. */
		int from(final int row) {
			final long index = Math.max(0, (long) (row - region.y()) * region.width());
			if (index >= region.size()) return indices.length;
			final int found = Arrays.binarySearch(indices, (int) index);
			return found >= 0 ? found : -1 - found;
		}

		int x(final int k) {
			return region.x() + indices[k] % region.width();
		}

		int y(final int k) {
			return region.y() + indices[k] / region.width();
		}
	}

	/**
	 * @param withDeviation whether standard deviations are kept, too
	 */
	public RestoredPatches(final boolean withDeviation) {
		this.withDeviation = withDeviation;
	}

	@Override
	public boolean asksForDeviation() {
		return withDeviation;
	}

	@Override
	public void restored(final long plane, final int copy, final Region region, final boolean[] where,
		final SignalEstimate estimate)
	{
		final int[] indices = IntStream.range(0, where.length).filter(i -> where[i]).toArray();
		final float[] values = new float[indices.length], deviations = new float[withDeviation ? indices.length : 0];
		for (int k = 0; k < indices.length; k++) {
			values[k] = estimate.mean()[indices[k]];
			if (withDeviation) deviations[k] = estimate.deviation()[indices[k]];
		}
		patches.computeIfAbsent(plane, key -> new ArrayList<>()).add(new Patch(region, indices, values, deviations));
	}

	/** Puts restored values into rows of a plane, or the standard deviations. */
	public void putInto(final float[] values, final long plane, final Region rows, final boolean deviations) {
		for (final Patch patch : patches.getOrDefault(plane, List.of()))
			for (int k = patch.from(rows.y()); k < patch.from(rows.y() + rows.height()); k++)
				values[rows.index(patch.x(k), patch.y(k))] = deviations ? patch.deviations[k] : patch.values[k];
	}

	/** Returns whether nothing is restored. */
	public boolean isEmpty() {
		return patches.isEmpty();
	}

	/** Returns which pixels of each plane are restored. */
	public List<PlaneMask> masks(final int width, final int height, final long planes) {
		final PlaneMask none = PlaneMask.none(width, height);
		return LongStream.range(0, planes).mapToObj(plane -> patches.containsKey(plane) ? mask(plane, width, height) : none).toList();
	}

	private PlaneMask mask(final long plane, final int width, final int height) {
		final PlaneMask.Builder restored = new PlaneMask.Builder(width, height);
		for (final Patch patch : patches.get(plane))
			for (int k = 0; k < patch.indices.length; k++)
				restored.add(patch.x(k), patch.y(k));
		return restored.build();
	}
}
