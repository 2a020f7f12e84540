/**
 * The edge to ImageJ: files and {@code ImagePlus} on the one side, ImgLib2 intervals and value objects on the other.
 * <p>
 * Everything here works without a window.
 * </p>
 */
package org.vaerestore.imagej;
