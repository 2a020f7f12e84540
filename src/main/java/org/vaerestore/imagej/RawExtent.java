package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.vaerestore.job.InputException;

import ij.io.FileInfo;

/** Tells whether a file is as long as its header says; ImageJ fills what is missing with zeros without a word. */
final class RawExtent {

	private RawExtent() {}

	/**
	 * Checks one entry of a file.
	 *
	 * @throws InputException if pixels lie beyond the file's end
	 */
	static void require(final FileInfo info, final Path path) {
		final long length = length(path);
		final long end = info.stripOffsets != null && info.stripLengths != null && info.nImages <= 1 ? stripEnd(info)
			: contiguousEnd(info);
		if (end > length) throw new InputException("The file " + path + " is truncated: it has " + length +
			" bytes, and its header promises at least " + end + "; give a whole copy of it.");
	}

	private static long length(final Path path) {
		try {
			return Files.size(path);
		}
		catch (final IOException e) {
			throw new InputException("The file " + path + " can't be read (" + OutputPath.reason(e) + ").", e);
		}
	}

	private static long stripEnd(final FileInfo info) {
		long end = 0;
		for (int strip = 0; strip < info.stripOffsets.length; strip++)
			end = Math.max(end, (info.stripOffsets[strip] & 0xffffffffL) + info.stripLengths[strip]);
		return end;
	}

	private static long contiguousEnd(final FileInfo info) {
		if (info.compression > FileInfo.COMPRESSION_NONE) return info.getOffset();
		final long plane = (long) info.width * info.height * bits(info) / 8;
		final long planes = Math.max(1, info.nImages);
		return info.getOffset() + planes * plane + (planes - 1) * info.getGap();
	}

	private static int bits(final FileInfo info) {
		switch (info.fileType) {
			case FileInfo.BITMAP:
				return 1;
			case FileInfo.GRAY10_UNSIGNED:
				return 10;
			case FileInfo.GRAY12_UNSIGNED:
				return 12;
			default:
				return info.getBytesPerPixel() * 8;
		}
	}
}
