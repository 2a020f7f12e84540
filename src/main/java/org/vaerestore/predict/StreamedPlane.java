package org.vaerestore.predict;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;

/** A plane of an image of any size, as a network gets to see it: read region by region, pixels that are no numbers filled. */
final class StreamedPlane implements NetworkView {

	private final PlaneReader reader;
	private final long plane;
	private final Normalisation normalisation;
	private final SliceAverage average;
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * @param sliceAxis along which slices lie that the plane may be averaged with, or -1 for none
	 */
	StreamedPlane(final PlaneReader reader, final long plane, final int sliceAxis, final Normalisation normalisation) {
		average = sliceAxis < 0 || normalisation.noiseLevel() == 0 ? null : new SliceAverage(reader, plane, sliceAxis,
			normalisation);
		this.reader = reader;
		this.plane = plane;
		this.normalisation = normalisation;
	}

	@Override
	public int width() {
		return reader.planes().width();
	}

	@Override
	public int height() {
		return reader.planes().height();
	}

	@Override
	public float read(final Region region, final float[] values, final float[] visible) {
		reader.read(plane, region, values);
		boolean[] empty = null;
		for (int i = 0; i < region.size(); i++) {
			final boolean known = Float.isFinite(values[i]);
			visible[i] = known ? 1 : 0;
			values[i] = known ? (float) normalisation.forward(values[i]) : 0;
			if (known) continue;
			if (empty == null) empty = new boolean[region.size()];
			empty[i] = true;
		}
		if (empty != null) fills.hybrid(values, empty, region.width(), region.height());
		return average == null ? 1 : average.average(region, values);
	}
}
