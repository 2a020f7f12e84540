package org.vaerestore.enhance;

import org.vaerestore.job.Progress;
import org.vaerestore.predict.PlanePredictor;
import org.vaerestore.predict.Sampling;
import org.vaerestore.predict.SignalEstimate;

/**
 * Estimates each pixel without seeing it: every fourth pixel is hidden in turn (Krull et al., Noise2Void, CVPR 2019; Batson
 * and Royer, Noise2Self, ICML 2019).
 */
record BlindSpots(PlanePredictor predictor, Sampling sampling) {

	/** What it holds of a plane on the heap: the plane itself, estimates of it and what the network sees of it. */
	static final long BYTES_PER_PIXEL = 48;

	private static final int SIDE = 2;

	/** Estimates a plane, row by row, of which pixels that are no numbers are not known. */
	SignalEstimate estimate(final float[] plane, final int width, final Progress progress) {
		final float[] mean = new float[plane.length];
		final float[] deviation = new float[plane.length];
		final int phases = SIDE * SIDE;
		for (int phase = 0; phase < phases; phase++) {
			final float[] values = plane.clone();
			final float[] visible = new float[plane.length];
			for (int i = 0; i < values.length; i++) {
				if (phase(i, width) == phase || !Float.isFinite(values[i])) values[i] = Float.NaN;
				else visible[i] = 1;
			}
			final SignalEstimate estimate = predictor.estimate(values, visible, width, sampling, progress.part((double) phase /
				phases, (phase + 1.0) / phases));
			for (int i = 0; i < values.length; i++)
				if (phase(i, width) == phase) {
					mean[i] = estimate.mean()[i];
					deviation[i] = estimate.deviation()[i];
				}
		}
		return new SignalEstimate(mean, deviation);
	}

	private static int phase(final int pixel, final int width) {
		return pixel % width % SIDE + SIDE * (pixel / width % SIDE);
	}
}
