package org.vaerestore.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes many small files, each whole or not at all for whoever reads them meanwhile, and waits for the disk only when asked to.
 * <p>
 * A program that is killed leaves each file as it was or complete; of what wasn't synced, a machine that loses its power loses
 * what it wrote in the last seconds. Folders are made as needed, and what killed programs have left
 * in one is deleted when the first file is written there. Any number of threads and programs may write at a time, also the same
 * file: one of their contents stays.
 * </p>
 */
public final class ManyFiles {

	/** More are looked at again. */
	private static final int MOST_SEEN = 10_000;

	private final Set<Path> seen = ConcurrentHashMap.newKeySet();

	/** Begins without having seen any folder. */
	public ManyFiles() {}

	/**
	 * Writes a file over an old one.
	 *
	 * @throws IOException if it can't be written; an old file is untouched then
	 */
	public void write(final Path path, final byte[] content) throws IOException {
		write(path, content, false);
	}

	/** Writes a file as {@link #write} does, once its content is on the disk. */
	public void writeSynced(final Path path, final byte[] content) throws IOException {
		write(path, content, true);
	}

	/**
	 * Waits until a file is on the disk.
	 *
	 * @param path need not exist
	 */
	public void sync(final Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		catch (final NoSuchFileException e) {
			// There is nothing to wait for.
		}
	}

	private void write(final Path path, final byte[] content, final boolean synced) throws IOException {
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
			if (synced) part.become(path);
			else part.replace(path);
		}
	}
}
