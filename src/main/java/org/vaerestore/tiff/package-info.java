/**
 * TIFF and BigTIFF files, read strictly: every size and place is checked against the file before anything is allocated for
 * it, nothing is filled in that the file doesn't hold, and what isn't read is refused by its name.
 * <p>
 * {@link org.vaerestore.tiff.TiffImage} is the way in.
 * </p>
 */
package org.vaerestore.tiff;
