package org.vaerestore.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.vaerestore.job.InputException;

/** Tells whether a JPEG file has its end; decoders fill what is missing with grey. */
final class JpegFile {

	private JpegFile() {}

	/**
	 * Decodes the file and listens for complaints.
	 *
	 * @throws InputException if the file is truncated or damaged
	 */
	static void requireWhole(final Path path) {
		final String[] complaint = new String[1];
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
			final ImageReader reader = readers.next();
			try {
				reader.addIIOReadWarningListener((source, warning) -> complaint[0] = warning);
				reader.setInput(in);
				reader.readRaster(0, null);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException e) {
			throw org.vaerestore.imagej.ImageReader.unreadable(path, e.getMessage(), e);
		}
		if (complaint[0] != null) throw org.vaerestore.imagej.ImageReader.unreadable(path, complaint[0], null);
	}
}
