package org.vaerestore.vae;

import java.util.Collections;
import java.util.List;

/**
 * A batch of pictures as the network sees them: values with the hidden ones filled in, what is known, and what the noise
 * is like.
 *
 * @param rows number of pictures
 * @param height of each, a multiple of the architecture's granularity
 * @param width of each, a multiple of the architecture's granularity
 * @param values [row, y, x] in network units; a classical fill where not visible
 * @param visible [row, y, x], 1 where the value is known, 0 where it is a fill; between, where it was predicted from
 *          slices beside the picture: the share of the variance that these explain
 * @param noise what is told of the noise of each row
 * @param companions of each row the planes that are seen beside it, in any order: at least one of all rows, or none of any
 */
public record Pictures(int rows, int height, int width, float[] values, float[] visible,
	List<ToldNoise> noise, List<List<Companion>> companions)
{

	/** Checks the lengths. */
	public Pictures {
		final int size = Math.multiplyExact(rows, Math.multiplyExact(height, width));
		if (values.length < size || visible.length < size || noise.size() != rows) throw new IllegalArgumentException(
			"Too few values for " + rows + " pictures of " + width + " x " + height + ".");
		noise = List.copyOf(noise);
		companions = companions.stream().map(List::copyOf).toList();
		if (!companions.isEmpty() && companions.size() != rows || companions.stream().anyMatch(List::isEmpty)) throw new IllegalArgumentException(
			"Companions are of some rows alone.");
		for (final List<Companion> ofRow : companions)
			for (final Companion companion : ofRow)
				if (companion.values().length != height * width) throw new IllegalArgumentException("A companion has " + companion.values().length +
					" pixels, its picture " + height * width + ".");
	}

	/** Creates pictures that are seen alone. */
	public Pictures(final int rows, final int height, final int width, final float[] values, final float[] visible,
		final List<ToldNoise> noise)
	{
		this(rows, height, width, values, visible, noise, List.of());
	}

	/** Creates pictures that have the same noise. */
	public static Pictures alike(final int rows, final int height, final int width, final float[] values,
		final float[] visible, final ToldNoise noise)
	{
		return new Pictures(rows, height, width, values, visible, Collections.nCopies(rows, noise));
	}

	/** Returns these pictures with what is seen beside them. */
	public Pictures with(final List<List<Companion>> newCompanions) {
		return new Pictures(rows, height, width, values, visible, noise, newCompanions);
	}

	/** Returns the number of pixels of each picture. */
	public int area() {
		return height * width;
	}
}
