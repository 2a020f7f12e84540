/**
 * Noise: models of it, how to find them from images, the transforms that make it uniform, and the likelihoods that
 * train a network with it.
 *
 * <pre>
 * NoiseEstimate estimate = NoiseEstimation.estimate(List.of(new Plane(values, width, height, null)));
 * Stabilisation stabilisation = Stabilisation.of(estimate.model(), 0, 255);
 * stabilisation.forward(values);
 * </pre>
 */
package org.vaerestore.vae.noise;
