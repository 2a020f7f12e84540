package org.vaerestore.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.InputException;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.outofbounds.OutOfBoundsMirrorFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class PlaneReaderTest {

	@Test
	void readsEveryKindOfImage() {
		final List<RandomAccessibleInterval<? extends RealType<?>>> images = List.of(fill(ArrayImgs.unsignedBytes(13, 9, 3,
			2)), fill(PlanarImgs.unsignedShorts(13, 9, 6)), fill(PlanarImgs.floats(13, 9)), fill(new CellImgFactory<>(
				new ShortType(), 5).create(13, 9, 4)), Views.translate(Views.rotate(fill(ArrayImgs.unsignedInts(9, 13, 2)), 0,
					1), -4, 7, 11), fill(ArrayImgs.bits(13, 9, 2)), Views.interval(new FunctionRandomAccessible<>(2, (at,
						value) -> value.set(at.getDoublePosition(0) * 0.5 - at.getDoublePosition(1)), DoubleType::new),
						FinalInterval.createMinSize(-3, 5, 13, 9)));
		for (final RandomAccessibleInterval<? extends RealType<?>> image : images) {
			final PlaneReader reader = PlaneReader.of(image);
			for (long plane = 0; plane < reader.planes().count(); plane++)
				for (final Region region : List.of(reader.planes().whole(), new Region(2, 3, 5, 4), new Region(12, 8, 1, 1)))
					assertArrayEquals(pixels(image, plane, region), reader.read(plane, region), 0f, () -> image + " " + region);
		}
	}

	@Test
	void mirrorsBeyondTheImage() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int trial = 0; trial < 200; trial++) {
			final Img<?> created = fill(ArrayImgs.floats(random.nextInt(2, 9), random.nextInt(2, 9), 2));
			@SuppressWarnings("unchecked")
			final Img<FloatType> image = (Img<FloatType>) created;
			final Region region = new Region(random.nextInt(-30, 30), random.nextInt(-30, 30), random.nextInt(1, 40), random
				.nextInt(1, 40));
			final RandomAccessibleInterval<FloatType> expected = Views.interval(Views.extend(image,
				new OutOfBoundsMirrorFactory<>(OutOfBoundsMirrorFactory.Boundary.SINGLE)), FinalInterval.createMinSize(region
					.x(), region.y(), 1, region.width(), region.height(), 1));
			assertArrayEquals(pixels(expected, 0, new Region(0, 0, region.width(), region.height())), PlaneReader.of(image)
				.read(1, region), 0f);
		}
	}

	@Test
	void aPlaneOfOnePixelMirrorsToItself() {
		final Img<FloatType> image = ArrayImgs.floats(new float[] { 7 }, 1, 1);
		assertArrayEquals(new float[] { 7, 7, 7, 7, 7, 7, 7, 7, 7 }, PlaneReader.of(image).read(0, new Region(-1, -1, 3,
			3)));
	}

	@Test
	void keepsNanAndNegativeValues() {
		final Img<FloatType> image = ArrayImgs.floats(new float[] { Float.NaN, -3.5f, Float.POSITIVE_INFINITY, 1e30f },
			2, 2);
		assertArrayEquals(new float[] { Float.NaN, -3.5f, Float.POSITIVE_INFINITY, 1e30f }, PlaneReader.of(image).read(0,
			new Region(0, 0, 2, 2)));
	}

	@Test
	void readsMasksOfThePlaneAndOfTheImage() {
		final FinalInterval image = new FinalInterval(4, 3, 2);
		final Img<BitType> plane = ArrayImgs.bits(4, 3);
		plane.randomAccess().setPositionAndGet(1, 2).set(true);
		final Region wide = new Region(-1, 0, 4, 4);
		for (int k = 0; k < 2; k++) {
			final boolean[] mask = MaskReader.of(plane, image).read(k, wide);
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 4; x++)
					// Row 3 is row 1 mirrored about row 2; column -1 is column 1.
					assertEquals(y == 2 && (x == 0 || x == 2), mask[y * 4 + x]);
		}
		final Img<BitType> all = ArrayImgs.bits(4, 3, 2);
		all.randomAccess().setPositionAndGet(0, 0, 1).set(true);
		assertFalse(MaskReader.of(all, image).read(0, new Region(0, 0, 4, 3))[0]);
		assertTrue(MaskReader.of(all, image).read(1, new Region(0, 0, 4, 3))[0]);
		final boolean[] used = { true, true };
		MaskReader.of(null, image).read(1, new Region(0, 0, 2, 1), used);
		assertArrayEquals(new boolean[2], used);
	}

	@Test
	void refusesAMaskOfAnotherSizeByBothSizes() {
		final Supplier<BoolType> yes = () -> new BoolType(true);
		final RandomAccessibleInterval<BoolType> mask = Views.interval(new FunctionRandomAccessible<>(2, (at,
			value) -> value.set(true), yes), new FinalInterval(4, 5));
		final InputException refusal = assertThrows(InputException.class, () -> MaskReader.of(mask, new FinalInterval(4, 3,
			7)));
		assertTrue(refusal.getMessage().contains("4 x 5") && refusal.getMessage().contains("4 x 3 x 7"),
			refusal::getMessage);
	}

	private static <T extends RealType<T>> Img<T> fill(final Img<T> image) {
		final SplittableRandom random = new SplittableRandom(4);
		image.forEach(pixel -> pixel.setReal(random.nextInt(0, (int) Math.min(250, pixel.getMaxValue()) + 1)));
		return image;
	}

	/** Reads pixel by pixel. */
	private static float[] pixels(final RandomAccessibleInterval<? extends RealType<?>> image, final long plane,
		final Region region)
	{
		final float[] values = new float[region.size()];
		final long[] position = image.minAsLongArray();
		long rest = plane;
		for (int d = 2; d < image.numDimensions(); d++) {
			position[d] = image.min(d) + rest % image.dimension(d);
			rest /= image.dimension(d);
		}
		for (int y = 0; y < region.height(); y++) {
			for (int x = 0; x < region.width(); x++) {
				position[0] = image.min(0) + region.x() + x;
				position[1] = image.min(1) + region.y() + y;
				values[y * region.width() + x] = image.getAt(position).getRealFloat();
			}
		}
		return values;
	}
}
