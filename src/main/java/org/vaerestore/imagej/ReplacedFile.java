package org.vaerestore.imagej;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.vaerestore.job.Bytes;
import org.vaerestore.job.InputException;

/**
 * Writes a file whole or not at all: to a temporary name beside it, synced, and renamed over the old one at the end.
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
	 */
	public static void write(final Path path, final long bytes, final Content content) {
		final Path target = OutputPath.target(path).toAbsolutePath();
		final Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			requireRoom(path, target.getParent(), bytes);
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
					OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER))
			{
				content.writeTo(out);
				out.flush();
				channel.force(true);
			}
			move(part, target);
		}
		catch (final IOException e) {
			throw new InputException("The file " + path + " could not be written (" + OutputPath.reason(e) +
				"); make room or choose another path. Nothing was left behind.", e);
		}
		finally {
			deleteQuietly(part);
		}
	}

	private static void requireRoom(final Path path, final Path folder, final long bytes) throws IOException {
		final long room = Files.getFileStore(folder).getUsableSpace();
		if (room < bytes) throw new InputException("There is no room on the disk for " + path + ": it needs " +
			Bytes.describe(bytes) + ", and " + Bytes.describe(room) + " are free; make room or choose another path.");
	}

	private static void move(final Path part, final Path target) throws IOException {
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void deleteQuietly(final Path part) {
		try {
			Files.deleteIfExists(part);
		}
		catch (final IOException e) {
			// The reason why writing failed matters more than the hidden remains.
		}
	}
}
