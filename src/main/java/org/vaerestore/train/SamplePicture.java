package org.vaerestore.train;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The small picture in a model file: a patch as it was, damaged, restored and enhanced, side by side. */
final class SamplePicture {

	private SamplePicture() {}

	static byte[] png(final Preview preview) {
		final int side = preview.side();
		final float[][] pictures = { preview.original(), preview.damaged(), preview.restored(), preview.enhanced() };
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (final float v : preview.original()) {
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		final BufferedImage image = new BufferedImage(pictures.length * side, side, BufferedImage.TYPE_BYTE_GRAY);
		for (int p = 0; p < pictures.length; p++)
			for (int i = 0; i < side * side; i++) {
				final float v = pictures[p][i];
				final int gray = Float.isNaN(v) ? 0 : Math.round(255 * Math.max(0, Math.min(1, (v - low) / Math.max(high - low,
					1e-30f))));
				image.getRaster().setSample(p * side + i % side, i / side, 0, gray);
			}
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		// ImageIO's own choice of a stream would make a file in the temporary folder.
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageIO.write(image, "png", out);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
