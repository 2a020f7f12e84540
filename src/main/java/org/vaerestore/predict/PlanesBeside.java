package org.vaerestore.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
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
	private final NetworkUnits units;

	/**
	 * @param axis along which they lie
	 */
	PlanesBeside(final PlaneReader reader, final long plane, final int axis, final Normalisation normalisation) {
		this.reader = reader;
		this.plane = plane;
		this.axis = axis;
		this.normalisation = normalisation;
		units = new NetworkUnits(normalisation);
	}

	/** Returns the planes beside one along an axis, the nearest first. */
	static List<Long> nearest(final Planes planes, final long plane, final int axis) {
		final List<Long> nearest = new ArrayList<>();
		for (int distance = 1; distance <= REACH; distance++)
			for (final int step : new int[] { -distance, distance }) {
				final long beside = planes.beside(plane, axis, step);
				if (beside >= 0) nearest.add(beside);
			}
		return nearest;
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
		for (final long beside : nearest(reader.planes(), plane, axis)) {
			final float[] slice = reader.read(beside, region), known = new float[slice.length];
			// Frames that a camera has sent twice have the same noise, and tell nothing new.
			if (units.bring(region, slice, known) == 0 || seen.stream().anyMatch(other -> Arrays.equals(other, slice))) continue;
			seen.add(slice);
			companions.add(new Companion(slice, known, noise).matched(values, visible, noise));
		}
		return companions;
	}
}
