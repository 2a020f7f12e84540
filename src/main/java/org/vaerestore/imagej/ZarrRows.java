package org.vaerestore.imagej;

import org.vaerestore.blocks.StoredValues;
import org.vaerestore.tiles.PlaneWriter;
import org.vaerestore.tiles.Region;
import org.vaerestore.tiles.RowWriter;
import org.vaerestore.zarr.array.ArrayWriter;
import org.vaerestore.zarr.array.DataType;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Writes the rows of an image as the pixels of a Zarr array with the axes x, y, z, channel and time: as many rows at a time as
 * its chunks have, rounded and clamped as in an image of the same type.
 */
final class ZarrRows implements RowWriter {

	private final ArrayWriter pixels;
	private final DataType type;
	private final ImageAxes axes;
	private final int together;
	/** Rows that wait for those below them in their chunks, row by row. */
	private final float[] band;
	private int waiting;

	/**
	 * @param together rows of a chunk, which has one slice of one channel in one frame
	 */
	ZarrRows(final ArrayWriter pixels, final DataType type, final ImageAxes axes, final int together) {
		this.pixels = pixels;
		this.type = type;
		this.axes = axes;
		this.together = together;
		band = new float[Math.multiplyExact(axes.width(), Math.min(together, axes.height()))];
	}

	/** Writes the next rows, which may not be left out or come in another order. */
	@Override
	public void write(final long plane, final Region rows, final float[] values) {
		for (int y = 0; y < rows.height(); y++) {
			System.arraycopy(values, y * rows.width(), band, waiting * rows.width(), rows.width());
			waiting++;
			final int bottom = rows.y() + y + 1;
			if (waiting == together || bottom == axes.height()) {
				write(plane, bottom - waiting);
				waiting = 0;
			}
		}
	}

	private void write(final long plane, final int top) {
		if (type == DataType.INT16) for (int i = 0; i < waiting * axes.width(); i++)
			band[i] -= StoredValues.RAISED;
		write(type.<FloatType> image(axes.width(), waiting, 1, 1, 1), plane, top);
	}

	private <T extends NativeType<T> & RealType<T>> void write(final Img<T> typed, final long plane, final int top) {
		PlaneWriter.of(typed).write(0, new Region(0, 0, axes.width(), waiting), band);
		final long channel = plane % axes.channels(), slice = plane / axes.channels() % axes.slices(), frame = plane / axes.channels() / axes
			.slices();
		final RandomAccessibleInterval<T> placed = Views.translate(typed, 0, top, slice, channel, frame);
		pixels.write(placed);
	}
}
