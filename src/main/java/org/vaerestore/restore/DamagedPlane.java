package org.vaerestore.restore;

import java.util.List;

/**
 * The part of a plane around its holes, and what may help to restore it.
 *
 * @param values row by row, in units of the image
 * @param hidden true where a pixel is to be restored
 * @param width in pixels
 * @param slices the same part of neighbouring slices, all finite; may be empty
 */
record DamagedPlane(float[] values, boolean[] hidden, int width, List<float[]> slices) {
}
