package org.vaerestore.zarr.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.vaerestore.file.ManyFiles;
import org.vaerestore.job.Progress;
import org.vaerestore.job.SideBySide;

/**
 * A folder; keys are its files.
 * <p>
 * Files are written beside and renamed: whoever reads one, in this program or another, sees it as it was or complete. They are
 * synced when another one is to tell that they are there, not one by one.
 * </p>
 */
public final class FolderStore implements Store {

	/** A disk takes as long for several files as for one. */
	private static final int SYNCING = 8;

	private final Path folder;
	private final ManyFiles files = new ManyFiles();

	/**
	 * Takes a folder.
	 *
	 * @param folder need not exist to be written to
	 */
	public FolderStore(final Path folder) {
		this.folder = folder.toAbsolutePath();
	}

	@Override
	public Optional<byte[]> read(final String key, final long most) throws IOException {
		try (FileChannel channel = FileChannel.open(file(key))) {
			final long size = channel.size();
			if (size > most) throw new TooLargeException(size, most);
			return Optional.of(read(channel, 0, (int) size));
		}
		catch (final NoSuchFileException e) {
			return Optional.empty();
		}
		catch (final IOException e) {
			if (Files.isDirectory(file(key)) || isBelowFile(key)) return Optional.empty();
			throw e;
		}
	}

	@Override
	public byte[] read(final String key, final long offset, final int length) throws IOException {
		try (FileChannel channel = FileChannel.open(file(key))) {
			if (length > channel.size() - offset) throw new EOFException("it is truncated: it has " + channel.size() +
				" bytes, and there should be " + length + " from byte " + offset);
			return read(channel, offset, length);
		}
	}

	private static byte[] read(final FileChannel channel, final long offset, final int length) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining())
			if (channel.read(bytes, offset + bytes.position()) < 0) throw new EOFException("it became shorter while it was read");
		return bytes.array();
	}

	@Override
	public OptionalLong size(final String key) throws IOException {
		final Path file = file(key);
		return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
	}

	@Override
	public void write(final String key, final byte[] content) throws IOException {
		files.write(file(key), content);
	}

	@Override
	public void writeAfter(final String key, final byte[] content, final Collection<String> others) throws IOException {
		final List<String> keys = List.copyOf(others);
		try {
			SideBySide.forEach(keys.size(), SYNCING, Progress.silent(), "", k -> sync(keys.get((int) k)));
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
		files.writeSynced(file(key), content);
	}

	private void sync(final String key) {
		try {
			files.sync(file(key));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public List<String> list(final String prefix) throws IOException {
		final List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> below = Files.newDirectoryStream(file(prefix))) {
			for (final Path path : below)
				names.add(path.getFileName().toString());
		}
		catch (final NoSuchFileException | NotDirectoryException e) {
			return List.of();
		}
		catch (final DirectoryIteratorException e) {
			throw e.getCause();
		}
		return names;
	}

	@Override
	public String describe(final String key) {
		return key.isEmpty() ? folder.toString() : folder + folder.getFileSystem().getSeparator() + key.replace("/", folder.getFileSystem()
			.getSeparator());
	}

	@Override
	public void close() {}

	/** Some systems say for a key below a file that it is no folder, others that there is none. */
	private boolean isBelowFile(final String key) throws IOException {
		for (Path above = file(key).getParent(); above != null && above.startsWith(folder); above = above.getParent())
			if (Files.isRegularFile(above)) return true;
		return false;
	}

	private Path file(final String key) throws IOException {
		try {
			final Path file = key.isEmpty() ? folder : folder.resolve(key);
			if (file.startsWith(folder) && Keys.resolve("", key).equals(Optional.of(key))) return file;
		}
		catch (final InvalidPathException e) {
			// No file can have such a name here.
		}
		throw new IOException("there can be no such file");
	}
}
