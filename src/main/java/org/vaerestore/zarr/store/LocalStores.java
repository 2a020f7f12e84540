package org.vaerestore.zarr.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders and zips. */
final class LocalStores {

	private LocalStores() {}

	/** Opens a folder, that of a file of metadata, or a zip; what doesn't exist is a folder that will. */
	static Store open(final String location) throws IOException {
		if (location.contains("://")) throw new IOException("it is no path of this machine; jobs on Spark read and write other stores");
		final Path path = Path.of(location), name = path.getFileName();
		if (!Files.isRegularFile(path)) return new FolderStore(path);
		return name != null && Keys.METADATA.contains(name.toString()) ? new FolderStore(path.toAbsolutePath().getParent()) : new ZipStore(
			path);
	}
}
