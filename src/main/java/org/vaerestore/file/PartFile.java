package org.vaerestore.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;

/** A hidden file beside the one that it will become; its lock tells other programs that it is being written. */
final class PartFile implements Closeable {

	private static final String BEFORE = ".", AFTER = ".part";
	private static final int TRIES = 100;

	private final Path path;
	private final FileChannel channel;

	private PartFile(final Path path, final FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/** Makes an empty one in a folder. */
	static PartFile in(final Path folder, final FileAttribute<?>... attributes) throws IOException {
		for (int i = 0; i < TRIES; i++) {
			final Path path = folder.resolve(BEFORE + Mark.fresh() + AFTER);
			final PartFile part = new PartFile(path, FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE), attributes));
			boolean mine = false;
			try {
				mine = WriterLock.take(part.channel, path);
			}
			finally {
				if (!mine) part.close();
			}
			if (mine) return part;
		}
		throw new IOException("other programs take away what is written there");
	}

	/** Deletes those that programs have left in a folder that don't run any more. */
	static void deleteAbandoned(final Path folder) {
		try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, BEFORE + Mark.PREFIX + "*" + AFTER)) {
			for (final Path part : parts)
				if (Mark.isOfAnotherProgram(part, BEFORE, AFTER)) WriterLock.ifAbandoned(part, () -> Files.deleteIfExists(part));
		}
		catch (final IOException | DirectoryIteratorException e) {
			// Tidying is a courtesy; whether something can be written there shows when it is.
		}
	}

	/** Returns whether a folder is on a file system with the rights of Unix. */
	static boolean isPosix(final Path folder) {
		return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
	}

	Path path() {
		return path;
	}

	OutputStream out() {
		return Channels.newOutputStream(channel);
	}

	/** Puts it on the disk and in a file's place, still locked, so that nobody takes it away in between. */
	void become(final Path target) throws IOException {
		channel.force(true);
		replace(target);
	}

	/** Puts it in a file's place as {@link #become} does, but leaves it to the system when it is on the disk. */
	void replace(final Path target) throws IOException {
		try {
			Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Deletes it, unless it has become another file. */
	@Override
	public void close() {
		try (channel) {
			Files.deleteIfExists(path);
		}
		catch (final IOException e) {
			// Why writing failed matters more than the hidden remains, which the next program deletes.
		}
	}
}
