package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.Fuzz;
import org.vaerestore.tiff.TiffBuilder;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.filter.AVI_Writer;

@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImageReaderFuzzTest {

	/** Zeros can be packed this much. */
	private static final int RATIO = 2800;

	@TempDir
	Path folder;
	private final Random random = new Random(7);

	@Test
	void damagedTiff() throws IOException {
		final List<byte[]> good = new ArrayList<>();
		for (int run = 0; run < 24; run++) {
			final int bits = List.of(1, 8, 12, 16, 32).get(run % 5), samples = run % 7 == 0 ? 3 : 1;
			final boolean deflate = run % 3 == 0;
			final TiffBuilder builder = new TiffBuilder(run % 2 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, run % 4 == 3);
			for (int page = 0; page <= run % 3; page++)
				builder.page(random.longs(24 * 20 * samples, 0, 1L << bits).toArray(), 24, 20, bits, samples, new TiffBuilder.Layout(run % 5 == 4
					? 16 : 0, 6, run % 2 == 0, deflate, deflate && bits % 8 == 0 ? 2 : 1));
			good.add(builder.bytes());
		}
		for (final int bits : new int[] { 8, 16, 24, 32 })
			good.add(written(RandomImages.draw(random, bits), "whole.tif"));
		final BufferedImage picture = picture();
		for (final String compression : List.of("LZW", "PackBits", "Deflate"))
			good.add(packed(picture, compression));
		fuzz("tif", 3000, Fuzz.LITTLE, good);
	}

	@Test
	void damagedPng() throws IOException {
		final List<byte[]> good = new ArrayList<>();
		for (final int type : new int[] { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_INT_ARGB,
			BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY })
		{
			final BufferedImage picture = new BufferedImage(32, 24, type);
			picture.createGraphics().drawImage(picture(), 0, 0, null);
			final Path file = folder.resolve("whole.png");
			ImageIO.write(picture, "png", file.toFile());
			good.add(Files.readAllBytes(file));
		}
		fuzz("png", 1000, Fuzz.LITTLE, good);
	}

	@Test
	void damagedDicom() throws IOException {
		fuzz("dcm", 800, Fuzz.LITTLE, List.of(Files.readAllBytes(DicomFile.write(folder.resolve("whole.dcm"), 16))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gif", "jpg", "bmp", "pgm", "zip", "fits", "avi" })
	void damagedOthers(final String kind) throws IOException {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final Path file = folder.resolve("whole." + kind);
		final FileSaver saver = new FileSaver(image);
		switch (kind) {
			case "gif" -> saver.saveAsGif(file.toString());
			case "jpg" -> saver.saveAsJpeg(file.toString());
			case "bmp" -> saver.saveAsBmp(file.toString());
			case "zip" -> saver.saveAsZip(file.toString());
			case "avi" -> new AVI_Writer().writeImage(image, file.toString(), AVI_Writer.NO_COMPRESSION, 0);
			case "fits" -> saver.saveAsFits(file.toString());
			default -> saver.saveAsPgm(file.toString());
		}
		fuzz(kind, 100, Runtime.getRuntime().maxMemory(), List.of(Files.readAllBytes(file)));
	}

	private void fuzz(final String kind, final int cases, final long memory, final List<byte[]> good) {
		final Path file = folder.resolve("changed." + kind), whole = folder.resolve("good." + kind);
		write(whole, good.get(0));
		final double expected = mean(whole);
		Fuzz.run(cases, memory, good, bytes -> {
			write(file, bytes);
			final ImagePlus image = ImageReader.readLayer(file).image();
			final long pixels = (long) image.getWidth() * image.getHeight() * image.getStackSize();
			assertTrue(pixels <= (long) RATIO * bytes.length, image + " of " + bytes.length + " bytes");
		}, () -> assertEquals(expected, mean(whole)));
	}

	private static double mean(final Path file) {
		return ImageReader.read(file).getProcessor().getStatistics().mean;
	}

	private BufferedImage picture() {
		final BufferedImage picture = new BufferedImage(32, 24, BufferedImage.TYPE_BYTE_GRAY);
		for (int pixel = 0; pixel < 32 * 24; pixel++)
			picture.getRaster().setSample(pixel % 32, pixel / 32, 0, pixel / 32 < 12 ? 7 : random.nextInt(256));
		return picture;
	}

	private byte[] written(final ImagePlus image, final String name) throws IOException {
		ImageWriter.write(image, folder.resolve(name));
		return Files.readAllBytes(folder.resolve(name));
	}

	private byte[] packed(final BufferedImage picture, final String compression) throws IOException {
		final javax.imageio.ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
		try (javax.imageio.stream.ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			final javax.imageio.ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionType(compression);
			writer.setOutput(out);
			writer.write(null, new javax.imageio.IIOImage(picture, null, null), parameters);
		}
		writer.dispose();
		return bytes.toByteArray();
	}

	private static void write(final Path file, final byte[] bytes) {
		try {
			Files.write(file, bytes);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
