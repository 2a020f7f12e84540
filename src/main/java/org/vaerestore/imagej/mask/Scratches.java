package org.vaerestore.imagej.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.vaerestore.job.InputException;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;

/**
 * Finds scratches and lines: long and thin, brighter or darker than what is on both sides.
 * <p>
 * Ridges of the Gaussian-smoothed plane (the larger eigenvalue of its Hessian; Lindeberg, "Edge detection and ridge
 * detection with automatic scale selection", IJCV 30, 1998), followed with hysteresis, kept if they are long for their
 * area.
 * </p>
 *
 * @param width of a scratch in pixels
 * @param sensitivity how strong a ridge must be at its strongest, in robust standard deviations of all ridges of the plane
 * @param polarity brighter, darker, or both
 */
public record Scratches(double width, double sensitivity, Polarity polarity) implements DamageFinder {

	/** How a scratch differs from its surroundings. */
	public enum Polarity {
		/** Brighter or darker. */
		BOTH,
		/** Brighter. */
		BRIGHT,
		/** Darker. */
		DARK
	}

	/** Where a ridge is followed to, as a share of where it must be to be found. */
	private static final double FOLLOWED = 0.4;
	/** A scratch is at least so many times as long as wide. */
	private static final double SLENDER = 8;
	private static final double CROSSINGS = 6;
	private static final double GAUSSIAN = 1.4826;

	/** Checks the values. */
	public Scratches {
		if (!(width >= 1 && width <= 100)) throw new InputException("The width of a scratch is " + width +
			" pixels; it must be from 1 to 100.");
		if (!(sensitivity > 0)) throw new InputException("The sensitivity is " + sensitivity + "; it must be above 0.");
	}

	@Override
	public String name() {
		return "scratches about " + Math.round(width) + " pixels wide";
	}

	@Override
	public boolean[] find(final float[] values, final int planeWidth, final int height) {
		final float[] smooth = smooth(values, planeWidth, height);
		final boolean[] found = new boolean[values.length];
		if (polarity != Polarity.DARK) follow(Ridges.of(smooth, planeWidth, 1), planeWidth, found);
		if (polarity != Polarity.BRIGHT) follow(Ridges.of(smooth, planeWidth, -1), planeWidth, found);
		return found;
	}

	private float[] smooth(final float[] values, final int planeWidth, final int height) {
		final float[] known = values.clone();
		for (int pixel = 0; pixel < known.length; pixel++)
			if (!Float.isFinite(known[pixel])) known[pixel] = 0;
		final FloatProcessor plane = new FloatProcessor(planeWidth, height, known);
		new GaussianBlur().blurGaussian(plane, width / 2, width / 2, 1e-3);
		return known;
	}

	private void follow(final float[] ridges, final int planeWidth, final boolean[] found) {
		final float[] sizes = ridges.clone();
		for (int pixel = 0; pixel < sizes.length; pixel++)
			sizes[pixel] = Math.abs(sizes[pixel]);
		Arrays.sort(sizes);
		final double threshold = sensitivity * GAUSSIAN * sizes[sizes.length / 2];
		final boolean[] seen = new boolean[ridges.length];
		for (int pixel = 0; pixel < ridges.length; pixel++) {
			if (seen[pixel] || !(ridges[pixel] > threshold)) continue;
			final List<Integer> ridge = connected(ridges, planeWidth, pixel, FOLLOWED * threshold, seen);
			if (isLong(ridge, planeWidth)) for (final int part : ridge)
				found[part] = true;
		}
	}

	private static List<Integer> connected(final float[] ridges, final int planeWidth, final int start,
		final double threshold, final boolean[] seen)
	{
		final List<Integer> ridge = new ArrayList<>(List.of(start));
		seen[start] = true;
		for (int next = 0; next < ridge.size(); next++) {
			final int x = ridge.get(next) % planeWidth, y = ridge.get(next) / planeWidth;
			for (int v = Math.max(0, y - 1); v <= y + 1 && v * planeWidth < ridges.length; v++)
				for (int u = Math.max(0, x - 1); u <= Math.min(planeWidth - 1, x + 1); u++) {
					final int pixel = v * planeWidth + u;
					if (seen[pixel] || !(ridges[pixel] > threshold)) continue;
					seen[pixel] = true;
					ridge.add(pixel);
				}
		}
		return ridge;
	}

	// Scratches that cross are one ridge of several times the area of one.
	private boolean isLong(final List<Integer> ridge, final int planeWidth) {
		int left = Integer.MAX_VALUE, right = 0, top = Integer.MAX_VALUE, bottom = 0;
		for (final int pixel : ridge) {
			left = Math.min(left, pixel % planeWidth);
			right = Math.max(right, pixel % planeWidth);
			top = Math.min(top, pixel / planeWidth);
			bottom = Math.max(bottom, pixel / planeWidth);
		}
		final double extent = Math.hypot(right - left + 1, bottom - top + 1);
		return extent >= SLENDER * width && ridge.size() <= CROSSINGS * extent * width;
	}
}
