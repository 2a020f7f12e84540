package org.vaerestore.predict;

import java.util.Arrays;
import java.util.Locale;

import org.vaerestore.job.Progress;
import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.MaskReader;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

/** Warns if an image's intensities are not those that a model was trained on. */
public final class IntensityCheck {

	private static final double TAIL = 0.001;
	/** Share of the training data's range by which an image may leave it. */
	private static final double TOLERANCE = 0.25;
	/** Share of the training data's range that an image should at least have. */
	private static final double LEAST = 0.1;

	private static final int MOST_SIDE = 2048;

	private IntensityCheck() {}

	/**
	 * Compares the middle of the middle plane of an image with the training data, and logs a line if they differ.
	 *
	 * @param masks what doesn't count
	 */
	public static void warn(final PlaneReader reader, final MaskReader masks, final Normalisation normalisation,
		final Progress progress)
	{
		final Planes planes = reader.planes();
		final int width = Math.min(MOST_SIDE, planes.width()), height = Math.min(MOST_SIDE, planes.height());
		final Region middle = new Region((planes.width() - width) / 2, (planes.height() - height) / 2, width, height);
		warn(reader.read(planes.count() / 2, middle), masks.read(planes.count() / 2, middle), normalisation, progress);
	}

	/** Returns a part of a plane, around another part, that tells what its intensities are. */
	public static Region around(final Region part, final Planes planes) {
		final int width = Math.min(MOST_SIDE, planes.width()), height = Math.min(MOST_SIDE, planes.height());
		final int x = part.x() + part.width() / 2 - width / 2, y = part.y() + part.height() / 2 - height / 2;
		return new Region(Math.max(0, Math.min(x, planes.width() - width)), Math.max(0, Math.min(y, planes.height() - height)), width,
			height);
	}

	/**
	 * Compares a plane with the training data, and logs a line if they differ.
	 *
	 * @param plane in image units; pixels that are not numbers or hidden don't count
	 * @param hidden true where a pixel is not known
	 */
	public static void warn(final float[] plane, final boolean[] hidden, final Normalisation normalisation,
		final Progress progress)
	{
		final float[] values = plane.clone();
		int count = 0;
		for (int i = 0; i < values.length; i++)
			if (!hidden[i] && Float.isFinite(values[i])) values[count++] = values[i];
		if (count == 0) return;
		Arrays.sort(values, 0, count);
		final double low = values[(int) (TAIL * (count - 1))];
		final double high = values[(int) ((1 - TAIL) * (count - 1))];
		final double range = normalisation.high() - normalisation.low();
		if (low < normalisation.low() - TOLERANCE * range || high > normalisation.high() + TOLERANCE * range || high - low <
			LEAST * range) progress.log(String.format(Locale.ROOT,
				"The image's intensities are from %.4g to %.4g, those of the model's training data from %.4g to %.4g: the result may be wrong. Train a model on this image, or bring it to the same scale.",
				low, high, normalisation.low(), normalisation.high()));
	}
}
