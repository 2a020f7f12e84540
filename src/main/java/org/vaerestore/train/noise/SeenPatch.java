package org.vaerestore.train.noise;

import org.vaerestore.vae.ToldNoise;

/**
 * A procedural patch and what is seen of it, in network units.
 *
 * @param truth row by row
 * @param seen row by row, with noise
 * @param noise as an estimate would find it
 */
public record SeenPatch(float[] truth, float[] seen, ToldNoise noise) {
}
