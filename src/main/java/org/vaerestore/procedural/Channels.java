package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * Channels of a specimen: each shows a scene of its own and, to a share, one that they have in common, with another tone
 * curve, contrast and blur; some leak into others.
 */
final class Channels implements SeriesKind {

	private static final double SAME = 0.25, UNRELATED = 0.12, INVERTED = 0.2, LEAKS = 0.3;
	/** Share of first channels that show nothing but what they have in common with others. */
	private static final double COMMON = 0.5;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final float[] common = new Scenery().draw(side, random);
		// More than two scenes of their own would take longer than they are worth.
		final float[][] own = { new Scenery().draw(side, random), random.nextInt(3) > 0 ? null : new Scenery().draw(side, random) };
		if (own[1] == null) own[1] = turned(own[0], side);
		final StackLens lens = StackLens.draw(side, random);
		final float[][] channels = new float[planes][];
		final boolean regions = random.nextBoolean();
		for (int k = 0; k < planes; k++) {
			final double share = k > 0 ? share(random) : random.nextDouble() < COMMON ? 1 : random.nextDouble(0.3, 1);
			final float[] scene = k == 0 ? own[0] : random.nextInt(3) == 0 && k > 1 ? turned(own[1], side) : own[1];
			final float[] mixed = regions && k > 0 ? within(common, scene, side, random) : mixed(common, scene, share, random.nextBoolean());
			channels[k] = lens.otherwise(random).seen(new float[][] { mixed }, side)[0];
			if (random.nextDouble() < INVERTED) invert(channels[k]);
		}
		if (random.nextDouble() < LEAKS) leak(channels, random);
		scale(channels, random);
		return channels;
	}

	private static double share(final SplittableRandom random) {
		final double kind = random.nextDouble();
		return kind < SAME ? 1 : kind < SAME + UNRELATED ? 0 : random.nextDouble();
	}

	private static float[] mixed(final float[] common, final float[] own, final double share, final boolean sum) {
		final float[] mixed = new float[common.length];
		for (int i = 0; i < mixed.length; i++)
			mixed[i] = (float) (sum ? share * common[i] + (1 - share) * own[i] : Math.max(share * common[i], (1 - share) * own[i]));
		return mixed;
	}

	/** Returns what they have in common in some places, and what is its own in the others. */
	private static float[] within(final float[] common, final float[] own, final int side, final SplittableRandom random) {
		final float[] region = Region.draw(common, side, random), mixed = new float[common.length];
		final boolean inside = random.nextBoolean();
		for (int i = 0; i < mixed.length; i++)
			mixed[i] = inside ? region[i] * common[i] + (1 - region[i]) * own[i] : region[i] * own[i] + (1 - region[i]) * common[i];
		return mixed;
	}

	private static float[] turned(final float[] scene, final int side) {
		final float[] turned = new float[scene.length];
		for (int i = 0; i < turned.length; i++)
			turned[i] = scene[side * (side - 1 - i % side) + i / side];
		return turned;
	}

	private static void invert(final float[] channel) {
		for (int i = 0; i < channel.length; i++)
			channel[i] = 1 - channel[i];
	}

	/** Lets some light of one channel into another. */
	static void leak(final float[][] channels, final SplittableRandom random) {
		final int from = random.nextInt(channels.length), to = random.nextInt(channels.length);
		final double share = Draws.logUniform(random, 0.02, 0.5);
		if (from != to) for (int i = 0; i < channels[to].length; i++)
			channels[to][i] += (float) (share * channels[from][i]);
	}

	/** Brings each channel into a range of its own. */
	static void scale(final float[][] channels, final SplittableRandom random) {
		for (final float[] channel : channels) {
			Range.standardised(channel);
			final double gain = Math.exp(0.3 * random.nextGaussian()), offset = 0.3 * random.nextGaussian();
			for (int i = 0; i < channel.length; i++)
				channel[i] = (float) (gain * channel[i] + offset);
		}
	}
}
