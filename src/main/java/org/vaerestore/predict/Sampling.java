package org.vaerestore.predict;

/**
 * How many samples to draw for a plane.
 *
 * @param samples of the prior, each in another of the eight orientations; 0 for passes along the prior's mean
 * @param seed of the samples
 */
public record Sampling(int samples, long seed) {
}
