package org.vaerestore.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.CancelledException;
import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;

/**
 * Writes a file whole or not at all: to a hidden one beside it, synced, and renamed over the old one at the end.
 * <p>
 * What replaces a file keeps its owner, group and rights as far as the user may give them, and nobody may read what is being
 * written who may not read the file; a new one has the rights that any program's would have there. A symbolic link stays, and
 * its target is replaced. What a program that was killed has left in the folder is deleted, what one that runs is writing there
 * is not.
 * </p>
 */
public final class ReplacedFile {

	private static final int BUFFER = 1 << 20;

	private ReplacedFile() {}

	/** What writes the file's content. */
	@FunctionalInterface
	public interface Content {

		/** Writes all of it. */
		void writeTo(OutputStream out) throws IOException;
	}

	/**
	 * Writes a file.
	 *
	 * @param path the file's final path
	 * @param bytes about how large the file will be, to refuse early what doesn't fit on the disk
	 * @throws InputException if the file can't be written; nothing is left behind then, and an old file is untouched
	 * @throws CancelledException if the thread is interrupted; the same holds then
	 */
	public static void write(final Path path, final long bytes, final Content content) {
		if (Thread.currentThread().isInterrupted()) throw new CancelledException();
		try {
			final Path target = LinkTarget.of(path);
			if (Files.isDirectory(target)) throw new InputException("The output path " + path +
				" is a folder; give the path of a file.");
			if (!Files.isDirectory(target.getParent())) throw new InputException("The folder " + target.getParent() +
				" of the output file doesn't exist; create it or choose another path.");
			PartFile.deleteAbandoned(target.getParent());
			requireRoom(path, target.getParent(), bytes);
			replace(target, content);
		}
		catch (final IOException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			throw new InputException("The file " + path + " could not be written (" + FileFailure.reason(e) +
				"); make room or choose another path. Nothing was left behind.", e);
		}
	}

	/**
	 * Checks that files can be made in a folder; leaves nothing behind.
	 *
	 * @throws IOException if not
	 */
	public static void tryFolder(final Path folder) throws IOException {
		PartFile.deleteAbandoned(folder);
		PartFile.in(folder).close();
	}

	private static void replace(final Path target, final Content content) throws IOException {
		final Rights rights = Rights.of(target);
		try (PartFile part = PartFile.in(target.getParent(), rights.ofPart())) {
			rights.begin(part.path());
			final OutputStream out = new BufferedOutputStream(part.out(), BUFFER);
			content.writeTo(out);
			out.flush();
			rights.finish(part.path());
			part.become(target);
		}
	}

	private static void requireRoom(final Path path, final Path folder, final long bytes) throws IOException {
		final long room = Files.getFileStore(folder).getUsableSpace();
		if (room < bytes) throw new InputException("There is no room on the disk for " + path + ": it needs " +
			Bytes.describe(bytes) + ", and " + Bytes.describe(room) + " are free; make room or choose another path.");
	}
}
