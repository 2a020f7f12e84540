package org.vaerestore.predict;

import java.util.Arrays;

/**
 * Tells structure from noise in the spectrum of what an estimate left out.
 * <p>
 * A coefficient is structure where its power, averaged over blocks around, is well above that of the noise, and above what
 * most coefficients of about the same frequency have: noise that is stronger or more correlated than it is held to be has
 * power in all directions, a pattern in few. Of such a coefficient a block gets back what stands beyond the noise (an
 * empirical Wiener filter).
 * </p>
 */
final class StructureEvidence {

	/** Power, in that of the noise, from where on an average over so many blocks is structure; of correlated noise. */
	private static final double CLEAR = 2, CORRELATED_CLEAR = 3;
	private static final int BLOCKS = 25;
	/** Above the threshold by this share of it, all is structure. */
	private static final double CERTAIN = 0.3;
	private static final int RINGS = BlockSpectrum.SIDE / 2;
	/** Coefficients so close to frequency 0 are too few to be compared with each other alone. */
	private static final int FEW = 2;

	private final double clear;
	/** Of each ring of frequencies: coefficients that belong to it, and those that it is compared with. */
	private final int[][] members = new int[RINGS + 1][];
	private final int[][] compared = new int[RINGS + 1][];
	private final float[][] sorted = new float[RINGS + 1][];

	/**
	 * @param correlated whether the noise itself correlates, so that its power is known less well
	 */
	StructureEvidence(final boolean correlated) {
		clear = correlated ? CORRELATED_CLEAR : CLEAR;
		for (int ring = 0; ring <= RINGS; ring++) {
			members[ring] = coefficients(ring, ring);
			compared[ring] = ring <= FEW ? coefficients(1, FEW) : members[ring];
			sorted[ring] = new float[compared[ring].length];
		}
	}

	/**
	 * Weighs the coefficients of a block.
	 *
	 * @param around power of each, in that of the noise: the mean over blocks around
	 * @param blocks how many blocks these are
	 * @param own power of the block itself, from an index on
	 * @param gains takes the share of each coefficient that is structure, 0 to 1
	 */
	Verdict weigh(final float[] around, final int blocks, final float[] own, final int from, final float[] gains) {
		final double least = 1 + (clear - 1) * Math.sqrt((double) BLOCKS / blocks);
		double surest = 0, noisy = 0;
		Arrays.fill(gains, 0);
		for (int ring = 1; ring <= RINGS; ring++) {
			if (largest(around, ring) <= least) continue;
			final double usual = Math.max(1, median(around, ring));
			for (final int k : members[ring]) {
				final double beyond = around[k] / (usual * least) - 1;
				if (beyond <= 0) continue;
				final double sure = Math.min(1, beyond / CERTAIN);
				gains[k] = (float) (sure * Math.max(0, 1 - usual / own[from + k]));
				noisy += sure * (1 - usual / around[k]) * BlockSpectrum.multiplicity(k) / BlockSpectrum.ALL;
				surest = Math.max(surest, sure);
			}
		}
		return new Verdict(surest, noisy);
	}

	/**
	 * What the spectrum of a block says.
	 *
	 * @param sure how sure it is that there is structure, 0 to 1; 0 if there is none
	 * @param noisy variance of the noise that comes back with it, as a share of all: what is to be expected by the power around,
	 *          which changes little from block to block
	 */
	record Verdict(double sure, double noisy) {
	}

	private double largest(final float[] power, final int ring) {
		double largest = 0;
		for (final int k : members[ring])
			largest = Math.max(largest, power[k]);
		return largest;
	}

	private double median(final float[] power, final int ring) {
		final float[] values = sorted[ring];
		for (int i = 0; i < values.length; i++)
			values[i] = power[compared[ring][i]];
		Arrays.sort(values);
		return 0.5 * (values[(values.length - 1) / 2] + values[values.length / 2]);
	}

	private static int[] coefficients(final int from, final int to) {
		final int[] found = new int[BlockSpectrum.SIZE];
		int count = 0;
		for (int k = 0; k < found.length; k++) {
			final int down = k / BlockSpectrum.ACROSS;
			final long ring = Math.min(RINGS, Math.round(Math.hypot(k % BlockSpectrum.ACROSS, Math.min(down, BlockSpectrum.SIDE - down))));
			if (ring >= from && ring <= to) found[count++] = k;
		}
		return Arrays.copyOf(found, count);
	}
}
