package org.vaerestore.train;

/**
 * A procedural patch and what is seen of it, in network units.
 *
 * @param truth row by row
 * @param seen row by row, with noise
 * @param level standard deviation of the noise as an estimate would find it, 0 without noise
 * @param correlation of the noise between neighbours as an estimate would find it
 */
record SeenPatch(float[] truth, float[] seen, float level, float correlation) {
}
