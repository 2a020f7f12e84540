package org.vaerestore.vae;

/**
 * How much of a level's divergence costs nothing, so that its latents come into use (free bits; Kingma et al., NeurIPS 2016).
 *
 * @param perLatent nats per latent value
 * @param perPixel nats per pixel that counts, which is the same for levels of all resolutions
 */
public record FreeBits(double perLatent, double perPixel) {

	/** All divergence counts. */
	public static final FreeBits NONE = new FreeBits(0, 0);

	boolean covers(final double divergencePerLatent, final double divergencePerPixel) {
		return divergencePerLatent <= perLatent || divergencePerPixel <= perPixel;
	}
}
