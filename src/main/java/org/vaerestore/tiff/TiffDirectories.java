package org.vaerestore.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** Goes from directory to directory of a file, to each once. */
final class TiffDirectories {

	private static final int MOST_ENTRIES = 4096;

	private final TiffSource source;
	private final Set<Long> seen = new HashSet<>();
	private long next;

	TiffDirectories(final TiffSource source) {
		this.source = source;
		next = source.first();
	}

	/** Returns the next directory, null after the last one. */
	TiffDirectory next() throws IOException {
		if (next == 0) return null;
		if (!seen.add(next)) throw TiffException.damaged("its directories go in a circle");
		final boolean big = source.isBig();
		final int countBytes = big ? Long.BYTES : Short.BYTES, entryBytes = big ? 20 : 12, offsetBytes = big ? Long.BYTES
			: Integer.BYTES;
		final ByteBuffer head = source.read(next, countBytes);
		final long count = big ? head.getLong() : head.getShort() & 0xffff;
		if (count < 1 || count > MOST_ENTRIES) throw TiffException.damaged("one of its directories has " + count + " entries");
		final int bytes = (int) count * entryBytes + offsetBytes;
		source.claim(countBytes + bytes);
		final ByteBuffer list = source.read(next + countBytes, bytes);
		final TiffDirectory directory = new TiffDirectory(source);
		for (int entry = 0; entry < count; entry++) {
			final int at = entry * entryBytes, value = at + entryBytes - offsetBytes;
			final int type = list.getShort(at + 2) & 0xffff;
			final long values = big ? list.getLong(at + 4) : list.getInt(at + 4) & 0xffffffffL;
			final boolean inline = values >= 0 && values <= offsetBytes && values * TiffDirectory.bytes(type) <= offsetBytes;
			directory.add(list.getShort(at) & 0xffff, type, values, inline ? next + countBytes + value : offset(list, value));
		}
		next = offset(list, bytes - offsetBytes);
		return directory;
	}

	private long offset(final ByteBuffer list, final int at) {
		return source.isBig() ? list.getLong(at) : list.getInt(at) & 0xffffffffL;
	}
}
