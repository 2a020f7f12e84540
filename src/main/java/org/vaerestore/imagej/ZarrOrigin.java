package org.vaerestore.imagej;

import org.vaerestore.zarr.OmeImage;

/**
 * Where an image comes from that is an OME-Zarr.
 *
 * @param location of its store
 * @param image in it
 */
public record ZarrOrigin(String location, OmeImage image) {}
