package org.vaerestore.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class PlaneWriterTest {

	@Test
	void roundsAndClampsToIntegerTypes() {
		final byte[] bytes = new byte[6];
		final Region row = new Region(0, 0, 6, 1);
		PlaneWriter.of(ArrayImgs.unsignedBytes(bytes, 6, 1)).write(0, row, new float[] { -7, 254.6f, 255.4f, 1e20f, 127.6f,
			Float.NaN });
		assertArrayEquals(new byte[] { 0, -1, -1, -1, -128, 0 }, bytes);
		final Img<ShortType> signed = ArrayImgs.shorts(3, 1);
		PlaneWriter.of(signed).write(0, new Region(0, 0, 3, 1), new float[] { -40000, -1.7f, 40000 });
		assertArrayEquals(new float[] { -32768, -2, 32767 }, PlaneReader.of(signed).read(0, new Region(0, 0, 3, 1)));
	}

	@Test
	void keepsFloatsAsTheyAre() {
		final Img<FloatType> image = ArrayImgs.floats(3, 1);
		final float[] values = { Float.NaN, -1e30f, 0.1f };
		PlaneWriter.of(image).write(0, new Region(0, 0, 3, 1), values);
		assertArrayEquals(values, PlaneReader.of(image).read(0, new Region(0, 0, 3, 1)));
	}

	@Test
	void writesOnlyTheRegionAndOnlyWhereAsked() {
		final SplittableRandom random = new SplittableRandom(5);
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(20, 15, 3);
		final PlaneWriter writer = PlaneWriter.of(Views.translate(image, 5, -2, 9));
		final Region extent = new Region(-4, 2, 30, 16);
		final Region region = new Region(3, 4, 10, 7);
		final float[] values = new float[extent.size()];
		final boolean[] where = new boolean[extent.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(1, 256);
			where[i] = random.nextBoolean();
		}
		writer.write(1, region, values, extent, where);
		for (int z = 0; z < 3; z++)
			for (int y = 0; y < 15; y++)
				for (int x = 0; x < 20; x++) {
					final int from = (y - 2) * 30 + x + 4;
					final boolean written = z == 1 && x >= 3 && x < 13 && y >= 4 && y < 11 && where[from];
					assertEquals(written ? (int) values[from] : 0, image.getAt(x, y, z).get());
				}
	}

	@Test
	void refusesRegionsOutsideThePlaneOrTheValues() {
		final PlaneWriter writer = PlaneWriter.of(ArrayImgs.floats(4, 4));
		final Region all = new Region(0, 0, 4, 4);
		assertThrows(IllegalArgumentException.class, () -> writer.write(0, new Region(1, 0, 4, 4), new float[16]));
		assertThrows(IllegalArgumentException.class, () -> writer.write(0, all, new float[16], new Region(0, 0, 3, 4),
			null));
		assertThrows(IllegalArgumentException.class, () -> writer.write(1, all, new float[16]));
	}
}
