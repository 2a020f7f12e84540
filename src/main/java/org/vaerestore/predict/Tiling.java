package org.vaerestore.predict;

/**
 * How planes are cut into tiles.
 *
 * @param core largest side of a tile's core in pixels
 * @param sharing threads that share what tiles there are: with fewer passes than that, tiles are cut into strips, so that results
 *           have other bits with other numbers of threads; 1 for the same bits with any number
 */
public record Tiling(int core, int sharing) {}
