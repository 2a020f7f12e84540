package org.vaerestore.zarr.store;

import java.io.IOException;

import org.vaerestore.job.Bytes;

/** Thrown when a key holds more than it may. */
final class TooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	TooLargeException(final long size, final long most) {
		super("it has " + size + " bytes (" + Bytes.describe(size) + "), and no more than " + most + " can be");
	}
}
