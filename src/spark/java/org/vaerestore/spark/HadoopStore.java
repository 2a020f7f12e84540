package org.vaerestore.spark;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.FutureIO;
import org.vaerestore.job.Bytes;
import org.vaerestore.zarr.store.Keys;
import org.vaerestore.zarr.store.Store;

/**
 * A folder of a Hadoop file system, such as HDFS or a bucket of an object store; keys are its files.
 * <p>
 * Whoever reads a key sees it as it was or complete, see {@link WholeFiles}.
 * </p>
 */
final class HadoopStore implements Store {

	/** For a file that others write over meanwhile. */
	private static final int MOST_TRIES = 10;

	private final FileSystem files;
	private final Path folder;
	private final WholeFiles writing;

	/**
	 * Takes a folder.
	 *
	 * @param files is not closed with the store, as Hadoop shares it among all who use it
	 * @param folder need not exist to be written to
	 */
	HadoopStore(final FileSystem files, final Path folder) {
		this.files = files;
		this.folder = files.makeQualified(folder);
		this.writing = new WholeFiles(files);
	}

	@Override
	public Optional<byte[]> read(final String key, final long most) throws IOException {
		for (int tries = 0; tries < MOST_TRIES; tries++) {
			final Optional<FileStatus> file = status(key);
			if (file.isEmpty()) return Optional.empty();
			final long size = file.get().getLen();
			if (size > most) throw new IOException("it has " + size + " bytes (" + Bytes.describe(size) + "), and no more than " + most +
				" can be");
			final Optional<byte[]> content = read(key, file.get());
			if (content.isPresent()) return content;
		}
		throw new IOException("it changes whenever it is read");
	}

	/** Empty if it is another one now, or none. */
	private Optional<byte[]> read(final String key, final FileStatus file) throws IOException {
		try (FSDataInputStream in = open(file.getPath(), Optional.of(file), OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_WHOLE_FILE)) {
			final byte[] content = new byte[(int) file.getLen()];
			in.readFully(content);
			return in.read() < 0 ? Optional.of(content) : Optional.empty();
		}
		// What file systems throw for a file that is replaced while it is read, each throws in its own way.
		catch (final IOException e) {
			if (status(key).map(now -> isSame(now, file)).orElse(false)) throw e;
			return Optional.empty();
		}
	}

	private static boolean isSame(final FileStatus one, final FileStatus other) {
		return one.getLen() == other.getLen() && one.getModificationTime() == other.getModificationTime();
	}

	@Override
	public byte[] read(final String key, final long offset, final int length) throws IOException {
		final byte[] content = new byte[length];
		try (FSDataInputStream in = open(file(key), Optional.empty(), OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM)) {
			in.readFully(offset, content);
			return content;
		}
		catch (final EOFException e) {
			// Asked for now only, as each question to an object store takes its time.
			throw new EOFException("it is truncated: it has " + size(key).orElse(0) + " bytes, and there should be " + length +
				" from byte " + offset);
		}
	}

	private FSDataInputStream open(final Path file, final Optional<FileStatus> known, final String policy) throws IOException {
		final FutureDataInputStreamBuilder builder = files.openFile(file);
		builder.opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, policy);
		known.ifPresent(builder::withFileStatus);
		return FutureIO.awaitFuture(builder.build());
	}

	@Override
	public OptionalLong size(final String key) throws IOException {
		return status(key).map(file -> OptionalLong.of(file.getLen())).orElse(OptionalLong.empty());
	}

	/** Empty for folders, too. */
	private Optional<FileStatus> status(final String key) throws IOException {
		try {
			return Optional.of(files.getFileStatus(file(key))).filter(FileStatus::isFile);
		}
		catch (final FileNotFoundException e) {
			return Optional.empty();
		}
		catch (final IOException e) {
			if (isBelowFile(key)) return Optional.empty();
			throw e;
		}
	}

	/** Some file systems say for a key below a file that there is none, others that it is no folder, or that it isn't allowed. */
	private boolean isBelowFile(final String key) throws IOException {
		for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1))
			if (!files.getFileStatus(file(key.substring(0, slash))).isDirectory()) return true;
		return false;
	}

	@Override
	public void write(final String key, final byte[] content) throws IOException {
		writing.write(file(key), content);
	}

	@Override
	public List<String> list(final String prefix) throws IOException {
		final Path above = file(prefix);
		final List<String> names = new ArrayList<>();
		try {
			// In portions, as there may be millions.
			final RemoteIterator<FileStatus> below = files.listStatusIterator(above);
			while (below.hasNext()) {
				final Path path = below.next().getPath();
				// A file lists itself.
				if (path.depth() > above.depth() && !WholeFiles.isPart(path.getName())) names.add(path.getName());
			}
		}
		catch (final FileNotFoundException e) {
			return List.of();
		}
		catch (final IOException e) {
			if (isBelowFile(prefix)) return List.of();
			throw e;
		}
		return names;
	}

	@Override
	public String describe(final String key) {
		return key.isEmpty() ? folder.toString() : folder + "/" + key;
	}

	@Override
	public void close() {}

	private Path file(final String key) throws IOException {
		try {
			if (key.isEmpty()) return folder;
			if (Keys.resolve("", key).equals(Optional.of(key))) return new Path(folder, key);
		}
		catch (final IllegalArgumentException e) {
			// Hadoop has no names with a colon.
		}
		throw new IOException("there can be no such file");
	}
}
