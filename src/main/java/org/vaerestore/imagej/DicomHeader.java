package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vaerestore.job.InputException;

import ij.plugin.DICOM;

/** Tells whether a DICOM file can hold the image that its header promises, before ImageJ makes room for that. */
final class DicomHeader {

	private static final Pattern ROWS = number("0028,0010"), COLUMNS = number("0028,0011"), SAMPLES = number("0028,0002"),
			FRAMES = number("0028,0008"), BITS = number("0028,0100");
	private static final int USUAL_BITS = 16;

	private DicomHeader() {}

	/**
	 * Checks a file.
	 *
	 * @throws InputException if it is shorter than its pixels are
	 */
	static void requireRoom(final Path path) throws IOException {
		final String header = new DICOM().getInfo(path.toAbsolutePath().toString());
		// ImageJ's reader says what is wrong with it.
		if (header == null) return;
		final long width = find(COLUMNS, header, 0), height = find(ROWS, header, 0);
		ImageExtent.require(width, height, path);
		final double bits = (double) width * height * find(SAMPLES, header, 1) * Math.max(1, find(FRAMES, header, 1)) * find(BITS, header,
			USUAL_BITS);
		if (bits / 8 > Files.size(path)) throw new InputException("The file " + path + " is truncated: it has " + Files.size(path) +
			" bytes, and its header promises " + width + " x " + height + " pixels of " + find(BITS, header, USUAL_BITS) + " bit in " + Math
				.max(1, find(FRAMES, header, 1)) + " planes; give a whole copy of it.");
	}

	private static long find(final Pattern number, final String header, final long otherwise) {
		final Matcher matcher = number.matcher(header);
		return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
	}

	// At the beginning of a line: sequences are indented.
	private static Pattern number(final String tag) {
		return Pattern.compile("(?m)^" + tag + "[^:\\n]*: *(\\d{1,9})\\b");
	}
}
