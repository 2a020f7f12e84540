package org.vaerestore.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads entries of a zip file by their exact names, and believes no size before it was checked. */
final class ArchiveReader implements AutoCloseable {

	private static final long LARGEST_FILE = 8L << 30;
	/** Deflate reaches 1000; numbers of a network hardly shrink. */
	private static final long LARGEST_RATIO = 100;

	private final ZipFile zip;
	private final long fileSize;

	ArchiveReader(final Path path) throws IOException {
		fileSize = Files.size(path);
		if (fileSize == 0) throw new DamagedModelException("is empty. Copy or download it again");
		if (fileSize > LARGEST_FILE) throw new DamagedModelException("has " + (fileSize >> 20) +
			" MB, more than any model. Choose a file that VAE Restore has saved, *.vae.zip");
		zip = new ZipFile(path.toFile());
	}

	boolean has(final String name) {
		return zip.getEntry(name) != null;
	}

	/** Returns the size of an entry in bytes, once it is known to be possible and no larger than a limit. */
	long size(final String name, final long limit) throws IOException {
		final ZipEntry entry = entry(name);
		final long size = entry.getSize();
		final long packed = entry.getCompressedSize();
		if (size < 0 || size > limit) throw DamagedModelException.damaged(name + " has " + size + " bytes, at most " +
			limit + " are possible");
		if (packed < 0 || packed > fileSize || size / LARGEST_RATIO > packed || entry.getMethod() == ZipEntry.STORED &&
			size != packed) throw DamagedModelException.damaged(name + " can't have " + size + " bytes");
		return size;
	}

	InputStream stream(final String name) throws IOException {
		return zip.getInputStream(entry(name));
	}

	/** Returns a small entry, its checksum verified. */
	byte[] bytes(final String name, final int limit) throws IOException {
		final int size = (int) size(name, limit);
		try (InputStream in = stream(name)) {
			final byte[] bytes = in.readNBytes(size);
			final CRC32 checksum = new CRC32();
			checksum.update(bytes);
			if (bytes.length != size || in.read() >= 0 || checksum.getValue() != entry(name).getCrc())
				throw DamagedModelException.damaged(name + " does not match its checksum");
			return bytes;
		}
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private ZipEntry entry(final String name) throws IOException {
		final ZipEntry entry = zip.getEntry(name);
		if (entry == null) throw DamagedModelException.damaged(name + " is missing");
		return entry;
	}
}
