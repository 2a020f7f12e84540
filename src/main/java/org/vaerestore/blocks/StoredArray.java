package org.vaerestore.blocks;

import org.vaerestore.zarr.HyperstackAxes;

/**
 * Where the pixels of an image are.
 *
 * @param location of a store, empty for that of the job's result
 * @param path of the array in it
 * @param axes which of its axes are those of a hyperstack
 */
record StoredArray(String location, String path, HyperstackAxes axes) {}
