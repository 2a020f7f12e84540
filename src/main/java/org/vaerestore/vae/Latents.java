package org.vaerestore.vae;

import java.util.SplittableRandom;

/**
 * Where the latents come from when the model predicts: the prior's mean, or samples whose noise belongs to the place in
 * the image.
 * <p>
 * Noise that is a function of the place, not of the order of computing, makes overlapping tiles of one sample agree.
 * </p>
 */
public final class Latents implements LatentDraw {

	private final boolean sampled;
	private final NoiseSource source;
	private final float[] top;
	private final int topLevel;

	private interface NoiseSource {

		void draw(int level, LatentShape shape, int from, float[] noise);
	}

	private Latents(final boolean sampled, final NoiseSource source, final float[] top, final int topLevel) {
		this.sampled = sampled;
		this.source = source;
		this.top = top;
		this.topLevel = topLevel;
	}

	/** Returns the one pass along the prior's mean. */
	public static Latents mean() {
		return new Latents(false, (level, shape, from, noise) -> {}, null, -1);
	}

	/**
	 * Returns a sample of the prior for pictures that are regions of larger images.
	 *
	 * @param architecture of the model
	 * @param seeds of each picture; equal seeds mean the same sample
	 * @param y0 top of each picture in its image, in pixels, a multiple of the granularity
	 * @param x0 left of each picture in its image, in pixels, a multiple of the granularity
	 */
	public static Latents sample(final Architecture architecture, final long[] seeds, final int[] y0, final int[] x0) {
		return new Latents(true, (level, shape, from, noise) -> {
			final int position = architecture.shuffle() << level;
			for (int row = from; row < shape.rows(); row++)
				PlaceNoise.fill(seeds[row] * 64 + level, y0[row] / position, x0[row] / position, shape, noise, row * shape
					.rowSize());
		}, null, -1);
	}

	/** Returns these latents with given values at the top level, [row, y, x, channel], instead of the prior's. */
	public Latents withTop(final Architecture architecture, final float[] values) {
		return new Latents(sampled, source, values, architecture.levels() - 1);
	}

	/** Returns what training needs: noise for all rows that need some. */
	static Latents training(final SplittableRandom random) {
		return new Latents(false, (level, shape, from, noise) -> {
			for (int i = from * shape.rowSize(); i < shape.size(); i++)
				noise[i] = (float) random.nextGaussian();
		}, null, -1);
	}

	@Override
	public void draw(final int level, final LatentShape shape, final int from, final float[] noise) {
		source.draw(level, shape, from, noise);
	}

	/** Returns whether each row's latents are the same whichever other rows there are. */
	boolean areTheMean() {
		return !sampled && top == null;
	}

	/** Returns how a prediction with these latents goes through the network. */
	Rows rows(final int count) {
		return sampled ? Rows.sample(count) : Rows.mean(count);
	}

	@Override
	public float[] given(final int level) {
		return level == topLevel ? top : null;
	}
}
