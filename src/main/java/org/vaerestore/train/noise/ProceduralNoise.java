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
		this(kinds());
	}

	private ProceduralNoise(final List<Share> shares) {
		this.shares = shares;
		all = shares.stream().mapToDouble(Share::weight).sum();
	}

	/** Returns noise of all kinds but those whose rows or columns share something. */
	public static ProceduralNoise withoutStripes() {
		return new ProceduralNoise(kinds().stream().filter(share -> !(share.noise() instanceof Striped)).toList());
	}

	private static List<Share> kinds() {
		final Noise photons = new Photons();
		return List.of(
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
	}

	/**
	 * Returns a square patch of a scene with noise, in network units, and what a network is told of it.
	 *
	 * @param patch row by row, in units of the scene: median 0, standard deviation 1; may be changed
	 */
	public SeenPatch noisy(final Tones tones, final float[] patch, final SplittableRandom random) {
		return Hearsay.of(kind(random).add(patch, tones, random).standardised(), random);
	}

	/**
	 * Returns square patches of one size that are seen together with noise of one kind and strength, each with noise of its own.
	 *
	 * @param tones of the scene of the first
	 * @param patches see the other method
	 */
	public SeenSeries noisy(final Tones tones, final List<float[]> patches, final SplittableRandom random) {
		final Mosaic mosaic = Mosaic.of(patches);
		final SeenPatch seen = noisy(tones, mosaic.joined(patches), random);
		return new SeenSeries(mosaic.parted(seen.truth(), patches.size()), mosaic.parted(seen.seen(), patches.size()), seen.noise());
	}

	private Noise kind(final SplittableRandom random) {
		double left = random.nextDouble(all);
		for (final Share share : shares) {
			left -= share.weight();
			if (left < 0) return share.noise();
		}
		throw new AssertionError("no kind of noise was drawn");
	}

	private record Share(double weight, Noise noise) {
	}
}
