package org.vaerestore.train;

/**
 * What the model makes of one validation patch; all pictures are square, row-major, in units of the data.
 *
 * @param side pixels
 * @param original the patch as it is
 * @param damaged the patch with its training holes set to NaN
 * @param restored the holes filled by the model
 * @param enhanced the whole patch as the model sees its signal; equal to {@code restored} for clean data
 */
public record Preview(int side, float[] original, float[] damaged, float[] restored, float[] enhanced) {
}
