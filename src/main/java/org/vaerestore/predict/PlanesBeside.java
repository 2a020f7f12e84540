package org.vaerestore.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Companion;

/** The slices or frames beside a plane, region by region, as companions of it. */
final class PlanesBeside {

	/** How many before and as many after. */
	static final int REACH = 3;

	private final PlaneReader reader;
	private final long plane;
	private final int axis;
	private final Normalisation normalisation;
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * @param axis along which they lie
	 */
	PlanesBeside(final PlaneReader reader, final long plane, final int axis, final Normalisation normalisation) {
		this.reader = reader;
		this.plane = plane;
		this.axis = axis;
		this.normalisation = normalisation;
	}

	/**
	 * Returns them, the nearest first, without copies, and without what shows nothing.
	 *
	 * @param values of the region of the plane itself, in network units
	 * @param visible of these, see {@link NetworkView}
	 */
	List<Companion> read(final Region region, final float[] values, final float[] visible) {
		final float noise = normalisation.told().level();
		final List<float[]> seen = new ArrayList<>(List.of(values));
		final List<Companion> companions = new ArrayList<>();
		for (int distance = 1; distance <= REACH; distance++)
			for (final int step : new int[] { -distance, distance }) {
				final long beside = reader.planes().beside(plane, axis, step);
				if (beside < 0) continue;
				final Companion companion = companion(reader.read(beside, region), region, noise);
				// Frames that a camera has sent twice have the same noise, and tell nothing new.
				if (companion == null || seen.stream().anyMatch(other -> Arrays.equals(other, companion.values()))) continue;
				seen.add(companion.values());
				companions.add(companion.matched(values, visible, noise));
			}
		return companions;
	}

	private Companion companion(final float[] values, final Region region, final float noise) {
		final float[] visible = new float[values.length];
		final boolean[] empty = new boolean[values.length];
		int known = 0;
		for (int i = 0; i < values.length; i++) {
			empty[i] = !Float.isFinite(values[i]);
			values[i] = empty[i] ? 0 : (float) normalisation.forward(values[i]);
			visible[i] = empty[i] ? 0 : 1;
			if (!empty[i]) known++;
		}
		if (known == 0) return null;
		if (known < values.length) fills.hybrid(values, empty, region.width(), region.height());
		return new Companion(values, visible, noise);
	}
}
