package org.vaerestore.predict;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.Region;

/** Brings what was read of an image to network units; pixels that are no numbers become fills. */
final class NetworkUnits {

	private final Normalisation normalisation;
	private final FillWorkspace fills = new FillWorkspace();

	NetworkUnits(final Normalisation normalisation) {
		this.normalisation = normalisation;
	}

	/**
	 * Brings values there, in place.
	 *
	 * @param visible takes 1 where a value is known, 0 where it is a fill
	 * @return how many are known
	 */
	int bring(final Region region, final float[] values, final float[] visible) {
		boolean[] empty = null;
		int count = 0;
		for (int i = 0; i < region.size(); i++) {
			final boolean known = Float.isFinite(values[i]);
			visible[i] = known ? 1 : 0;
			values[i] = known ? (float) normalisation.forward(values[i]) : 0;
			if (known) {
				count++;
				continue;
			}
			if (empty == null) empty = new boolean[region.size()];
			empty[i] = true;
		}
		if (empty != null) fills.hybrid(values, empty, region.width(), region.height());
		return count;
	}
}
