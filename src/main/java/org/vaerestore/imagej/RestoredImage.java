package org.vaerestore.imagej;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.vaerestore.predict.SignalEstimate;
import org.vaerestore.restore.RestoredPixels;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;

/** Writes what is restored into images that are copies of the one it was restored from, and knows what was left. */
final class RestoredImage implements RestoredPixels {

	private final List<PlaneWriter> copies;
	private final PlaneWriter uncertainty;
	private final Set<Long> left = new HashSet<>();

	/**
	 * @param copies the image, or one for each alternative
	 * @param uncertainty zeros, or null
	 */
	RestoredImage(final List<PlaneWriter> copies, final PlaneWriter uncertainty) {
		this.copies = copies;
		this.uncertainty = uncertainty;
	}

	@Override
	public void restored(final long plane, final int copy, final Region region, final boolean[] where,
		final SignalEstimate estimate)
	{
		copies.get(copy).write(plane, region, estimate.mean(), region, where);
		if (uncertainty != null && copy == 0) uncertainty.write(plane, region, estimate.deviation(), region, where);
	}

	@Override
	public boolean asksForDeviation() {
		return uncertainty != null;
	}

	@Override
	public void left(final long plane) {
		left.add(plane);
	}

	/** Returns the part of a mask that was restored. */
	Mask of(final Mask mask) {
		if (left.isEmpty()) return mask;
		final List<PlaneMask> planes = new ArrayList<>();
		for (int plane = 0; plane < mask.axes().planes(); plane++)
			planes.add(left.contains((long) plane) ? PlaneMask.none(mask.axes().width(), mask.axes().height()) : mask.plane(plane));
		return new Mask(mask.axes(), planes, mask.complete());
	}
}
