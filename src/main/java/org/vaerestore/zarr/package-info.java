/**
 * OME-Zarr images (<a href="https://ngff.openmicroscopy.org/0.4/">0.4</a> and <a href="https://ngff.openmicroscopy.org/0.5/">0.5</a>),
 * read from folders and zips and written to folders: pyramids with axes, scales and channels, labels, plates.
 * <p>
 * {@link org.vaerestore.zarr.OmeZarr} reads, {@link org.vaerestore.zarr.OmeZarrWriter} writes. Everything here has its axes in the order of
 * ImgLib2, x first, which is the reverse of the metadata's.
 * </p>
 */
package org.vaerestore.zarr;
