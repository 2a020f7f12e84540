package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaerestore.job.InputException;

/** Files whose planes no array holds are refused by their size. */
class HugeFilesTest {

	private static final int LARGEST_SHORT = 0xffff, LARGEST_JPEG = 65_500;

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "70000, 70000", "3000000000, 2", "99999999999999999999, 7" })
	void asPgm(final String width, final String height) throws IOException {
		assertRefused(Files.writeString(folder.resolve("huge.pgm"), "P5\n# of a scanner\n" + width + " " + height + "\n255\n" + "0"
			.repeat(1000)), width.length() > 18 ? "9223372036854775807" : width, height);
	}

	@ParameterizedTest
	@CsvSource({ "70000, 70000", "3000000000, 2", "7, 99999999999" })
	void asFits(final String width, final String height) throws IOException {
		final String header = Stream.of("SIMPLE  =                    T", "BITPIX  =                   16", "NAXIS   =                    2",
			"NAXIS1  = " + " ".repeat(20 - width.length()) + width, "NAXIS2  = " + " ".repeat(20 - height.length()) + height, "END").map(card -> String
				.format("%-80s", card)).collect(Collectors.joining());
		assertRefused(Files.writeString(folder.resolve("huge.fits"), String.format("%-2880s", header) + "0".repeat(2880)), width,
			height);
	}

	@Test
	void asPng() throws IOException {
		final byte[] bytes = picture("png");
		// Behind the signature: length, name, width, height and five bytes more of the first chunk, and its sum.
		ByteBuffer.wrap(bytes).putInt(16, 70_000).putInt(20, 70_000);
		final CRC32 sum = new CRC32();
		sum.update(bytes, 12, 17);
		ByteBuffer.wrap(bytes).putInt(29, (int) sum.getValue());
		assertRefused(Files.write(folder.resolve("huge.png"), bytes), "70000", "70000");
	}

	@Test
	void asJpeg() throws IOException {
		final byte[] bytes = picture("jpg");
		int frame = 0;
		while ((bytes[frame] & 0xff) != 0xff || (bytes[frame + 1] & 0xff) != 0xc0)
			frame++;
		ByteBuffer.wrap(bytes).putShort(frame + 5, (short) LARGEST_JPEG).putShort(frame + 7, (short) LARGEST_JPEG);
		assertRefused(Files.write(folder.resolve("huge.jpg"), bytes), "65500", "65500");
	}

	@Test
	void asGif() throws IOException {
		final byte[] bytes = picture("gif");
		int image = 13;
		// The block of the image, behind palette and others.
		while (bytes[image] != 0x2c || bytes[image + 1] != 0 || bytes[image + 2] != 0 || bytes[image + 5] != 8 || bytes[image + 7] != 8)
			image++;
		for (final int at : new int[] { 6, image + 5 })
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) LARGEST_SHORT).putShort(at + 2,
				(short) LARGEST_SHORT);
		assertRefused(Files.write(folder.resolve("huge.gif"), bytes), "65535", "65535");
	}

	@Test
	void asDicom() throws IOException {
		final Path file = DicomFile.write(folder.resolve("huge.dcm"), 8);
		final byte[] bytes = Files.readAllBytes(file);
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = 128; at < bytes.length - 10; at++)
			if (buffer.getShort(at) == 0x28 && (buffer.getShort(at + 2) == 0x10 || buffer.getShort(at + 2) == 0x11)) buffer.putShort(at + 8,
				(short) LARGEST_SHORT);
		assertRefused(Files.write(file, bytes), "65535", "65535");
	}

	@Test
	void asTiff() throws IOException {
		final int side = 50_000, entries = 9, pixelsAt = 200;
		final long bytes = (long) side * side / 8;
		final ByteBuffer header = ByteBuffer.allocate(pixelsAt).order(ByteOrder.LITTLE_ENDIAN);
		header.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) entries);
		for (final int[] entry : new int[][] { { 256, side }, { 257, side }, { 258, 1 }, { 259, 1 }, { 262, 1 }, { 273, pixelsAt }, { 277, 1 },
			{ 278, side }, { 279, (int) bytes } })
			header.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
		final Path path = folder.resolve("huge.tif");
		// Without pixels on the disk.
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.write(header.array());
			file.setLength(pixelsAt + bytes);
		}
		assertRefused(path, "50000", "50000");
	}

	private static void assertRefused(final Path file, final String width, final String height) {
		assertEquals("The file " + file + " says that it holds an image of " + width + " x " + height +
			" pixels, and ImageJ holds planes of at most 2147483639; cut it into parts, or give another copy if the file is damaged.",
			assertThrows(InputException.class, () -> ImageReader.read(file)).getMessage());
	}

	private static byte[] picture(final String format) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), format, out);
		return out.toByteArray();
	}
}
