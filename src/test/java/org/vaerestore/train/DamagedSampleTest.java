package org.vaerestore.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.tiles.PlaneMask;
import org.vaerestore.tiles.StackMask;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** The built-in model looks at some planes of a large stack that is masked, and at parts of a large plane. */
class DamagedSampleTest {

	private static final int MEAN = 3000, DEVIATION = 400;

	private final Set<Integer> planes = new ConcurrentSkipListSet<>();
	private final AtomicLong pixels = new AtomicLong();

	@Test
	void isOfSomePlanesOfAStack() {
		final int side = 128, all = 625, damaged = 300;
		final List<PlaneMask> masks = new ArrayList<>();
		for (int plane = 0; plane < all; plane++)
			masks.add(plane % 2 == 0 && plane < 2 * damaged ? speck(side, 60, 70) : PlaneMask.none(side, side));
		assertKnown(look(new FinalInterval(side, side, all), masks));
		assertTrue(planes.size() <= 12, planes.toString());
		assertTrue(planes.stream().anyMatch(plane -> plane < all / 4) && planes.stream().anyMatch(plane -> plane > all * 3 / 4),
			"at both ends: " + planes);
	}

	@Test
	void hasTheOneDamagedPlaneOfAStack() {
		final int side = 128, all = 625, damaged = 417;
		final List<PlaneMask> masks = new ArrayList<>();
		for (int plane = 0; plane < all; plane++)
			masks.add(plane == damaged ? speck(side, 20, 30) : PlaneMask.none(side, side));
		look(new FinalInterval(side, side, all), masks);
		assertTrue(planes.contains(damaged) && planes.size() <= 7, planes.toString());
	}

	@Test
	void isOfSomePartsOfAPlane() {
		final int side = 20_000;
		assertKnown(look(new FinalInterval(side, side), List.of(speck(side, 15_000, 9000))));
		assertEquals(Set.of(0), planes);
		// Five parts of 512 x 512, and each pixel is looked at some times.
		assertTrue(pixels.get() < 5L * 512 * 512 * 8, pixels + " pixels looked at");
	}

	private VaeModel look(final FinalInterval size, final List<PlaneMask> masks) {
		final RandomAccessibleInterval<UnsignedShortType> image = Views.interval(new FunctionRandomAccessible<>(size.numDimensions(), (at,
			value) -> {
			final int plane = size.numDimensions() > 2 ? at.getIntPosition(2) : 0;
			planes.add(plane);
			pixels.incrementAndGet();
			final long place = (plane * 40_000L + at.getIntPosition(1)) * 40_000 + at.getIntPosition(0);
			value.set((int) (MEAN + DEVIATION * new SplittableRandom(place).nextGaussian()));
		}, UnsignedShortType::new), size);
		return BuiltIn.modelFor(List.of(new TrainingImage(image, new StackMask(size.dimensionsAsLongArray(), masks, true), "large")),
			TrainingSettings.defaults(), Progress.silent());
	}

	private static void assertKnown(final VaeModel model) {
		final float[] levels = { 0, 1 };
		model.normalisation().inverse(levels);
		assertEquals(MEAN, levels[0], 0.25 * DEVIATION, "what is 0 to the model");
	}

	private static PlaneMask speck(final int side, final int x, final int y) {
		final PlaneMask.Builder mask = new PlaneMask.Builder(side, side);
		for (int pixel = 0; pixel < 144; pixel++)
			mask.add(x + pixel % 12, y + pixel / 12);
		return mask.build();
	}
}
