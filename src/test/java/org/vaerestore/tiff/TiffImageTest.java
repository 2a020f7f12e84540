package org.vaerestore.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffImageTest {

	@TempDir
	Path folder;

	/** Bits and format (1 unsigned, 2 signed, 3 floating point) of all that is read, in layouts drawn at random. */
	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "4,1", "7,1", "8,1", "10,1", "12,1", "14,1", "16,1", "24,1", "32,1", "8,2", "12,2", "16,2", "32,2", "16,3", "32,3",
		"64,3" })
	void readsWhatWasWritten(final int bits, final int format) throws IOException {
		final Random random = new Random(100L * bits + format);
		for (int run = 0; run < 40; run++) {
			final int width = 1 + random.nextInt(40), height = 1 + random.nextInt(30), samples = random.nextInt(3) == 0 ? 3 : 1, pages = 1 +
				random.nextInt(3);
			final boolean deflate = random.nextBoolean(), whole = bits % 8 == 0 && bits != 24;
			final int predictor = !deflate || !whole ? 1 : format == 3 && random.nextBoolean() ? 3 : 1 + random.nextInt(2);
			final TiffBuilder.Layout layout = new TiffBuilder.Layout(random.nextBoolean() ? 16 : 0, 1 + random.nextInt(height), random
				.nextBoolean(), deflate, predictor);
			final TiffBuilder builder = new TiffBuilder(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, random
				.nextBoolean());
			final long[][] raw = new long[pages][];
			for (int page = 0; page < pages; page++)
				builder.page(raw[page] = raw(random, width * height * samples, bits, format), width, height, bits, samples, layout).with(339,
					format);
			try (TiffImage tiff = TiffImage.open(builder.write(folder.resolve("a.tif")))) {
				assertEquals(pages, tiff.pages());
				assertEquals(samples, tiff.channels());
				for (int page = 0; page < pages; page++)
					for (int sample = 0; sample < samples; sample++)
						assertArrayEquals(expected(raw[page], sample, samples, bits, format, tiff.kind()), tiff.read(page)[sample],
							layout + " " + width + " x " + height);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "PackBits", "Deflate", "ZLib" })
	void readsWhatJavaPacks(final String compression) throws IOException {
		final Random random = new Random(5);
		for (final int type : new int[] { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY }) {
			final BufferedImage picture = new BufferedImage(331, 217, type);
			for (int pixel = 0; pixel < 331 * 217; pixel++)
				picture.getRaster().setSample(pixel % 331, pixel / 331, 0, pixel / 331 < 100 ? pixel / 50 % 256 : random.nextInt(256));
			try (TiffImage tiff = TiffImage.open(packed(picture, compression))) {
				final ByteBuffer values = ByteBuffer.wrap(tiff.read(0)[0]);
				for (int pixel = 0; pixel < 331 * 217; pixel++)
					assertEquals(picture.getRaster().getSample(pixel % 331, pixel / 331, 0), type == BufferedImage.TYPE_BYTE_GRAY ? values
						.get() & 0xff : values.getShort() & 0xffff);
			}
		}
	}

	@Test
	void smallerVersionsAndMasksOfPagesAreLeftOut() throws IOException {
		final TiffBuilder builder = new TiffBuilder(ByteOrder.LITTLE_ENDIAN, false);
		builder.page(new long[48], 8, 6, 8, 1, TiffBuilder.Layout.strips(6)).with(330, 12345L);
		builder.page(new long[12], 4, 3, 8, 1, TiffBuilder.Layout.strips(3)).with(254, 1).with(259, 7);
		builder.page(new long[48], 8, 6, 1, 1, TiffBuilder.Layout.strips(6)).with(254, 4);
		builder.page(new long[48], 8, 6, 8, 1, TiffBuilder.Layout.strips(2)).with(254, 2);
		try (TiffImage tiff = TiffImage.open(builder.write(folder.resolve("a.tif")))) {
			assertEquals(2, tiff.pages());
		}
	}

	@Test
	void planesBehindTheOnlyDirectoryAreImageJs() throws IOException {
		final long[] raw = new Random(3).longs(5 * 48, 0, 256).toArray();
		final TiffBuilder builder = new TiffBuilder(ByteOrder.BIG_ENDIAN, false);
		for (int plane = 0; plane < 5; plane++)
			builder.page(Arrays.copyOfRange(raw, 48 * plane, 48 * plane + 48), 8, 6, 8, 1, TiffBuilder.Layout.strips(6));
		final TiffBuilder one = new TiffBuilder(ByteOrder.BIG_ENDIAN, false).page(raw, 8, 30, 8, 1, TiffBuilder.Layout.strips(30)).with(257,
			6).with(278, 6).with(270, "ImageJ=1.54p\nimages=5\nslices=5\n");
		try (TiffImage pages = TiffImage.open(builder.write(folder.resolve("a.tif"))); TiffImage stack = TiffImage.open(one.write(folder
			.resolve("b.tif"))))
		{
			assertEquals(5, stack.pages());
			for (int plane = 0; plane < 5; plane++)
				assertArrayEquals(pages.read(plane)[0], stack.read(plane)[0]);
		}
	}

	private static long[] raw(final Random random, final int count, final int bits, final int format) {
		final long[] raw = new long[count];
		for (int i = 0; i < count; i++) {
			final double value = 1000 * random.nextGaussian();
			if (format == 3) raw[i] = bits == 64 ? Double.doubleToRawLongBits(value) : bits == 32 ? Float.floatToRawIntBits((float) value)
				& 0xffffffffL : random.nextInt(0x7c00) | random.nextInt(2) << 15;
			else raw[i] = random.nextLong() & (1L << bits) - 1;
		}
		return raw;
	}

	private static byte[] expected(final long[] raw, final int sample, final int samples, final int bits, final int format,
		final PixelKind kind)
	{
		final ByteBuffer values = ByteBuffer.allocate(raw.length / samples * kind.bytes());
		for (int i = sample; i < raw.length; i += samples) {
			final long signed = format == 2 && raw[i] >= 1L << bits - 1 ? raw[i] - (1L << bits) : raw[i];
			switch (kind) {
				case BYTE:
					values.put((byte) (bits == 1 ? 255 * raw[i] : raw[i]));
					break;
				case FLOAT:
					values.putFloat(format < 3 ? (float) signed : bits == 64 ? (float) Double.longBitsToDouble(raw[i]) : bits == 32 ? Float
						.intBitsToFloat((int) raw[i]) : half((int) raw[i]));
					break;
				default:
					values.putShort((short) signed);
			}
		}
		return values.array();
	}

	/** From the definition: sign, exponent to base 2 less 15, and 1 before the 10 bits of the fraction unless it is subnormal. */
	private static float half(final int raw) {
		final int exponent = raw >> 10 & 31;
		final double fraction = (raw & 1023) / 1024.0;
		return (float) (((raw & 0x8000) == 0 ? 1 : -1) * (exponent == 0 ? fraction * Math.pow(2, -14) : (1 + fraction) * Math.pow(2, exponent -
			15)));
	}

	private Path packed(final BufferedImage picture, final String compression) throws IOException {
		final Path file = folder.resolve("packed.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		java.nio.file.Files.deleteIfExists(file);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			final ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionType(compression);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), parameters);
		}
		finally {
			writer.dispose();
		}
		return file;
	}
}
