package org.vaerestore.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

import org.vaerestore.job.Causes;
import org.vaerestore.job.InputException;

/**
 * A file in the temporary folder, which nobody but the user may read: in a folder of its own, beside a file whose lock tells
 * other programs that it is in use. What killed programs have left there is deleted whenever another one is made.
 */
public final class TemporaryFile implements Closeable {

	private static final String LOCK = "lock", AFTER = ".tmp";
	private static final int TRIES = 100;
	private static final FileAttribute<?>[] OWN = { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
		"rwx------")) };
	private static final FileAttribute<?>[] NONE = {};

	private final Path folder;
	private final FileChannel lock;
	private final Path path;

	private TemporaryFile(final Path folder, final FileChannel lock, final String name) {
		this.folder = folder;
		this.lock = lock;
		path = folder.resolve(name);
	}

	/**
	 * Chooses the place of a file; to be closed when it is of no more use.
	 *
	 * @param name of the file
	 * @throws InputException if there is no temporary folder, or nothing can be written there
	 */
	public static TemporaryFile named(final String name) {
		final Path all = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
		if (!Files.isDirectory(all)) throw new InputException("The temporary folder " + all +
			" doesn't exist; create it, or have Java use another one with -Djava.io.tmpdir=PATH.");
		try {
			final TemporaryFile made = in(all, name);
			deleteAbandoned(all, Files.getOwner(made.folder));
			return made;
		}
		catch (final IOException e) {
			if (Causes.isInterrupt(e)) throw Causes.unwrapped(e);
			throw new InputException("Nothing can be written to the temporary folder " + all + " (" + FileFailure.reason(e) +
				"); allow it, make room, or have Java use another one with -Djava.io.tmpdir=PATH.", e);
		}
	}

	private static TemporaryFile in(final Path all, final String name) throws IOException {
		for (int i = 0; i < TRIES; i++) {
			final Path folder = all.resolve(Mark.fresh() + AFTER);
			Files.createDirectory(folder, PartFile.isPosix(all) ? OWN : NONE);
			final Path file = folder.resolve(LOCK);
			final FileChannel lock;
			try {
				lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			}
			catch (final NoSuchFileException e) {
				// Another program has taken the empty folder for abandoned.
				continue;
			}
			final TemporaryFile made = new TemporaryFile(folder, lock, name);
			boolean mine = false;
			try {
				mine = WriterLock.take(lock, file);
			}
			finally {
				if (!mine) made.close();
			}
			if (mine) return made;
		}
		throw new IOException("other programs take away what is written there");
	}

	/** Returns where the file is, or can be made. */
	public Path path() {
		return path;
	}

	/** Deletes the file. */
	@Override
	public void close() {
		try (lock) {
			delete(folder);
		}
		catch (final IOException e) {
			// The next program deletes it.
		}
	}

	/** Of this user alone: what others have put there could lead anywhere. */
	private static void deleteAbandoned(final Path all, final UserPrincipal user) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Mark.PREFIX + "*" + AFTER)) {
			for (final Path folder : folders)
				if (Mark.isOfAnotherProgram(folder, "", AFTER) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && user
					.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) deleteAbandonedFolder(folder);
		}
		catch (final IOException | DirectoryIteratorException e) {
			// Tidying is a courtesy; whether something can be written there shows when it is.
		}
	}

	private static void deleteAbandonedFolder(final Path folder) throws IOException {
		final Path lock = folder.resolve(LOCK);
		if (Files.exists(lock)) WriterLock.ifAbandoned(lock, () -> delete(folder));
		// Nothing but an empty one can be deleted so.
		else Files.deleteIfExists(folder);
	}

	/** The lock last: without it, nobody could tell that the rest is abandoned. */
	private static void delete(final Path folder) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !file.endsWith(LOCK))) {
			for (final Path file : files)
				Files.deleteIfExists(file);
		}
		Files.deleteIfExists(folder.resolve(LOCK));
		Files.deleteIfExists(folder);
	}
}
