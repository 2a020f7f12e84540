package org.vaerestore.enhance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.NoiseCorrelations;
import org.vaerestore.vae.noise.PlaneStrips;
import org.vaerestore.vae.noise.SharedOffsets;

/**
 * The noise that all pixels of a row, and of a column, of a plane share, which is taken away before a network sees the plane.
 * <p>
 * A network sees a part of a plane; what goes on along all of a row it can't tell from a fibre. Where images share nothing by
 * row or column, nothing is done.
 * </p>
 */
public final class PlaneStripes {

	/** Planes whose stripes are remembered, as slices beside a plane are read with it. */
	private static final int REMEMBERED = 32;
	/** What is left of the offsets, about, so that the network is told of it. */
	private static final float LEFT = 0.1f;

	private final PlaneReader reader;
	private final NoiseCorrelations told;
	private final Map<Long, SharedOffsets> found = new LinkedHashMap<>();

	/**
	 * Prepares to look for them; those of a plane are found when it is asked for.
	 *
	 * @param reader of the image; pixels that are no numbers are not known
	 * @param told of the noise of images like this
	 */
	public PlaneStripes(final PlaneReader reader, final NoiseCorrelations told) {
		this.reader = reader;
		this.told = told;
	}

	/** Returns the bytes that are held for planes of a size. */
	static long bytes(final Planes planes) {
		return SharedOffsets.bytes(planes.width(), planes.height()) + (long) REMEMBERED * Float.BYTES * (planes.width() + planes
			.height());
	}

	/** Returns a reader of what the planes have without them. */
	public PlaneReader without() {
		return !told.isShared() ? reader : reader.without((plane, region, values) -> of(plane).subtract(region.x(), region.y(), region
			.width(), values, region.size()));
	}

	/** Returns rows of a plane without what is shared; the same ones if there is nothing. */
	float[] without(final long plane, final Region rows, final float[] values) {
		if (!told.isShared() || of(plane).isNone()) return values;
		final float[] rest = values.clone();
		of(plane).subtract(rows.x(), rows.y(), rows.width(), rest, rows.size());
		return rest;
	}

	/** Returns what a network is to be told of the rest. */
	public Normalisation ofRest(final Normalisation normalisation) {
		return !told.isShared() ? normalisation : normalisation.withCorrelations(told.withShared(LEFT * told.rows(), LEFT * told
			.columns()));
	}

	/** Logs what is done. */
	void tell(final Progress progress) {
		if (told.isShared()) progress.log(String.format(Locale.ROOT,
			"All pixels of a row share %.2f of the noise's standard deviation, those of a column %.2f; this is taken away first.", told
				.rows(), told.columns()));
	}

	private synchronized SharedOffsets of(final long plane) {
		final SharedOffsets before = found.get(plane);
		if (before != null) return before;
		if (found.size() == REMEMBERED) found.remove(found.keySet().iterator().next());
		final SharedOffsets offsets = SharedOffsets.find(new PlaneStrips() {

			@Override
			public int width() {
				return reader.planes().width();
			}

			@Override
			public int height() {
				return reader.planes().height();
			}

			@Override
			public float[] read(final int top, final int rows) {
				final float[] values = reader.read(plane, new Region(0, top, width(), rows));
				for (int i = 0; i < values.length; i++)
					if (!Float.isFinite(values[i])) values[i] = Float.NaN;
				return values;
			}
		}, told.rows() > 0, told.columns() > 0);
		found.put(plane, offsets);
		return offsets;
	}
}
