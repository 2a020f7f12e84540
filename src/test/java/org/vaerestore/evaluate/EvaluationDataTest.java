package org.vaerestore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Compares with figures that others computed on open microscopy images. */
class EvaluationDataTest {

	/** PSNR in dB of the first noisy frame of each type. */
	private static final Map<String, Double> NOISY = Map.of("Confocal_FISH", 22.88, "Confocal_MICE", 29.36,
		"Confocal_BPAE_R", 33.02, "TwoPhoton_BPAE_G", 25.22, "TwoPhoton_MICE", 24.32, "WideField_BPAE_R", 26.24);
	private static final double MEAN_SSIM = 0.538;

	@Test
	void noisyFramesHaveTheQualityThatIsKnown() throws IOException {
		final Path folder = Path.of(System.getProperty("user.dir"), "..", "shared", "data", "fmd");
		Assumptions.assumeTrue(Files.isDirectory(folder), "No images at " + folder + ": this comparison is skipped.");
		double ssim = 0;
		for (final Map.Entry<String, Double> known : NOISY.entrySet()) {
			final Img<UnsignedByteType> noisy = read(folder.resolve("raw").resolve(known.getKey() + "_1.png"));
			final Img<UnsignedByteType> clean = read(folder.resolve("clean").resolve(known.getKey() + ".png"));
			final Quality quality = Evaluation.quality(noisy, clean, null, 255);
			assertEquals(known.getValue(), quality.psnr(), 0.0051, known.getKey());
			ssim += quality.ssim() / NOISY.size();
		}
		assertEquals(MEAN_SSIM, ssim, 0.00051);
	}

	private static Img<UnsignedByteType> read(final Path path) throws IOException {
		final Raster raster = ImageIO.read(path.toFile()).getRaster();
		final int[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
		final byte[] bytes = new byte[samples.length];
		for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) samples[i];
		return ArrayImgs.unsignedBytes(bytes, raster.getWidth(), raster.getHeight());
	}
}
