package org.vaerestore.model;

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

/** Replaces files as a whole: a reader, or a machine that loses power, sees the old content or the new. */
final class SafeFile {

	private SafeFile() {}

	static void write(final Path path, final ArchiveWriter.Content content) throws IOException {
		// A link stays a link to what is written.
		final Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
		if (Files.isDirectory(target)) throw new IOException("it is a folder");
		final Path folder = target.getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new IOException("the folder " + folder + " does not exist");
		final Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
		try {
			try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				final OutputStream out = Channels.newOutputStream(channel);
				content.writeTo(out);
				out.flush();
				channel.force(true);
			}
			move(temporary, target);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
