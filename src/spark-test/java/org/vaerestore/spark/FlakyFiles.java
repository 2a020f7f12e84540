package org.vaerestore.spark;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** Local files without checksums, under any scheme, which fail in the middle of what is written if they are told to. */
final class FlakyFiles extends RawLocalFileSystem {

	private final String scheme;
	volatile boolean failing;
	volatile int aborted;
	volatile int renamed;

	FlakyFiles(final String scheme) {
		this.scheme = scheme;
	}

	@Override
	public URI getUri() {
		return URI.create(scheme + ":///");
	}

	@Override
	public FSDataOutputStream create(final Path path, final FsPermission permission, final boolean overwrite, final int buffer,
		final short replication, final long blockSize, final Progressable progress) throws IOException
	{
		return new FSDataOutputStream(new Flaky(super.create(path, permission, overwrite, buffer, replication, blockSize, progress)),
			null);
	}

	@Override
	public boolean rename(final Path from, final Path to) throws IOException {
		renamed++;
		return super.rename(from, to);
	}

	private final class Flaky extends FilterOutputStream implements Abortable, StreamCapabilities {

		Flaky(final OutputStream out) {
			super(out);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length) throws IOException {
			out.write(bytes, offset, failing ? length / 2 : length);
			if (failing) throw new IOException("no space");
		}

		@Override
		public AbortableResult abort() {
			aborted++;
			return null;
		}

		@Override
		public boolean hasCapability(final String capability) {
			return capability.equals(ABORTABLE_STREAM);
		}
	}
}
