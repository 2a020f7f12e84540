package org.vaerestore.model;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip file whose bytes depend on nothing but its content: not compressed, for what compression makes of it
 * depends on the library, and floating point numbers hardly shrink; and all of one date.
 */
final class ArchiveWriter {

	private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

	private final ZipOutputStream zip;

	ArchiveWriter(final OutputStream out) {
		zip = new ZipOutputStream(out);
	}

	void add(final String name, final byte[] bytes) throws IOException {
		add(name, bytes.length, out -> out.write(bytes));
	}

	/** Adds what writes itself; it is asked to do so twice, since a checksum goes first. */
	void add(final String name, final long size, final Content content) throws IOException {
		final CRC32 checksum = new CRC32();
		content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
		final ZipEntry entry = new ZipEntry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setTimeLocal(DATE);
		entry.setSize(size);
		entry.setCompressedSize(size);
		entry.setCrc(checksum.getValue());
		zip.putNextEntry(entry);
		content.writeTo(zip);
		zip.closeEntry();
	}

	/** Writes the directory; the stream below stays open. */
	void finish() throws IOException {
		zip.finish();
		zip.flush();
	}

	/** Writes itself to a stream. */
	interface Content {

		void writeTo(OutputStream out) throws IOException;
	}
}
