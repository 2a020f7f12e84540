package org.vaerestore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaerestore.job.InputException;

class EvaluationTest {

	private static final Img<FloatType> REFERENCE = image(12, 10, (x, y) -> (37 * x + 101 * y + x * y * y) % 256);
	/** Reaches from -20 to 273, so clipping matters. */
	private static final Img<FloatType> IMAGE = image(12, 10, (x, y) -> (37 * x + 101 * y + x * y * y) % 256 + (13 * x +
		29 * y) % 41 - 20);

	@Test
	void psnrOfAConstantDifference() {
		// 255² / 5² = 2601
		final Img<FloatType> ten = image(3, 2, (x, y) -> 10), fifteen = image(3, 2, (x, y) -> 15);
		assertEquals(34.1514, Evaluation.psnr(fifteen, ten, null, 255), 1e-4);
		assertEquals(0, Evaluation.psnr(image(3, 2, (x, y) -> 7), image(3, 2, (x, y) -> 0), null, 7), 1e-12);
	}

	@Test
	void equalImages() {
		assertEquals(Double.POSITIVE_INFINITY, Evaluation.psnr(REFERENCE, REFERENCE, null, 255));
		assertEquals(1, Evaluation.ssim(REFERENCE, REFERENCE, 255), 1e-12);
	}

	/** Expected values computed with NumPy. */
	@Test
	void agreesWithNumPy() {
		assertEquals(26.97608534962601, Evaluation.psnr(IMAGE, REFERENCE, null, 255), 1e-9);
		assertEquals(24.864373247652757, Evaluation.psnr(IMAGE, REFERENCE, mask(12, 10, (x, y) -> (x + 2 * y) %
			3), 255), 1e-9);
		assertEquals(0.9885487976433206, Evaluation.ssim(IMAGE, REFERENCE, 255), 1e-9);
		final Img<FloatType> image = image(9, 7, (x, y) -> 90 * x + 8 * y * y + 30);
		final Img<FloatType> reference = image(9, 7, (x, y) -> 100 * x + 7 * y * y);
		assertEquals(0.9935097833566552, Evaluation.ssim(image, reference, 1000), 1e-9);
		final Quality both = Evaluation.quality(IMAGE, REFERENCE, null, 255);
		assertEquals(26.97608534962601, both.psnr(), 1e-9);
		assertEquals(0.9885487976433206, both.ssim(), 1e-9);
	}

	@Test
	void onlyTheImageIsClipped() {
		assertEquals(Double.POSITIVE_INFINITY, Evaluation.psnr(image(2, 2, (x, y) -> 300), image(2, 2, (x, y) -> 255), null,
			255));
		assertEquals(20 * Math.log10(255 / 45.0), Evaluation.psnr(image(2, 2, (x, y) -> 300), image(2, 2, (x, y) -> 300),
			null, 255), 1e-9);
		assertEquals(Double.POSITIVE_INFINITY, Evaluation.psnr(image(2, 2, (x, y) -> -4), image(2, 2, (x, y) -> 0), null,
			255));
	}

	@Test
	void stacksAreOnePsnrAndTheMeanSsimOfTheirPlanes() {
		final SplittableRandom random = new SplittableRandom(1);
		final Img<DoubleType> image = ArrayImgs.doubles(9, 8, 2, 3), reference = ArrayImgs.doubles(9, 8, 2, 3);
		image.forEach(value -> value.set(random.nextDouble(100)));
		reference.forEach(value -> value.set(random.nextDouble(100)));
		double ssim = 0, error = 0;
		for (int c = 0; c < 2; c++) {
			for (int t = 0; t < 3; t++) {
				final var a = Views.hyperSlice(Views.hyperSlice(image, 3, t), 2, c);
				final var b = Views.hyperSlice(Views.hyperSlice(reference, 3, t), 2, c);
				ssim += Evaluation.ssim(a, b, 100) / 6;
				error += Math.pow(10, -Evaluation.psnr(a, b, null, 100) / 10) / 6;
			}
		}
		assertEquals(ssim, Evaluation.ssim(image, reference, 100), 1e-12);
		assertEquals(-10 * Math.log10(error), Evaluation.psnr(image, reference, null, 100), 1e-9);
	}

	@Test
	void aPlaneOfMaskServesAllPlanes() {
		final SplittableRandom random = new SplittableRandom(2);
		final Img<DoubleType> image = ArrayImgs.doubles(5, 4, 3), reference = ArrayImgs.doubles(5, 4, 3);
		image.forEach(value -> value.set(random.nextDouble(100)));
		final Img<BitType> plane = mask(5, 4, (x, y) -> x), stack = ArrayImgs.bits(5, 4, 3);
		final Cursor<BitType> cursor = stack.localizingCursor();
		while (cursor.hasNext()) cursor.next().set(cursor.getIntPosition(0) == 0);
		assertEquals(Evaluation.psnr(image, reference, stack, 100), Evaluation.psnr(image, reference, plane, 100), 1e-12);
		// what is outside of the mask doesn't count
		Views.interval(image, new long[] { 1, 0, 0 }, new long[] { 4, 3, 2 }).forEach(value -> value.set(Double.NaN));
		assertEquals(Evaluation.psnr(image, reference, stack, 100), Evaluation.psnr(image, reference, plane, 100), 1e-12);
	}

	/** Gain and offset of both images together with the range leave PSNR alone; position in space leaves all alone. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void unitsAndPositionDoNotMatter(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int width = random.nextInt(7, 20), height = random.nextInt(7, 20);
		final double scale = Math.pow(10, random.nextDouble(-6, 6));
		final Img<DoubleType> a = ArrayImgs.doubles(width, height), b = ArrayImgs.doubles(width, height);
		a.forEach(value -> value.set(random.nextDouble(-20, 120)));
		b.forEach(value -> value.set(random.nextDouble(100)));
		final Img<DoubleType> scaledA = a.copy(), scaledB = b.copy();
		scaledA.forEach(value -> value.mul(scale));
		scaledB.forEach(value -> value.mul(scale));
		final Quality plain = Evaluation.quality(a, b, null, 100);
		final Quality scaled = Evaluation.quality(Views.translate(scaledA, -3, 8), scaledB, null, 100 * scale);
		assertEquals(plain.psnr(), scaled.psnr(), 1e-9);
		assertEquals(plain.ssim(), scaled.ssim(), 1e-9);
		assertTrue(plain.ssim() < 1 && plain.ssim() > -1);
	}

	@Test
	void unknownReferenceIsLeftOut() {
		final Img<FloatType> reference = REFERENCE.copy(), image = IMAGE.copy();
		reference.getAt(0, 0).set(Float.NaN);
		image.getAt(0, 0).set(Float.NaN);
		final Img<BitType> others = mask(12, 10, (x, y) -> x + y == 0 ? 1 : 0);
		assertEquals(Evaluation.psnr(IMAGE, REFERENCE, others, 255), Evaluation.psnr(image, reference, null, 255), 1e-12);
		// 24 windows, of which one holds the corner
		final double corner = Evaluation.ssim(Views.interval(IMAGE, new long[2], new long[] { 6, 6 }), Views.interval(
			REFERENCE, new long[2], new long[] { 6, 6 }), 255);
		final double rest = (24 * Evaluation.ssim(IMAGE, REFERENCE, 255) - corner) / 23;
		assertEquals(rest, Evaluation.ssim(image, reference, 255), 1e-9);
		reference.getAt(0, 0).set(Float.POSITIVE_INFINITY);
		assertEquals(rest, Evaluation.ssim(image, reference, 255), 1e-9);
	}

	@Test
	void tooSmallForSsim() {
		assertTrue(Double.isNaN(Evaluation.ssim(image(6, 30, (x, y) -> x), image(6, 30, (x, y) -> y), 255)));
		assertTrue(Double.isNaN(Evaluation.ssim(image(30, 6, (x, y) -> x), image(30, 6, (x, y) -> y), 255)));
		assertEquals("PSNR 20.00 dB  SSIM not defined", new Quality(20, Double.NaN).describe());
		assertEquals("PSNR 31.79 dB  SSIM 0.868", new Quality(31.7911, 0.8679).describe());
	}

	@Test
	void tellsWhatIsWrong() {
		final Img<FloatType> small = image(4, 5, (x, y) -> x);
		assertTold("4 x 5 pixels, its reference 12 x 10", small, REFERENCE, null, 255);
		assertTold("4 x 5 pixels, its reference 4 x 5 x 2", small, Views.addDimension(small, 0, 1), null, 255);
		assertTold("mask is 5 x 4 pixels, the image 4 x 5", small, small, mask(5, 4, (x, y) -> 0), 255);
		assertTold("marks no pixel", small, small, mask(4, 5, (x, y) -> 1), 255);
		assertTold("range is 0.0", small, small, null, 0);
		assertTold("range is NaN", small, small, null, Double.NaN);
		final Img<FloatType> hole = small.copy();
		hole.getAt(2, 3).set(Float.NaN);
		assertTold("x = 2, y = 3, plane 1", hole, small, null, 255);
		assertTold("no finite value", small, image(4, 5, (x, y) -> 0, Float.NaN), null, 255);
	}

	private static void assertTold(final String words,
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> reference,
		final RandomAccessibleInterval<? extends BooleanType<?>> mask, final double range)
	{
		final InputException wrong = assertThrows(InputException.class, () -> Evaluation.quality(image, reference, mask,
			range));
		assertTrue(wrong.getMessage().contains(words), wrong.getMessage());
	}

	private static Img<FloatType> image(final int width, final int height, final IntBinaryOperator values) {
		final Img<FloatType> image = ArrayImgs.floats(width, height);
		final Cursor<FloatType> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get().set(values.applyAsInt(cursor.getIntPosition(0), cursor.getIntPosition(1)));
		}
		return image;
	}

	private static Img<FloatType> image(final int width, final int height, final IntBinaryOperator values,
		final float plus)
	{
		final Img<FloatType> image = image(width, height, values);
		image.forEach(value -> value.set(value.get() + plus));
		return image;
	}

	/** Returns a mask that is true where a function is 0. */
	private static Img<BitType> mask(final int width, final int height, final IntBinaryOperator falseness) {
		final Img<BitType> mask = ArrayImgs.bits(width, height);
		final Cursor<BitType> cursor = mask.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get().set(falseness.applyAsInt(cursor.getIntPosition(0), cursor.getIntPosition(1)) == 0);
		}
		return mask;
	}
}
