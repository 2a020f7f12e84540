package org.vaerestore.tiles;

import java.util.Arrays;

/**
 * A plane put together from tiles that overlap: each pixel is the mean of all tiles that cover it, with weights that
 * fall linearly to the end of a tile's input, so that no seam is left where tiles differ.
 * <p>
 * At the border of the plane the weights don't fall.
 * </p>
 */
public final class BlendedPlane {

	private final Region whole;
	private final int margin;
	private final int ramp;
	private final float[] sums;
	private final float[] weights;

	/**
	 * Creates an empty plane.
	 *
	 * @param width of the plane in pixels
	 * @param height of the plane in pixels
	 * @param margin pixels at the end of a tile that don't count
	 * @param ramp pixels behind the margin over which the weights of a tile rise, at least 1; if the margin is half the halo
	 *          of the grid and the ramp the halo, the weights of two neighbours add up to one
	 */
	public BlendedPlane(final int width, final int height, final int margin, final int ramp) {
		if (margin < 0 || ramp < 1) throw new IllegalArgumentException("The margin is " + margin + " and the ramp " + ramp +
			" pixels.");
		this.margin = margin;
		this.ramp = ramp;
		whole = new Region(0, 0, width, height);
		sums = new float[whole.size()];
		weights = new float[whole.size()];
	}

	/**
	 * Adds a tile.
	 *
	 * @param input where the tile is; what is beyond the plane is left out
	 * @param values row by row
	 */
	public void add(final Region input, final float[] values) {
		final float[] across = weights(input.x(), input.width(), whole.width());
		final float[] down = weights(input.y(), input.height(), whole.height());
		for (int y = Math.max(0, input.y()); y < Math.min(input.bottom(), whole.height()); y++) {
			for (int x = Math.max(0, input.x()); x < Math.min(input.right(), whole.width()); x++) {
				final float weight = across[x - input.x()] * down[y - input.y()];
				final int to = whole.index(x, y);
				sums[to] += weight * values[input.index(x, y)];
				weights[to] += weight;
			}
		}
	}

	/** Returns the plane, row by row; NaN where no tile was added. */
	public float[] values() {
		final float[] values = new float[sums.length];
		for (int i = 0; i < values.length; i++)
			values[i] = sums[i] / weights[i];
		return values;
	}

	/** Empties the plane, for the next one. */
	public void clear() {
		Arrays.fill(sums, 0);
		Arrays.fill(weights, 0);
	}

	private float[] weights(final int from, final int length, final int available) {
		final float[] result = new float[length];
		for (int k = 0; k < length; k++) {
			final double rise = from <= 0 ? 1 : (k + 0.5 - margin) / ramp;
			final double fall = from + (long) length >= available ? 1 : (length - k - 0.5 - margin) / ramp;
			result[k] = (float) Math.max(0, Math.min(1, Math.min(rise, fall)));
		}
		return result;
	}
}
