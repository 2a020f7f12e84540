package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.vaerestore.vae.MemoryBudget;
import org.vaerestore.vae.MemoryNeed;

/** Tells whether a JPEG file has its end; decoders fill what is missing with grey. */
final class JpegFile {

	/** Of a pixel, decoded twice. */
	private static final int MOST_BYTES = 12;

	private JpegFile() {}

	/**
	 * Decodes the file and listens for complaints.
	 *
	 * @throws org.vaerestore.job.InputException if the file is truncated or damaged
	 */
	static void requireWhole(final Path path) throws IOException {
		final String[] complaint = new String[1];
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
			try {
				reader.addIIOReadWarningListener((source, warning) -> complaint[0] = warning);
				reader.setInput(in);
				ImageExtent.require(reader.getWidth(0), reader.getHeight(0), path);
				MemoryBudget.require(MemoryNeed.onHeap((long) reader.getWidth(0) * reader.getHeight(0) * MOST_BYTES), "reading " + path,
					"use a part of the image");
				reader.readRaster(0, null);
			}
			finally {
				reader.dispose();
			}
		}
		if (complaint[0] != null) throw GuardedReading.unreadable(path, complaint[0], null);
	}
}
