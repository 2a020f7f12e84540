package org.vaerestore.imagej.mask;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.imagej.Mask;

import ij.plugin.filter.EDM;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

/** Grows and shrinks masks by a distance. */
public final class MaskGrowth {

	private MaskGrowth() {}

	/**
	 * Returns a mask with all pixels besides that are near one of its own, or without those near one that isn't.
	 *
	 * @param distance in pixels, Euclidean, between pixel centres; negative to shrink. What lies outside the image is near
	 *          nothing.
	 */
	public static Mask grow(final Mask mask, final double distance) {
		if (distance == 0) return mask;
		final List<boolean[]> planes = new ArrayList<>();
		for (final boolean[] plane : mask.planes())
			planes.add(distance > 0 ? near(plane, mask.axes().width(), distance) : inverse(near(inverse(plane), mask.axes()
				.width(), -distance)));
		return new Mask(mask.axes(), planes);
	}

	private static boolean[] near(final boolean[] plane, final int width, final double distance) {
		final ByteProcessor picture = new ByteProcessor(width, plane.length / width);
		final byte[] pixels = (byte[]) picture.getPixels();
		boolean any = false;
		for (int pixel = 0; pixel < pixels.length; pixel++) {
			any |= plane[pixel];
			pixels[pixel] = (byte) (plane[pixel] ? 0 : 255);
		}
		if (!any) return plane.clone();
		final FloatProcessor distances = new EDM().makeFloatEDM(picture, 0, false);
		final boolean[] near = new boolean[plane.length];
		for (int pixel = 0; pixel < near.length; pixel++)
			near[pixel] = distances.getf(pixel) <= distance;
		return near;
	}

	private static boolean[] inverse(final boolean[] plane) {
		final boolean[] inverse = new boolean[plane.length];
		for (int pixel = 0; pixel < plane.length; pixel++)
			inverse[pixel] = !plane[pixel];
		return inverse;
	}
}
