package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.texture.Texture;

/**
 * The brightness of a leaf: a level, a slope, and a texture on it.
 *
 * @param level at the point
 * @param slopeX by how much it is brighter a pixel to the right of it
 * @param slopeY by how much it is brighter a pixel below it
 * @param contrast standard deviation of the texture; 0 for none
 */
record Surface(double x, double y, double level, double slopeX, double slopeY, double contrast, Texture texture)
	implements Texture
{

	/** Draws one about a point, on which the light changes over a length in pixels. */
	static Surface draw(final double x, final double y, final double length, final double level, final double contrast,
		final Texture texture, final SplittableRandom random)
	{
		final double slope = random.nextBoolean() ? 0 : 0.2 * random.nextDouble() / length, angle = random.nextDouble(2 *
			Math.PI);
		return new Surface(x, y, level, slope * Math.cos(angle), slope * Math.sin(angle), contrast, texture);
	}

	@Override
	public double at(final double u, final double v) {
		final double light = level + slopeX * (u - x) + slopeY * (v - y);
		return contrast == 0 ? light : light + contrast * texture.at(u, v);
	}
}
