package org.vaerestore.vae;

import java.util.Objects;

import org.vaerestore.job.InputException;

/**
 * The shape of the network: how many levels of latents it has, and how wide and deep each is.
 *
 * @param shuffle side of the block of pixels that becomes one position with more channels (pixel unshuffle), 1 or 2;
 *          with 2 the whole network runs at half resolution, as FFDNet does (Zhang et al., IEEE TIP 2018)
 * @param levels number of latent levels, 1 to 6, each at half the resolution of the one below it
 * @param channels feature channels of every level, 4 to 512
 * @param latentChannels channels of the latent variable of every level, 1 to 64
 * @param blocks residual blocks per level, 1 to 8, in the encoder and in the decoder each
 * @param noiseInputs what it is told of the noise
 * @param prior how the prior is used
 * @param companionChannels feature channels of what compares planes that are seen beside a picture with it, 4 to 128; 0 for a
 *          network that sees pictures alone
 */
public record Architecture(int shuffle, int levels, int channels, int latentChannels, int blocks,
	NoiseInputs noiseInputs, PriorUse prior, int companionChannels)
{

	/** Small and quick to train: what a stack gets if nothing else is asked for. */
	public static final Architecture DEFAULT = new Architecture(2, 4, 48, 8, 1);

	/**
	 * Checks the values.
	 *
	 * @throws InputException if one is outside its range
	 */
	public Architecture {
		Objects.requireNonNull(noiseInputs, "noiseInputs");
		Objects.requireNonNull(prior, "prior");
		require("shuffle", shuffle, 1, 2);
		require("levels", levels, 1, 6);
		require("channels", channels, 4, 512);
		require("latent channels", latentChannels, 1, 64);
		require("blocks", blocks, 1, 8);
		if (companionChannels != 0) require("companions' channels", companionChannels, 4, 128);
	}

	/** Creates the shape of a network that is told all that can be told of the noise, and follows its prior's mean. */
	public Architecture(final int shuffle, final int levels, final int channels, final int latentChannels,
		final int blocks)
	{
		this(shuffle, levels, channels, latentChannels, blocks, NoiseInputs.COVARIANCE, PriorUse.MEAN, 0);
	}

	/** Returns the same shape with another use of the prior. */
	public Architecture with(final PriorUse newPrior) {
		return new Architecture(shuffle, levels, channels, latentChannels, blocks, noiseInputs, newPrior, companionChannels);
	}

	/**
	 * Returns the same shape for pictures with companions.
	 *
	 * @param newChannels see {@link #companionChannels}
	 */
	public Architecture withCompanions(final int newChannels) {
		return new Architecture(shuffle, levels, channels, latentChannels, blocks, noiseInputs, prior, newChannels);
	}

	/** Returns whether a network of this shape sees planes that stand beside a picture. */
	public boolean seesCompanions() {
		return companionChannels > 0;
	}

	/** Returns the side, in pixels, that images must be a multiple of: the size of one position of the top level. */
	public int granularity() {
		return shuffle << levels - 1;
	}

	private static void require(final String name, final int value, final int min, final int max) {
		if (value < min || value > max) throw new InputException("The number of " + name + " is " + value +
			"; it must be from " + min + " to " + max + ".");
	}
}
