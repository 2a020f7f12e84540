package org.vaerestore.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.vaerestore.job.CancelledException;

/** The bytes of a TIFF file. */
final class TiffSource implements Closeable {

	private static final int HEADER = 16, CLASSIC = 42, BIG = 43;
	/** Palettes and the like belong to many pages. */
	private static final int SHARED = 16, SMALL = 1 << 20;

	private final Path file;
	private final FileChannel channel;
	private final long length;
	private ByteOrder order;
	private boolean big;
	private long first;
	private long claimed;

	TiffSource(final Path file) throws IOException {
		this.file = file;
		channel = FileChannel.open(file, StandardOpenOption.READ);
		length = Files.size(file);
		try {
			readHeader();
		}
		catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	/** Opens the file again, as it is now. */
	TiffSource reopened() throws IOException {
		return new TiffSource(file);
	}

	private void readHeader() throws IOException {
		final ByteBuffer header = read(0, (int) Math.min(HEADER, length));
		if (length < HEADER / 2) throw TiffException.truncated(length, HEADER / 2);
		order = header.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		header.order(order);
		final int version = header.getShort(2);
		if (version != CLASSIC && version != BIG) throw TiffException.damaged("its version is " + version + " and not " + CLASSIC +
			" (TIFF) or " + BIG + " (BigTIFF)");
		big = version == BIG;
		if (big && length < HEADER) throw TiffException.truncated(length, HEADER);
		if (big && (header.getShort(4) != Long.BYTES || header.getShort(6) != 0)) throw TiffException.damaged(
			"its BigTIFF header has offsets of " + header.getShort(4) + " bytes");
		first = big ? header.getLong(8) : header.getInt(4) & 0xffffffffL;
	}

	/** Returns whether offsets have 8 bytes. */
	boolean isBig() {
		return big;
	}

	ByteOrder order() {
		return order;
	}

	/** Returns where the first directory is. */
	long first() {
		return first;
	}

	long length() {
		return length;
	}

	/** Makes sure that bytes lie in the file. */
	void require(final long offset, final long bytes) throws TiffException {
		if (offset < 0 || bytes < 0 || bytes > Long.MAX_VALUE - offset) throw TiffException.damaged("something is said to lie at byte " +
			Long.toUnsignedString(offset));
		if (offset + bytes > length) throw TiffException.truncated(length, offset + bytes);
	}

	/** Makes sure that directories don't share so many bytes that they'd take much more memory than the file has. */
	void claim(final long bytes) throws TiffException {
		claimed += bytes;
		if (claimed > SHARED * length + SMALL) throw TiffException.damaged("its directories take more bytes than it has");
	}

	/** Reads bytes; the buffer has the file's byte order. */
	ByteBuffer read(final long offset, final int bytes) throws IOException {
		require(offset, bytes);
		final ByteBuffer buffer = ByteBuffer.allocate(bytes);
		read(offset, buffer);
		return buffer.flip().order(order == null ? ByteOrder.BIG_ENDIAN : order);
	}

	/**
	 * Fills a buffer.
	 *
	 * @throws CancelledException if a thread that reads is interrupted, which closes the file for all
	 */
	void read(final long offset, final ByteBuffer buffer) throws IOException {
		long position = offset;
		while (buffer.hasRemaining()) {
			final int count = readSome(buffer, position);
			if (count < 0) throw TiffException.truncated(length, position + buffer.remaining());
			position += count;
		}
	}

	private int readSome(final ByteBuffer buffer, final long position) throws IOException {
		try {
			return channel.read(buffer, position);
		}
		catch (final ClosedChannelException e) {
			throw new CancelledException();
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
