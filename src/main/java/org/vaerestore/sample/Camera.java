package org.vaerestore.sample;

import java.util.SplittableRandom;

import org.vaerestore.job.Progress;

/**
 * A 16-bit camera: photons that arrive at random, a gain, and noise of its own.
 *
 * @param offset counts without light
 * @param brightest counts above the offset for light of 1
 * @param gain counts per photon; 0 for a camera that counts exactly
 * @param readNoise standard deviation in counts
 */
record Camera(double offset, double brightest, double gain, double readNoise) {

	/** From here on, the normal distribution is as good as Poisson's. */
	private static final double MANY = 60;

	/** Takes one picture of each slice of light, and returns the counts, slice after slice. */
	short[] expose(final float[][] light, final SplittableRandom random, final Progress progress) {
		final int area = light[0].length;
		final short[] counts = new short[light.length * area];
		for (int slice = 0; slice < light.length; slice++) {
			progress.update((double) slice / light.length, "Exposing");
			for (int i = 0; i < area; i++) {
				if (i % 65536 == 0) progress.checkCancelled();
				final double expected = brightest * light[slice][i];
				final double signal = gain == 0 ? expected : gain * photons(expected / gain, random);
				final double noise = readNoise == 0 ? 0 : readNoise * random.nextGaussian();
				counts[slice * area + i] = (short) Math.round(Math.min(65535, Math.max(0, offset + signal + noise)));
			}
		}
		return counts;
	}

	private static double photons(final double mean, final SplittableRandom random) {
		if (mean > MANY) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
		double share = Math.exp(-mean), left = random.nextDouble() - share;
		int count = 0;
		while (left > 0 && count < 10 * MANY) {
			count++;
			share *= mean / count;
			left -= share;
		}
		return count;
	}
}
