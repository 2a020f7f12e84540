package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;
import org.vaerestore.tiff.TiffBuilder;
import org.vaerestore.tiff.TiffImage;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageConverter;
import ij.process.LUT;

class TiffFileTest {

	private static final int WIDTH = 9, HEIGHT = 7;

	@TempDir
	Path folder;
	private final Random random = new Random(12);

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void aVirtualStackIsTheImageThatIsReadWhole(final int bits) throws Exception {
		for (int run = 0; run < 10; run++) {
			final ImagePlus image = RandomImages.draw(random, bits, 2, 3, 2);
			final Path file = folder.resolve("stack.tif");
			ImageWriter.write(image, file);
			final ImagePlus whole = ImageReader.read(file);
			final ImagePlus virtual;
			try (TiffImage tiff = TiffImage.open(file)) {
				virtual = TiffStack.open(tiff, TiffFile.info(tiff, new TiffPlanes(tiff), file));
			}
			assertTrue(virtual.getStack().isVirtual());
			assertEquals(ImageAxes.of(whole), ImageAxes.of(virtual));
			assertEquals(whole.isComposite(), virtual.isComposite());
			assertEquals(whole.getCalibration().pixelWidth, virtual.getCalibration().pixelWidth);
			assertEquals(whole.getCalibration().getUnit(), virtual.getCalibration().getUnit());
			assertEquals(whole.getCalibration().getCValue(99.0), virtual.getCalibration().getCValue(99.0));
			assertEquals(whole.getProp("operator"), virtual.getProp("operator"));
			assertEquals(whole.getOverlay() == null ? 0 : whole.getOverlay().size(), virtual.getOverlay() == null ? 0 : virtual.getOverlay()
				.size());
			for (int plane = 1; plane <= whole.getStackSize(); plane++) {
				assertEquals(whole.getStack().getSliceLabel(plane), virtual.getStack().getSliceLabel(plane));
				assertArrayEquals(whole.getStack().getProcessor(plane).getFloatArray(), virtual.getStack().getProcessor(plane)
					.getFloatArray());
			}
			Files.write(file, new byte[20]);
			assertThrows(InputException.class, () -> virtual.getStack().getProcessor(1));
		}
	}

	@Test
	void signedValuesAreShownAsTheyAre() {
		for (final int bits : new int[] { 8, 16 }) {
			final ImagePlus image = read(page(bits, 1).with(339, 2));
			final long[] raw = raw(bits, 1);
			for (int pixel = 0; pixel < raw.length; pixel++)
				assertEquals(bits == 8 ? (byte) raw[pixel] : (short) raw[pixel], image.getCalibration().getCValue(image.getProcessor().get(
					pixel)));
		}
	}

	@Test
	void palettesBecomeWhatTheyShow() {
		final long[] grey = new long[768], colours = random.longs(768, 0, 65536).toArray(), raw = raw(8, 1);
		for (int entry = 0; entry < 256; entry++)
			grey[entry] = grey[entry + 256] = grey[entry + 512] = random.nextInt(65536);
		final ImagePlus levels = read(page(8, 1).with(262, 3).with(320, grey)), rgb = read(page(8, 1).with(262, 3).with(320, colours));
		assertEquals(8, levels.getBitDepth());
		assertEquals(24, rgb.getBitDepth());
		for (int pixel = 0; pixel < raw.length; pixel++) {
			final int entry = (int) raw[pixel];
			assertEquals(grey[entry] >> 8, levels.getProcessor().get(pixel));
			assertEquals(colours[entry] >> 8 << 16 | colours[entry + 256] >> 8 << 8 | colours[entry + 512] >> 8, rgb.getProcessor().get(
				pixel) & 0xffffff);
		}
	}

	@Test
	void aPaletteOfTwoColoursNeedNotBeginWithBlack() {
		final long[] whiteFirst = { 65535, 0, 65535, 0, 65535, 0 }, raw = raw(1, 1);
		final ImagePlus image = read(page(1, 1).with(262, 3).with(320, whiteFirst));
		for (int pixel = 0; pixel < raw.length; pixel++)
			assertEquals(raw[pixel] == 0 ? 255 : 0, image.getProcessor().get(pixel));
	}

	@Test
	void lookupTablesOfImageJStayAndItsPalettesDont() {
		final ImagePlus image = TinyModel.waves(8, 1, 1, 1);
		final byte[][] colours = new byte[3][256];
		for (final byte[] colour : colours)
			random.nextBytes(colour);
		image.getProcessor().setLut(new LUT(colours[0], colours[1], colours[2]));
		new FileSaver(image).saveAsTiff(folder.resolve("table.tif").toString());
		final ImagePlus table = ImageReader.read(folder.resolve("table.tif"));
		assertArrayEquals((byte[]) image.getProcessor().getPixels(), (byte[]) table.getProcessor().getPixels());
		assertTrue(table.getProcessor().isColorLut());
		final ImagePlus coloured = RandomImages.draw(random, 24, 1, 1, 1);
		coloured.setOverlay(null);
		new ImageConverter(coloured).convertRGBtoIndexedColor(64);
		assertEquals(ImagePlus.COLOR_256, coloured.getType());
		assertThrows(InputException.class, () -> Pixels.of(coloured));
		new FileSaver(coloured).saveAsTiff(folder.resolve("palette.tif").toString());
		final ImagePlus palette = ImageReader.read(folder.resolve("palette.tif"));
		assertEquals(24, palette.getBitDepth());
		assertArrayEquals((int[]) coloured.getProcessor().convertToRGB().getPixels(), (int[]) palette.getProcessor().getPixels());
	}

	@Test
	void alphaIsReadForMasksAndMustBeOpaqueForImages() {
		final ImagePlus image = new ImagePlus("image", ij.ImageStack.create(WIDTH, HEIGHT, 1, 8));
		final long[] black = new long[2 * WIDTH * HEIGHT], opaque = new long[black.length];
		for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
			black[2 * pixel + 1] = pixel % 5 == 0 ? 255 : 0;
			opaque[2 * pixel] = pixel;
			opaque[2 * pixel + 1] = 255;
		}
		final Path layer = builder().page(black, WIDTH, HEIGHT, 8, 2, TiffBuilder.Layout.strips(3)).with(338, 2).write(folder.resolve(
			"layer.tif"));
		assertEquals(13, Mask.read(layer, image, false).count());
		assertTrue(assertThrows(InputException.class, () -> ImageReader.read(layer)).getMessage().contains("50 of 63 pixels are transparent"));
		final ImagePlus read = read(builder().page(opaque, WIDTH, HEIGHT, 8, 2, TiffBuilder.Layout.strips(3)).with(338, 2));
		assertEquals(1, read.getStackSize());
		assertEquals(62, read.getProcessor().get(62));
		assertEquals(2, read(builder().page(opaque, WIDTH, HEIGHT, 8, 2, TiffBuilder.Layout.strips(3))).getNChannels(),
			"two values that aren't said to be anything else");
	}

	@Test
	void whiteIsZeroIsShownSo() {
		final ImagePlus image = new ImagePlus("image", ij.ImageStack.create(WIDTH, HEIGHT, 1, 8));
		final long[] raw = raw(1, 1);
		final Path mask = page(1, 1).with(262, 0).write(folder.resolve("white.tif"));
		final boolean[] marked = Mask.read(mask, image, false).plane(0).toArray();
		for (int pixel = 0; pixel < raw.length; pixel++)
			assertEquals(raw[pixel] == 0, marked[pixel]);
		assertTrue(ImageReader.read(mask).isInvertedLut());
	}

	private TiffBuilder page(final int bits, final int samples) {
		return builder().page(raw(bits, samples), WIDTH, HEIGHT, bits, samples, TiffBuilder.Layout.strips(3));
	}

	private static TiffBuilder builder() {
		return new TiffBuilder(ByteOrder.LITTLE_ENDIAN, true);
	}

	/** The same each time. */
	private static long[] raw(final int bits, final int samples) {
		return new Random(bits).longs((long) WIDTH * HEIGHT * samples, 0, 1L << bits).toArray();
	}

	private ImagePlus read(final TiffBuilder file) {
		return ImageReader.read(file.write(folder.resolve("read.tif")));
	}
}
