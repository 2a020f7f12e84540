package org.vaerestore.predict;

import java.util.Arrays;

import org.vaerestore.model.Normalisation;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.NoiseModel;

/**
 * Keeps the intensities of an image in its estimate: what the image has more than the estimate, on the average over a region,
 * is added.
 * <p>
 * Over large regions noise cancels out, and the mean of the image is the best there is of the truth's; so the estimate gets
 * it, whatever the network makes of it. Over smaller regions it does where it differs by more than noise. The noise of
 * single pixels stays removed.
 * </p>
 */
final class KeptIntensity implements ResultRows {

	/** Rows that are read at a time. */
	private static final int STRIP = 32;
	/** Standard deviations of its noise that a pixel may be away from the estimate; beyond, it is no signal. */
	private static final double OUTLIER = 12;

	private final PlaneReader reader;
	private final long plane;
	private final NoiseModel noise;
	private final ResultRows next;
	private final ResidualRows residuals;
	private final int width;
	private final int height;
	/** Rows that wait for those below them, from {@link #first} on. */
	private float[] mean = {};
	private float[] deviation = {};
	private int first;

	/**
	 * @param reader of the image
	 * @param normalisation of noisy data
	 * @param next takes the rows, somewhat later than they come
	 */
	KeptIntensity(final PlaneReader reader, final long plane, final Normalisation normalisation, final ResultRows next) {
		this.reader = reader;
		this.plane = plane;
		this.next = next;
		noise = normalisation.stabilisation().model();
		width = reader.planes().width();
		height = reader.planes().height();
		residuals = new ResidualRows(width, height, normalisation.correlation());
	}

	/** Returns the floats that it takes for planes of a width, of which so many rows are handed on at a time. */
	static long floats(final int width, final int rows) {
		return (long) width * (2L * rows + 2L * ResidualRows.DELAY + 2L * STRIP) + ResidualRows.floats(width);
	}

	@Override
	public void accept(final Region rows, final SignalEstimate estimate) {
		final boolean withDeviation = estimate.deviation() != null;
		for (int top = rows.y(); top < rows.y() + rows.height(); top += STRIP) {
			final Region strip = new Region(0, top, width, Math.min(STRIP, rows.y() + rows.height() - top));
			final int from = (top - rows.y()) * width;
			compare(strip, estimate.mean(), from);
			mean = joined(mean, estimate.mean(), from, strip.size());
			if (withDeviation) deviation = joined(deviation, estimate.deviation(), from, strip.size());
			handOn(withDeviation);
		}
	}

	private void compare(final Region strip, final float[] estimate, final int from) {
		final float[] image = reader.read(plane, strip);
		for (int y = 0; y < strip.height(); y++) {
			for (int x = 0; x < width; x++) {
				final int i = y * width + x;
				final double found = estimate[from + i], residual = image[i] - found, variance = noise.variance(found);
				// Where hardly any photons are expected, or fewer than none, a few are many standard deviations away, but no outliers.
				if (isWithin(residual, variance) || isWithin(residual, noise.variance(found + 2 * Math.abs(residual)))) residuals.add(x,
					residual, variance);
			}
			residuals.endRow();
		}
	}

	private static boolean isWithin(final double residual, final double variance) {
		return residual * residual <= OUTLIER * OUTLIER * variance;
	}

	private void handOn(final boolean withDeviation) {
		final int ready = residuals.ready() - first;
		if (ready <= 0) return;
		final Region rows = new Region(0, first, width, ready);
		final float[] done = Arrays.copyOf(mean, rows.size());
		for (int y = 0; y < ready; y++)
			residuals.correct(first + y, done, y * width);
		final float[] sure = withDeviation ? Arrays.copyOf(deviation, rows.size()) : null;
		mean = Arrays.copyOfRange(mean, rows.size(), mean.length);
		if (withDeviation) deviation = Arrays.copyOfRange(deviation, rows.size(), deviation.length);
		first += ready;
		next.accept(rows, new SignalEstimate(done, sure));
	}

	private static float[] joined(final float[] values, final float[] added, final int from, final int count) {
		final float[] joined = Arrays.copyOf(values, values.length + count);
		System.arraycopy(added, from, joined, values.length, count);
		return joined;
	}
}
