package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.vaerestore.job.InputException;

/** Tells whether a DICOM file can hold the image that its header promises, before ImageJ makes room for that. */
final class DicomHeader {

	private static final long USUAL_BITS = 16;

	private DicomHeader() {}

	/**
	 * Checks a file.
	 *
	 * @throws InputException if it is shorter than its pixels or one of its elements are
	 */
	static void requireRoom(final Path path) throws IOException {
		final Map<Integer, Long> header = DicomElements.read(path);
		final long width = header.getOrDefault(DicomElements.COLUMNS, 0L), height = header.getOrDefault(DicomElements.ROWS, 0L);
		final long bits = header.getOrDefault(DicomElements.BITS, USUAL_BITS), samples = header.getOrDefault(DicomElements.SAMPLES, 1L);
		final long planes = Math.max(1, header.getOrDefault(DicomElements.FRAMES, 1L));
		ImageExtent.require(width, height, path);
		if ((double) width * height * samples * planes * bits / 8 > Files.size(path)) throw new InputException("The file " + path +
			" is truncated: it has " + Files.size(path) + " bytes, and its header promises " + width + " x " + height + " pixels of " + bits +
			" bit in " + planes + " planes; give a whole copy of it.");
	}
}
