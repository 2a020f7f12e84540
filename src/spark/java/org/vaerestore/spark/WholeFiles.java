package org.vaerestore.spark;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;

import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * Writes files of a Hadoop file system, each whole or not at all for whoever reads them meanwhile.
 * <p>
 * Any number of machines may write at a time, also the same file: one of their contents stays. Where a file becomes visible
 * when it is closed, it is written as it is: there a renaming is a copy, and not a whole one for whoever reads meanwhile.
 * Elsewhere it is written beside and renamed over what was there.
 * </p>
 */
final class WholeFiles {

	/**
	 * Object stores that show what was written when it is complete, and not before. Azure is none of them, as files there begin
	 * empty and grow, and are renamed at once.
	 */
	private static final Set<String> SHOWN_WHEN_COMPLETE = Set.of("s3a", "s3", "gs", "oss", "cosn");
	private static final String PART = ".part";

	private final FileSystem files;
	private final boolean direct;

	WholeFiles(final FileSystem files) {
		this.files = files;
		this.direct = SHOWN_WHEN_COMPLETE.contains(files.getUri().getScheme());
	}

	/** Returns whether a name is one of those that files have while they are written. */
	static boolean isPart(final String name) {
		return name.startsWith(".") && name.endsWith(PART);
	}

	/** Writes a file over an old one, which is untouched if this fails. */
	void write(final Path file, final byte[] content) throws IOException {
		if (direct) {
			create(file, content);
			return;
		}
		final Path part = new Path(file.getParent(), "." + file.getName() + "." + UUID.randomUUID() + PART);
		try {
			create(part, content);
			new Overwriting(files).move(part, file);
		}
		catch (final IOException | RuntimeException e) {
			delete(part, e);
			throw e;
		}
	}

	private void create(final Path file, final byte[] content) throws IOException {
		final FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file).overwrite(true).recursive();
		// What an object store is spared is to look whether there is a folder of this name.
		builder.opt("fs.s3a.create.performance", true);
		final FSDataOutputStream out = builder.build();
		try {
			out.write(content);
		}
		catch (final IOException | RuntimeException e) {
			abandon(out, e);
			throw e;
		}
		out.close();
	}

	/** Object stores take what was closed for complete, so what isn't is aborted before. */
	private static void abandon(final FSDataOutputStream out, final Exception failure) {
		try {
			if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) out.abort();
			out.close();
		}
		catch (final IOException | RuntimeException e) {
			failure.addSuppressed(e);
		}
	}

	private void delete(final Path part, final Exception failure) {
		try {
			files.delete(part, false);
		}
		catch (final IOException | RuntimeException e) {
			failure.addSuppressed(e);
		}
	}

	/**
	 * Renames over what is there, which file systems can but offer to their own kind alone.
	 * <p>
	 * HDFS does it in one step. Those without a step of their own delete the old file before: a program that is killed between
	 * leaves none, and never a part of one.
	 * </p>
	 */
	private static final class Overwriting extends FilterFileSystem {

		Overwriting(final FileSystem files) {
			super(files);
		}

		void move(final Path from, final Path to) throws IOException {
			rename(from, to, Options.Rename.OVERWRITE);
		}
	}
}
