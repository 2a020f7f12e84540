package org.vaerestore.predict;

import org.vaerestore.job.Progress;

/**
 * Estimates each pixel without seeing it: every fourth pixel is hidden in turn (Krull et al., Noise2Void, CVPR 2019; Batson
 * and Royer, Noise2Self, ICML 2019).
 */
public record BlindSpots(PlanePredictor predictor, Sampling sampling) {

	/** What it holds of a plane on the heap: the plane itself, estimates of it and what the network sees of it. */
	public static final long BYTES_PER_PIXEL = 48;

	private static final int SIDE = 2;
	/** Until each pixel has been hidden once. */
	public static final int PHASES = SIDE * SIDE;

	/** Returns whether a pixel is hidden in a phase, of a plane row by row. */
	public static boolean isHidden(final int phase, final int pixel, final int width) {
		return pixel % width % SIDE + SIDE * (pixel / width % SIDE) == phase;
	}

	/** Estimates a plane, row by row, of which pixels that are no numbers are not known. */
	public SignalEstimate estimate(final float[] plane, final int width, final Progress progress) {
		final float[] mean = new float[plane.length];
		final float[] deviation = new float[plane.length];
		for (int phase = 0; phase < PHASES; phase++) {
			final float[] values = plane.clone();
			final float[] visible = new float[plane.length];
			for (int i = 0; i < values.length; i++) {
				if (isHidden(phase, i, width) || !Float.isFinite(values[i])) values[i] = Float.NaN;
				else visible[i] = 1;
			}
			final SignalEstimate estimate = predictor.estimate(values, visible, width, sampling, progress.part((double) phase /
				PHASES, (phase + 1.0) / PHASES));
			for (int i = 0; i < values.length; i++)
				if (isHidden(phase, i, width)) {
					mean[i] = estimate.mean()[i];
					deviation[i] = estimate.deviation()[i];
				}
		}
		return new SignalEstimate(mean, deviation);
	}
}
