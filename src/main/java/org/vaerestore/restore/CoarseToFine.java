package org.vaerestore.restore;

import org.vaerestore.job.Progress;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.restore.PlaneResize.Masked;

/**
 * Prepares planes with holes that are larger than those of the training: the plane is restored at half its size first,
 * by the same rule, and what that gives is where the model starts from in the depth of the holes.
 */
final class CoarseToFine {

	/** Pixels from the rim of a hole that the model fills from what it sees. */
	private static final float REACH = 20;

	private final PlanePredictor predictor;
	private final int smallest;

	/**
	 * @param smallest least side of a plane in pixels that is worth halving
	 */
	CoarseToFine(final PlanePredictor predictor, final int smallest) {
		this.predictor = predictor;
		this.smallest = smallest;
	}

	/** Returns the plane's values with NaN near the rims of holes, and a coarse restoration where they are deep. */
	float[] start(final Masked plane, final Sampling sampling, final Progress progress) {
		final float[] values = new float[plane.values().length];
		for (int i = 0; i < values.length; i++)
			values[i] = plane.hidden()[i] ? Float.NaN : plane.values()[i];
		final float[] depth = HoleDepth.of(plane.hidden(), plane.width());
		float deepest = 0;
		for (final float d : depth)
			deepest = Math.max(deepest, d);
		if (deepest <= REACH || Math.min(plane.width(), plane.height()) < 2 * smallest) return values;
		final Masked half = PlaneResize.resize(new Masked(values, plane.hidden(), plane.width(), plane.height()), plane
			.width() / 2, plane.height() / 2);
		final float[] coarse = predictor.estimate(start(half, sampling, progress), HiddenPixels.visible(half.hidden()), half.width(), sampling,
			progress).mean();
		for (int i = 0; i < coarse.length; i++)
			if (!half.hidden()[i]) coarse[i] = half.values()[i];
		final float[] fine = PlaneResize.interpolate(coarse, half.width(), half.height(), plane.width(), plane.height());
		for (int i = 0; i < values.length; i++)
			if (depth[i] > REACH / 2) values[i] = fine[i];
		return values;
	}
}
