package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.vaerestore.job.InputException;
import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;
import org.vaerestore.vae.noise.KnownNoise;
import org.vaerestore.vae.noise.NoiseEstimation;
import org.vaerestore.vae.noise.NoiseMeasurement;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Measures noise in images that show nothing else, for {@link TrainingSettings#withKnownNoise}. */
public final class MeasuredNoise {

	private static final int MOST_PLANES = 6;
	private static final int MOST_SIDE = 2048;

	private MeasuredNoise() {}

	/**
	 * Measures the noise of a place without structure.
	 *
	 * @param image two or more dimensions; the first two are the plane
	 * @param plane counted from 0, the first dimension after the plane's running fastest
	 * @param region inside the plane; of large ones the middle is looked at
	 * @param outside row by row, true where the region isn't part of the place; null if all of it is
	 * @throws InputException if it is outside of the image, smaller than 8 x 8 pixels, or not flat
	 */
	public static KnownNoise background(final RandomAccessibleInterval<? extends RealType<?>> image, final long plane,
		final Region region, final boolean[] outside)
	{
		final PlaneReader reader = PlaneReader.of(image);
		final Planes planes = reader.planes();
		if (region.x() < 0 || region.y() < 0 || region.x() + region.width() > planes.width() || region.y() + region
			.height() > planes.height()) throw new InputException(String.format(Locale.ROOT,
				"The region of background, %d x %d pixels at %d, %d, is not inside the image of %d x %d pixels.", region.width(),
				region.height(), region.x(), region.y(), planes.width(), planes.height()));
		final Region middle = outside == null ? middle(region) : region;
		return NoiseMeasurement.background(new NoiseEstimation.Plane(reader.read(plane, middle), middle.width(), middle
			.height(), outside));
	}

	/**
	 * Measures read-out noise, black level and gain of a detector.
	 *
	 * @param dark recorded without light, of any size; best two planes or more
	 * @param flat recorded in even light, with the same settings; best two planes or more
	 * @throws InputException if they tell no gain
	 */
	public static KnownNoise darkAndFlat(final RandomAccessibleInterval<? extends RealType<?>> dark,
		final RandomAccessibleInterval<? extends RealType<?>> flat)
	{
		return NoiseMeasurement.darkAndFlat(planes(dark), planes(flat));
	}

	private static List<NoiseEstimation.Plane> planes(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final PlaneReader reader = PlaneReader.of(image);
		final Region middle = middle(reader.planes().whole());
		final List<NoiseEstimation.Plane> planes = new ArrayList<>();
		for (long plane = 0; plane < Math.min(MOST_PLANES, reader.planes().count()); plane++)
			planes.add(new NoiseEstimation.Plane(reader.read(plane, middle), middle.width(), middle.height(), null));
		return planes;
	}

	private static Region middle(final Region region) {
		final int width = Math.min(MOST_SIDE, region.width()), height = Math.min(MOST_SIDE, region.height());
		return new Region(region.x() + (region.width() - width) / 2, region.y() + (region.height() - height) / 2, width,
			height);
	}
}
