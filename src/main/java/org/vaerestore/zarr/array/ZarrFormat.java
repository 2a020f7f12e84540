package org.vaerestore.zarr.array;

/** The version of Zarr's format. */
public enum ZarrFormat {

	/** Version 2, which OME-Zarr 0.4 is of. */
	V2,
	/** Version 3, which OME-Zarr 0.5 is of; the only one with shards. */
	V3
}
