package org.vaerestore.restore;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;

/** Finds slices beside a damaged one that are intact where that is not. */
final class NeighbouringSlices {

	static final int REACH = 2;
	/** Largest share of the damaged pixels that may be damaged in a slice beside, too. */
	private static final double MOST_DAMAGED = 0.1;

	private final PlaneReader reader;
	private final Holes holes;
	private final int axis;
	private final SignalAround signal = new SignalAround();
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * @param axis along which the slices lie, or -1 for none
	 */
	NeighbouringSlices(final PlaneReader reader, final Holes holes, final int axis) {
		this.reader = reader;
		this.holes = holes;
		this.axis = axis;
	}

	/** Returns the slices beside a plane, nearest first, but those of one value, which tell nothing. */
	List<float[]> of(final long plane, final Region region, final boolean[] hidden, final Progress progress) {
		final List<float[]> slices = new ArrayList<>();
		for (final long beside : holes.beside(plane, axis, REACH)) {
			final boolean[] damaged = holes.of(beside).read(region);
			if (!isIntact(damaged, hidden)) continue;
			final float[] values = reader.read(beside, region);
			if (SignalAround.isOneValue(values, damaged)) continue;
			signal.replace(values, damaged, region.width(), progress);
			fills.hybrid(values, damaged, region.width(), region.height());
			slices.add(values);
		}
		return slices;
	}

	private static boolean isIntact(final boolean[] damaged, final boolean[] hidden) {
		int wanted = 0;
		int missing = 0;
		for (int i = 0; i < hidden.length; i++) {
			if (!hidden[i]) continue;
			wanted++;
			if (damaged[i]) missing++;
		}
		return missing <= MOST_DAMAGED * wanted;
	}
}
