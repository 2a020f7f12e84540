package org.vaerestore.train.noise;

import java.util.List;
import java.util.SplittableRandom;

/** Gives procedural patches noise of all kinds that images have, each in its share. */
public final class ProceduralNoise {

	private static final Grain WHITE = new WhiteGrain(), LENS = new LensGrain(), DEMOSAICED = new DemosaicedGrain(),
			ZERO_FILLED = new ZeroFilledGrain();

	private final List<Share> shares;
	private final double all;

	/** Creates noise of all kinds. */
	public ProceduralNoise() {
		final Noise photons = new Photons();
		shares = List.of(
			new Share(36, photons), //
			new Share(20, new Additive(WHITE)), //
			new Share(8, new Additive(LENS)), //
			new Share(4, new Additive(DEMOSAICED)), //
			new Share(4, new Additive(new ResampledGrain())), //
			new Share(1, new Additive(new ShiftedGrain())), //
			new Share(3, new Additive(ZERO_FILLED)), //
			new Share(5, new Additive(new TomographyGrain())), //
			new Share(2, new Jpeg(new Additive(WHITE))), //
			new Share(1, new Jpeg(new Additive(DEMOSAICED))), //
			new Share(2, new Rician(WHITE)), //
			new Share(1, new Rician(ZERO_FILLED)), //
			new Share(2, new Quantised(new Additive(WHITE))), //
			new Share(5, new Striped(photons)), //
			new Share(5, new Striped(new Additive(WHITE))), //
			new Share(1, new Striped(new Additive(LENS))));
		all = shares.stream().mapToDouble(Share::weight).sum();
	}

	/**
	 * Returns a square patch of a scene with noise, in network units, and what a network is told of it.
	 *
	 * @param patch row by row, in units of the scene: median 0, standard deviation 1; may be changed
	 */
	public SeenPatch noisy(final Tones tones, final float[] patch, final SplittableRandom random) {
		double left = random.nextDouble(all);
		for (final Share share : shares) {
			left -= share.weight();
			if (left < 0) return Hearsay.of(share.noise().add(patch, tones, random).standardised(), random);
		}
		throw new AssertionError("no kind of noise was drawn");
	}

	private record Share(double weight, Noise noise) {
	}
}
