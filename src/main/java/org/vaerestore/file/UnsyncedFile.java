package org.vaerestore.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes many small files, each whole or not at all for whoever reads them meanwhile, without waiting for the disk.
 * <p>
 * A program that is killed leaves each file as it was or complete; what a machine wrote in the seconds before it lost its power
 * can be lost, as {@link ReplacedFile} syncs and this doesn't. Folders are made as needed, and what killed programs have left
 * in one is deleted when the first file is written there. Any number of threads and programs may write at a time, also the same
 * file: one of their contents stays.
 * </p>
 */
public final class UnsyncedFile {

	/** More are looked at again. */
	private static final int MOST_SEEN = 10_000;

	private final Set<Path> seen = ConcurrentHashMap.newKeySet();

	/** Begins without having seen any folder. */
	public UnsyncedFile() {}

	/**
	 * Writes a file over an old one.
	 *
	 * @throws IOException if it can't be written; an old file is untouched then
	 */
	public void write(final Path path, final byte[] content) throws IOException {
		final Path folder = path.toAbsolutePath().getParent();
		if (!seen.contains(folder)) {
			Files.createDirectories(folder);
			PartFile.deleteAbandoned(folder);
			if (seen.size() >= MOST_SEEN) seen.clear();
			seen.add(folder);
		}
		try (PartFile part = PartFile.in(folder)) {
			final OutputStream out = part.out();
			out.write(content);
			part.replace(path);
		}
	}
}
