package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaerestore.job.Lines;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.predict.Estimate;
import org.vaerestore.predict.Imagination;
import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.restore.RestoreSettings.Mode;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.img.array.ArrayImgs;

/** A natural result of a picture that no training has drawn: a hole of 32 x 32 pixels and a scratch. */
class NaturalTest {

	private static final int SIDE = 96;

	private static float[] truth;
	private static boolean[] hole, scratch, hidden;
	private static VaeModel model;

	@BeforeAll
	static void damage() {
		truth = ProceduralPictures.scene(SIDE, (1L << 40) + 3);
		hole = new boolean[SIDE * SIDE];
		scratch = new boolean[SIDE * SIDE];
		for (int y = 40; y < 72; y++)
			Arrays.fill(hole, y * SIDE + 30, y * SIDE + 62, true);
		for (int x = 8; x < 88; x++)
			scratch[16 * SIDE + x] = true;
		hidden = hole.clone();
		for (int i = 0; i < hidden.length; i++)
			hidden[i] |= scratch[i];
		model = BuiltIn.modelFor(List.of(new TrainingImage(Pictures.image(truth, SIDE, SIDE), ArrayImgs.booleans(hidden, SIDE, SIDE),
			"picture")), TrainingSettings.defaults().withSignal(Signal.CLEAN), Progress.silent());
	}

	@Test
	void hasMoreContrastThanTheMeanInLargeHolesAndIsCloseToItInThinOnes() {
		final float[] mean = restored(Estimate.MEAN, 1, null), natural = restored(Estimate.NATURAL, 1, null);
		assertTrue(contrast(natural, hole) > 1.5 * contrast(mean, hole), contrast(natural, hole) + " and " + contrast(mean, hole));
		assertTrue(distance(natural, mean, scratch) < 0.5 * distance(natural, mean, hole), "thin damage stays close to the mean");
	}

	@Test
	void isWithinTheRangeOfTheImageAndLeavesWhatIsKnown() {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < truth.length; i++)
			if (!hidden[i]) {
				low = Math.min(low, truth[i]);
				high = Math.max(high, truth[i]);
			}
		final float[] deviation = new float[truth.length], natural = restored(Estimate.NATURAL, 2, deviation);
		for (int i = 0; i < truth.length; i++) {
			if (!hidden[i]) assertEquals(truth[i], natural[i]);
			assertTrue(natural[i] >= low && natural[i] <= high, natural[i] + " beyond " + low + " to " + high);
			assertEquals(hidden[i], deviation[i] > 0);
		}
	}

	@Test
	void isAnotherOfAnotherSeedAndTheSameOfTheSame() {
		final float[] first = restored(Estimate.NATURAL, 3, null);
		assertArrayEquals(first, restored(Estimate.NATURAL, 3, null));
		assertTrue(distance(first, restored(Estimate.NATURAL, 4, null), hole) > 0);
	}

	/** Whose weights draw, and that a hole is deeper than any that they have learned, is told once. */
	@Test
	void tellsWhoDrawsAndThatAHoleIsTooDeep() {
		final int side = 224;
		final boolean[] deep = new boolean[side * side];
		for (int y = 40; y < 184; y++)
			Arrays.fill(deep, y * side + 40, y * side + 184, true);
		final float[] picture = ProceduralPictures.scene(side, (1L << 40) + 3);
		final List<String> told = new ArrayList<>();
		Restoration.restore(Pictures.image(picture, side, side), ArrayImgs.booleans(deep, side, side), model, new RestoreSettings(Mode.TILES,
			Estimate.ALTERNATIVES, 2, 1, 2), Pictures.image(new float[2 * side * side], side, side, 2), null, new Lines(told));
		assertEquals(1, told.stream().filter(line -> line.contains("samples are drawn by the built-in weights " + Imagination.model().id()))
			.count(), told.toString());
		assertEquals(1, told.stream().filter(line -> line.startsWith("A hole reaches 72 pixels")).count(), told.toString());
	}

	private static float[] restored(final Estimate estimate, final long seed, final float[] deviation) {
		final float[] damaged = truth.clone(), restored = new float[truth.length];
		for (int i = 0; i < damaged.length; i++)
			if (hidden[i]) damaged[i] = 0;
		Restoration.restore(Pictures.image(damaged, SIDE, SIDE), ArrayImgs.booleans(hidden, SIDE, SIDE), model, new RestoreSettings(
			Mode.TILES, estimate, 0, seed, 2), Pictures.image(restored, SIDE, SIDE), deviation == null ? null : Pictures.image(deviation, SIDE,
				SIDE), Progress.silent());
		return restored;
	}

	/** Root mean square of the steps from pixel to pixel along rows. */
	private static double contrast(final float[] picture, final boolean[] where) {
		double squares = 0;
		int count = 0;
		for (int i = 1; i < picture.length; i++)
			if (where[i] && where[i - 1]) {
				squares += Math.pow(picture[i] - picture[i - 1], 2);
				count++;
			}
		return Math.sqrt(squares / count);
	}

	private static double distance(final float[] a, final float[] b, final boolean[] where) {
		double squares = 0;
		int count = 0;
		for (int i = 0; i < a.length; i++)
			if (where[i]) {
				squares += Math.pow(a[i] - b[i], 2);
				count++;
			}
		return Math.sqrt(squares / count);
	}
}
