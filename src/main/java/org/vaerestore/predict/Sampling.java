package org.vaerestore.predict;

/**
 * How many samples to draw for a plane.
 *
 * @param samples of the prior, each in another of the eight flips and rotations; 0 for a pass along the prior's mean in
 *          each of them, which comes closest to the truth
 * @param seed of the samples
 */
public record Sampling(int samples, long seed) {
}
