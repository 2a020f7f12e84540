package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

import ij.ImagePlus;
import ij.ImageStack;

class PictureFileTest {

	private static final int SIDE = 20;

	@TempDir
	Path folder;
	private final Random random = new Random(4);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void aGreyPaletteInAnyOrderBecomesGrey(final int bits) {
		final int colours = 1 << bits;
		final byte[] levels = new byte[colours];
		random.nextBytes(levels);
		final byte[] indices = indices(colours);
		final ImagePlus image = ImageReader.read(palette(bits, levels, levels, levels, null, indices));
		assertEquals(8, image.getBitDepth());
		assertTrue(!image.getProcessor().isColorLut() && !image.getProcessor().isInvertedLut());
		for (int pixel = 0; pixel < SIDE * SIDE; pixel++)
			assertEquals(levels[indices[pixel]] & 0xff, image.getProcessor().get(pixel));
	}

	@Test
	void aColouredPaletteBecomesRgb() {
		final byte[][] channels = new byte[3][16];
		for (final byte[] channel : channels)
			random.nextBytes(channel);
		final byte[] indices = indices(16);
		final ImagePlus image = ImageReader.read(palette(4, channels[0], channels[1], channels[2], null, indices));
		assertEquals(24, image.getBitDepth());
		for (int pixel = 0; pixel < SIDE * SIDE; pixel++)
			for (int channel = 0; channel < 3; channel++)
				assertEquals(channels[channel][indices[pixel]], (byte) (image.getProcessor().get(pixel) >> 16 - 8 * channel));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16 })
	void greyWithAlphaIsReadAsItIsIfOpaqueAndElseRefused(final int bits) {
		final int most = (1 << bits) - 1;
		final int[] values = random.ints(SIDE * SIDE, 0, most + 1).toArray(), opacity = new int[values.length];
		java.util.Arrays.fill(opacity, most);
		final ImagePlus image = ImageReader.read(greyAlpha(bits, values, opacity));
		assertEquals(bits, image.getBitDepth());
		for (int pixel = 0; pixel < values.length; pixel++)
			assertEquals(values[pixel], image.getProcessor().get(pixel));
		opacity[7] = 0;
		final Path file = greyAlpha(bits, values, opacity);
		final String message = assertThrows(InputException.class, () -> ImageReader.read(file)).getMessage();
		assertTrue(message.contains("1 of 400 pixels are transparent"), message);
	}

	@Test
	void whatIsDrawnOnATransparentLayerMarks() {
		final boolean[] drawn = new boolean[SIDE * SIDE];
		for (int pixel = 0; pixel < drawn.length; pixel++)
			drawn[pixel] = random.nextInt(10) == 0;
		assertMarks(drawn, rgba(pixel -> drawn[pixel] ? 0xff000000 : 0), "black on transparent black");
		assertMarks(drawn, rgba(pixel -> drawn[pixel] ? 0x03000000 : 0x00ffffff), "faint black on transparent white");
		assertMarks(drawn, rgba(pixel -> drawn[pixel] ? 0xffff0000 : 0x00ffffff), "red on transparent white");
		assertMarks(drawn, rgba(pixel -> drawn[pixel] ? 0xffffffff : 0xff000000), "white on opaque black");
		assertMarks(drawn, rgba(pixel -> drawn[pixel] ? 0x80ffffff : 0xff000000), "half transparent white on opaque black");
		assertMarks(drawn, rgba(pixel -> drawn[pixel] ? 0xffffffff : pixel % 2 == 0 ? 0xff000000 : 0x00ffffff),
			"white among black, on a layer transparent in parts");
		final int[] grey = new int[drawn.length], opacity = new int[drawn.length];
		for (int pixel = 0; pixel < drawn.length; pixel++)
			opacity[pixel] = drawn[pixel] ? 1 : 0;
		assertMarks(drawn, greyAlpha(16, grey, opacity), "hardly visible, 16 bit");
	}

	@Test
	void paletteMasksMarkWhatIsntBlack() {
		final byte[] indices = indices(2);
		final boolean[] first = new boolean[indices.length], second = new boolean[indices.length];
		for (int pixel = 0; pixel < indices.length; pixel++)
			second[pixel] = !(first[pixel] = indices[pixel] == 0);
		final byte[] whiteFirst = { -1, 0 }, blackFirst = { 0, -1 }, black = { 0, 0 };
		assertMarks(first, palette(1, whiteFirst, whiteFirst, whiteFirst, null, indices), "entry 0 is white");
		assertMarks(second, palette(1, blackFirst, blackFirst, blackFirst, null, indices), "entry 0 is black");
		assertMarks(second, palette(8, black, blackFirst, black, null, indices), "entry 1 is green");
		assertMarks(first, palette(8, black, black, black, new byte[] { -1, 0 }, indices), "entry 1 is transparent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gif", "bmp" })
	void palettesOfOtherFormatsCountByTheirColoursToo(final String format) throws IOException {
		final byte[] indices = indices(2), whiteFirst = { -1, 0 }, red = { -1, -1 }, none = { 0, 0 };
		final boolean[] first = new boolean[indices.length];
		for (int pixel = 0; pixel < indices.length; pixel++)
			first[pixel] = indices[pixel] == 0;
		final Path file = folder.resolve("picture." + format);
		ImageIO.write(ImageIO.read(palette(8, whiteFirst, whiteFirst, whiteFirst, null, indices).toFile()), format, file.toFile());
		assertMarks(first, file, format);
		assertEquals(8, ImageReader.read(file).getBitDepth());
		ImageIO.write(ImageIO.read(palette(8, red, none, whiteFirst, null, indices).toFile()), format, file.toFile());
		assertEquals(24, ImageReader.read(file).getBitDepth());
	}

	private void assertMarks(final boolean[] expected, final Path file, final String kind) {
		final ImagePlus image = new ImagePlus("image", ImageStack.create(SIDE, SIDE, 1, 8));
		assertArrayEquals(expected, Mask.read(file, image, false).plane(0).toArray(), kind);
		final boolean[] others = new boolean[expected.length];
		for (int pixel = 0; pixel < others.length; pixel++)
			others[pixel] = !expected[pixel];
		assertArrayEquals(others, Mask.read(file, image, true).plane(0).toArray(), kind);
	}

	private byte[] indices(final int colours) {
		final byte[] indices = new byte[SIDE * SIDE];
		for (int pixel = 0; pixel < indices.length; pixel++)
			indices[pixel] = (byte) random.nextInt(Math.min(colours, 128));
		return indices;
	}

	private Path palette(final int bits, final byte[] red, final byte[] green, final byte[] blue, final byte[] opacity,
		final byte[] indices)
	{
		final IndexColorModel model = opacity == null ? new IndexColorModel(bits, red.length, red, green, blue)
			: new IndexColorModel(bits, red.length, red, green, blue, opacity);
		final BufferedImage picture = bits == 8 ? new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, model)
			: new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, model);
		for (int pixel = 0; pixel < indices.length; pixel++)
			picture.getRaster().setSample(pixel % SIDE, pixel / SIDE, 0, indices[pixel] & 0xff);
		return written(picture);
	}

	private Path greyAlpha(final int bits, final int[] values, final int[] opacity) {
		final ComponentColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false,
			java.awt.Transparency.TRANSLUCENT, bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
		final WritableRaster raster = model.createCompatibleWritableRaster(SIDE, SIDE);
		for (int pixel = 0; pixel < values.length; pixel++) {
			raster.setSample(pixel % SIDE, pixel / SIDE, 0, values[pixel]);
			raster.setSample(pixel % SIDE, pixel / SIDE, 1, opacity[pixel]);
		}
		return written(new BufferedImage(model, raster, false, null));
	}

	private Path rgba(final java.util.function.IntUnaryOperator colour) {
		final BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
		for (int pixel = 0; pixel < SIDE * SIDE; pixel++)
			picture.setRGB(pixel % SIDE, pixel / SIDE, colour.applyAsInt(pixel));
		return written(picture);
	}

	private Path written(final BufferedImage picture) {
		final Path file = folder.resolve("picture.png");
		try {
			assertTrue(ImageIO.write(picture, "png", file.toFile()));
			return file;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
