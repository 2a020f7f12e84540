package org.vaerestore.imagej.mask;

import org.vaerestore.imagej.Mask;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.Region;

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
		return new Mask(mask.axes(), mask.planes().stream().map(plane -> grow(plane, distance)).toList());
	}

	private static PlaneMask grow(final PlaneMask plane, final double distance) {
		if (plane.isEmpty()) return plane;
		// Of what lies further away, nothing is near.
		final Region part = around(plane, (int) Math.ceil(Math.max(1, distance)));
		final boolean[] chosen = plane.read(part);
		final boolean[] grown = distance > 0 ? near(chosen, part.width(), distance) : inverse(near(inverse(chosen), part.width(),
			-distance));
		return new PlaneMask.Builder(plane.width(), plane.height()).add(part, grown).build();
	}

	private static Region around(final PlaneMask plane, final int margin) {
		final Region bounds = plane.bounds();
		final int left = Math.max(0, bounds.x() - margin), top = Math.max(0, bounds.y() - margin);
		return new Region(left, top, Math.min(plane.width(), bounds.x() + bounds.width() + margin) - left, Math.min(plane.height(),
			bounds.y() + bounds.height() + margin) - top);
	}

	private static boolean[] near(final boolean[] plane, final int width, final double distance) {
		final ByteProcessor picture = new ByteProcessor(width, plane.length / width);
		final byte[] pixels = (byte[]) picture.getPixels();
		boolean any = false;
		for (int pixel = 0; pixel < pixels.length; pixel++) {
			any |= plane[pixel];
			pixels[pixel] = (byte) (plane[pixel] ? 0 : 255);
		}
		if (!any) return plane;
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
