package org.vaerestore.fill;

import java.util.List;

import org.vaerestore.job.Progress;

/**
 * Fills hidden pixels from slices beside a plane and from the plane itself: a regression predicts the plane from the
 * slices, and what it gets wrong around a hole is spread into it.
 *
 * <pre>
 * float[] trust = new NeighbourFill(true).fill(plane, hidden, width, List.of(before, after), Progress.silent());
 * </pre>
 *
 * Not safe for use by more than one thread at a time.
 */
public final class NeighbourFill {

	private final boolean patches;
	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * Creates a fill.
	 *
	 * @param patches whether what the regression gets wrong is spread as {@link LocalGaussianFill} does it, which is better
	 *          and takes a hundred times as long
	 */
	public NeighbourFill(final boolean patches) {
		this.patches = patches;
	}

	/**
	 * Fills a plane in place.
	 *
	 * @param plane row by row, finite where visible
	 * @param hidden true where a pixel is not known
	 * @param width of the plane in pixels
	 * @param neighbours slices of the same size and units, all finite; one or more
	 * @param progress of the fill
	 * @return for each pixel, the share of the plane's variance around it that is explained: 1 for visible ones
	 * @see NeighbourRegression
	 */
	public float[] fill(final float[] plane, final boolean[] hidden, final int width, final List<float[]> neighbours,
		final Progress progress)
	{
		final NeighbourRegression.Prediction prediction = NeighbourRegression.of(plane, hidden, width, neighbours, progress.part(0,
			0.5));
		final float[] residual = new float[plane.length];
		for (int i = 0; i < plane.length; i++)
			residual[i] = hidden[i] ? 0 : plane[i] - prediction.values()[i];
		fills.harmonic(residual, hidden, width, plane.length / width);
		final float[] ofResidual = patches ? LocalGaussianFill.improve(residual, hidden, width, progress.part(0.5, 1)) : null;
		final float[] trust = new float[plane.length];
		for (int i = 0; i < plane.length; i++) {
			if (hidden[i]) plane[i] = prediction.values()[i] + residual[i];
			trust[i] = !hidden[i] ? 1 : 1 - (1 - prediction.trust()[i]) * (patches ? 1 - ofResidual[i] : 1);
		}
		return trust;
	}
}
