/**
 * Arrays of Zarr v2 and v3 as ImgLib2 images, and written from them.
 * <p>
 * {@link org.vaerestore.zarr.array.ZarrArray} reads, {@link org.vaerestore.zarr.array.ArrayWriter} writes. Images have the axes of
 * ImgLib2's order, x first, which is the reverse of what Zarr's metadata says; what is package-private here counts as Zarr does.
 * All sizes are checked before anything is allocated for them. The formats are those of the
 * <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">second</a> and the
 * <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html">third</a> specification.
 * </p>
 */
package org.vaerestore.zarr.array;
