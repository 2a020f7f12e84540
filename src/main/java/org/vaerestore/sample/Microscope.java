package org.vaerestore.sample;

import org.vaerestore.job.Progress;

import org.vaerestore.procedural.GaussianBlur;

/**
 * Optical sections of a specimen: each plane adds light, the more blurred and the weaker the farther from focus it is.
 */
final class Microscope {

	private static final double FOCUS_SIGMA = 0.95, SPREAD = 0.55;
	private static final double SECTION = 1.3, HAZE = 0.08, HAZE_SIGMA = 14;
	private static final double VIGNETTE = 0.12;

	private Microscope() {}

	/** Returns the light of each slice, row-major, scaled so that the brightest pixel of all has 1. */
	static float[][] image(final Volume dye, final int slices, final Progress progress) {
		final float[][] light = new float[slices][];
		for (int slice = 0; slice < slices; slice++) {
			progress.update((double) slice / slices, "Focusing");
			light[slice] = section(dye, slice + Volume.MARGIN, progress);
		}
		scaleToOne(light);
		return light;
	}

	private static float[] section(final Volume dye, final int focus, final Progress progress) {
		final int width = dye.width(), height = dye.height();
		final float[] sum = new float[width * height], all = new float[width * height];
		for (int far = 0; far <= Volume.MARGIN; far++) {
			progress.checkCancelled();
			final double weight = Math.exp(-far * far / (2 * SECTION * SECTION));
			final float[] pair = new float[width * height];
			addTo(pair, dye.planes()[focus - far], weight);
			if (far > 0) addTo(pair, dye.planes()[focus + far], weight);
			final double sigma = Math.hypot(FOCUS_SIGMA, SPREAD * far * Volume.PITCH);
			addTo(sum, GaussianBlur.blur(pair, width, height, sigma), 1);
			addTo(all, pair, 1);
		}
		progress.checkCancelled();
		addTo(sum, GaussianBlur.blur(all, width, height, HAZE_SIGMA), HAZE);
		for (int i = 0; i < sum.length; i++) {
			final double dx = 2.0 * (i % width) / width - 1, dy = 2.0 * (i / width) / height - 1;
			sum[i] *= (float) (1 - VIGNETTE * (dx * dx + dy * dy));
		}
		return sum;
	}

	/** Compresses the brightest spots as a dye that saturates does, so that they leave room for all the rest. */
	private static void scaleToOne(final float[][] light) {
		final double knee = 3 * rootMeanSquare(light);
		float brightest = 0;
		for (final float[] plane : light) {
			for (int i = 0; i < plane.length; i++) {
				plane[i] = (float) (plane[i] / (knee + plane[i]));
				brightest = Math.max(brightest, plane[i]);
			}
		}
		for (final float[] plane : light) {
			for (int i = 0; i < plane.length; i++) plane[i] /= brightest;
		}
	}

	private static double rootMeanSquare(final float[][] light) {
		double sum = 0;
		for (final float[] plane : light) {
			for (final float value : plane) sum += (double) value * value;
		}
		return Math.sqrt(sum / ((double) light.length * light[0].length));
	}

	private static void addTo(final float[] sum, final float[] plane, final double weight) {
		for (int i = 0; i < sum.length; i++) sum[i] += (float) (weight * plane[i]);
	}
}
