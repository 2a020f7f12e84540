package org.vaerestore.predict;

import java.util.List;

import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.Companion;

/** A plane of an image of any size, as a network gets to see it: read region by region, pixels that are no numbers filled. */
final class StreamedPlane implements NetworkView {

	private final PlaneReader reader;
	private final long plane;
	private final NetworkUnits units;
	private final SliceAverage average;
	private final PlanesBeside beside;

	/**
	 * @param sliceAxis along which slices lie that help, or -1 for none
	 * @param companions whether the network sees them beside the plane; if not, they are averaged with it
	 */
	StreamedPlane(final PlaneReader reader, final long plane, final int sliceAxis, final Normalisation normalisation,
		final boolean companions)
	{
		final boolean alone = sliceAxis < 0 || normalisation.noiseLevel() == 0;
		average = alone || companions ? null : new SliceAverage(reader, plane, sliceAxis, normalisation);
		beside = alone || !companions ? null : new PlanesBeside(reader, plane, sliceAxis, normalisation);
		this.reader = reader;
		this.plane = plane;
		units = new NetworkUnits(normalisation);
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
		units.bring(region, values, visible);
		return average == null ? 1 : average.average(region, values);
	}

	@Override
	public List<Companion> beside(final Region region, final float[] values, final float[] visible) {
		return beside == null ? List.of() : beside.read(region, values, visible);
	}
}
