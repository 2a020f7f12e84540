package org.vaerestore.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.vaerestore.zarr.array.CellCache;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Pixels of results. */
final class Pixels {

	private Pixels() {}

	static RandomAccessibleInterval<? extends RealType<?>> of(final Path image) {
		return Cast.unchecked(Jobs.image(image).pixels(new CellCache(1 << 26)));
	}

	static void assertSame(final Path wanted, final Path got) {
		final var a = Views.flatIterable(of(wanted)).cursor();
		final var b = Views.flatIterable(of(got)).cursor();
		while (a.hasNext())
			assertEquals(a.next().getRealDouble(), b.next().getRealDouble());
	}

	/** Asserts that what a job has changed differs between the columns beside a seam by no more than between others. */
	static void assertNoSeam(final Path result, final int seam) {
		final double at = step(result, seam);
		double around = 0;
		for (int column = seam - 20; column < seam; column++)
			around += step(result, column) / 20;
		assertTrue(at < 1.25 * around, at + " at the seam, " + around + " around");
	}

	private static double step(final Path result, final int column) {
		final RandomAccessibleInterval<? extends RealType<?>> pixels = of(result);
		double sum = 0;
		final var left = Views.flatIterable(Views.hyperSlice(pixels, 0, column - 1L)).cursor();
		final var right = Views.flatIterable(Views.hyperSlice(pixels, 0, column)).cursor();
		long count = 0;
		while (left.hasNext()) {
			sum += Math.abs(left.next().getRealDouble() - right.next().getRealDouble());
			count++;
		}
		return sum / count;
	}
}
