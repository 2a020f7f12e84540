package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.tiles.PlaneReader;
import org.vaerestore.tiles.Planes;
import org.vaerestore.tiles.Region;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A part of a plane with the same part of the slices beside it, to be changed and worked on anew.
 *
 * @param pixels x, y and, if slices help each other, z; a copy
 * @param place of the plane along z
 */
record Crop(ArrayImg<FloatType, ?> pixels, int place) {

	/** The axis of the slices in a crop that has slices. */
	static final int SLICES = 2;

	/**
	 * Copies a part of an image.
	 *
	 * @param sliceAxis along which slices lie; -1 for the plane alone
	 * @param reach how many slices to take on either side, as far as there are
	 */
	static Crop of(final PlaneReader reader, final long plane, final Region region, final int sliceAxis, final int reach) {
		final List<Long> slices = new ArrayList<>(List.of(plane));
		int place = 0;
		for (int step = 1; step <= reach && sliceAxis >= 0; step++) {
			final long before = reader.planes().beside(plane, sliceAxis, -step), after = reader.planes().beside(plane, sliceAxis,
				step);
			if (after >= 0) slices.add(after);
			if (before < 0) continue;
			slices.add(0, before);
			place++;
		}
		final float[] values = new float[region.size() * slices.size()];
		for (int slice = 0; slice < slices.size(); slice++)
			System.arraycopy(reader.read(slices.get(slice), region), 0, values, slice * region.size(), region.size());
		return new Crop(slices.size() == 1 ? ArrayImgs.floats(values, region.width(), region.height()) : ArrayImgs.floats(values,
			region.width(), region.height(), slices.size()), place);
	}

	/** Returns the axis of the slices, or -1 if there is the plane alone. */
	int sliceAxis() {
		return pixels.numDimensions() > SLICES ? SLICES : -1;
	}

	/** Returns the plane of a region of the same size within an image of a crop's dimensions. */
	static float[] plane(final RandomAccessibleInterval<FloatType> image, final int place) {
		final PlaneReader reader = PlaneReader.of(image);
		final Planes planes = reader.planes();
		return reader.read(place, planes.whole());
	}

	/** Makes pixels of the plane unknown. */
	void hide(final boolean[] hidden) {
		final var pixel = pixels.randomAccess();
		if (sliceAxis() >= 0) pixel.setPosition(place, SLICES);
		final int width = (int) pixels.dimension(0);
		for (int i = 0; i < hidden.length; i++) {
			if (!hidden[i]) continue;
			pixel.setPosition(i % width, 0);
			pixel.setPosition(i / width, 1);
			pixel.get().set(Float.NaN);
		}
	}
}
