package org.vaerestore.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.FileInfoVirtualStack;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

class PixelsTest {

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void sharesThePixelsOfEveryPlaneBothWays(final int bits) {
		final Random random = new Random(bits);
		for (int run = 0; run < 20; run++) {
			final ImagePlus image = RandomImages.draw(random, bits);
			final ImageAxes axes = ImageAxes.of(image);
			final RandomAccess<? extends RealType<?>> pixels = Pixels.realValued(image).randomAccess();
			for (int c = 0; c < axes.channels(); c++)
				for (int z = 0; z < axes.slices(); z++)
					for (int t = 0; t < axes.frames(); t++) {
						final int x = random.nextInt(axes.width());
						final int y = random.nextInt(axes.height());
						final int index = image.getStackIndex(c + 1, z + 1, t + 1);
						position(pixels, axes, x, y, c, z, t);
						assertEquals(image.getStack().getProcessor(index).getf(x, y), pixels.get().getRealFloat());
						pixels.get().setReal(17);
						assertEquals(17, image.getStack().getProcessor(index).getf(x, y));
					}
		}
	}

	@Test
	void makesTheColoursOfRgbTheLastAxis() {
		final ImagePlus image = RandomImages.draw(new Random(1), 24, 1, 3, 1);
		final RandomAccessibleInterval<UnsignedByteType> pixels = Pixels.of(image);
		assertArrayEquals(new long[] { image.getWidth(), image.getHeight(), 3, 3 }, pixels.dimensionsAsLongArray());
		final int before = image.getStack().getProcessor(2).get(1, 2);
		assertEquals(before >> 8 & 0xff, pixels.getAt(1, 2, 1, 1).get());
		pixels.getAt(1, 2, 1, 2).set(9);
		assertEquals(before & 0xffffff00 | 9, image.getStack().getProcessor(2).get(1, 2));
		pixels.getAt(1, 2, 1, 0).set(200);
		pixels.getAt(1, 2, 1, 1).set(255);
		pixels.getAt(1, 2, 1, 2).set(128);
		assertEquals(0xffc8ff80, image.getStack().getProcessor(2).get(1, 2));
	}

	@Test
	void dropsAxesOfLengthOne() {
		final ImagePlus image = RandomImages.draw(new Random(2), 16, 1, 1, 3);
		assertArrayEquals(new long[] { image.getWidth(), image.getHeight(), 3 }, Pixels.of(image).dimensionsAsLongArray());
	}

	@Test
	void readsVirtualStacksPlaneByPlane(@TempDir final Path folder) {
		final ImagePlus whole = RandomImages.draw(new Random(3), 16, 1, 7, 1);
		final Path file = folder.resolve("stack.tif");
		ImageWriter.write(whole, file);
		final ImagePlus virtual = FileInfoVirtualStack.openVirtual(file.toString());
		assertEquals(true, virtual.getStack().isVirtual());
		final RandomAccess<? extends RealType<?>> expected = Pixels.realValued(whole).randomAccess();
		final RandomAccess<? extends RealType<?>> pixels = Pixels.realValued(virtual).randomAccess();
		for (int z = 6; z >= 0; z--) {
			position(pixels, ImageAxes.of(virtual), 1, 2, 0, z, 0);
			position(expected, ImageAxes.of(whole), 1, 2, 0, z, 0);
			assertEquals(expected.get().getRealFloat(), pixels.get().getRealFloat());
		}
	}

	@Test
	void keepsTheOrderOfColoursInTheirFloatImage() {
		final ImagePlus image = RandomImages.draw(new Random(4), 24, 1, 2, 3);
		final ImagePlus floats = ResultImage.floatCopyOf(image, "floats");
		assertEquals(3, floats.getNChannels());
		final int colour = image.getStack().getProcessor(image.getStackIndex(1, 2, 3)).get(2, 1);
		final ImageStack stack = floats.getStack();
		assertEquals(colour >> 16 & 0xff, stack.getProcessor(floats.getStackIndex(1, 2, 3)).getf(2, 1));
		assertEquals(colour & 0xff, stack.getProcessor(floats.getStackIndex(3, 2, 3)).getf(2, 1));
	}

	@Test
	void readsStoredValuesOfSignedImages() {
		final ImagePlus image = IJ.createImage("ct", "16-bit black", 4, 4, 1);
		image.getLocalCalibration().setSigned16BitCalibration();
		image.getProcessor().set(5, 31768);
		final RandomAccess<? extends RealType<?>> pixels = Pixels.realValued(image).randomAccess();
		assertEquals(31768, pixels.setPositionAndGet(1, 1).getRealFloat());
		assertEquals(-1000, image.getCalibration().getCValue(31768));
	}

	private static void position(final RandomAccess<?> pixels, final ImageAxes axes, final int x, final int y,
		final int c, final int z, final int t)
	{
		pixels.setPosition(x, 0);
		pixels.setPosition(y, 1);
		int d = 2;
		if (axes.channels() > 1) pixels.setPosition(c, d++);
		if (axes.slices() > 1) pixels.setPosition(z, d++);
		if (axes.frames() > 1) pixels.setPosition(t, d);
	}
}
