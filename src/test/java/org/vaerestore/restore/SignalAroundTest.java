package org.vaerestore.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.img.array.ArrayImgs;

/** What can't be signal beside a hole doesn't reach into it. */
class SignalAroundTest {

	private static final int WIDTH = 96, HEIGHT = 80, BORDER = 11;

	@Test
	void aHoleBesideABorderOfZerosIsRestoredFromTheSignal() {
		final float[] truth = truth(1), damaged = Pictures.noisy(truth, 4, 3);
		border(damaged, 0);
		damaged[50 * WIDTH + 60] = 65535;
		final boolean[] hole = hole(BORDER, 20, 8, 30);
		for (int y = 48; y < 53; y++)
			hole[y * WIDTH + 61] = true;
		final float[] result = restored(damaged, 1, hole, -1);
		for (int i = 0; i < truth.length; i++)
			if (!hole[i]) assertEquals(Float.floatToRawIntBits(damaged[i]), Float.floatToRawIntBits(result[i]));
		// As good as where the image ends at the hole.
		border(damaged, Float.NaN);
		damaged[50 * WIDTH + 60] = Float.NaN;
		final double error = error(result, truth, hole), best = error(restored(damaged, 1, hole, -1), truth, hole);
		assertTrue(error < 1.1 * best, error + ", and without border and hot pixel " + best);
	}

	private static double error(final float[] result, final float[] truth, final boolean[] hole) {
		double errors = 0;
		int count = 0;
		for (int i = 0; i < truth.length; i++)
			if (hole[i]) {
				errors += Math.pow(result[i] - truth[i], 2);
				count++;
			}
		return Math.sqrt(errors / count);
	}

	@Test
	void aDroppedFrameDoesNotHelp() {
		final float[] damaged = Pictures.noisy(truth(3), 4, 3);
		final boolean[] mask = hole(40, 20, 12, 30);
		final float[] first = Arrays.copyOf(damaged, 2 * WIDTH * HEIGHT), dropped = damaged.clone();
		Arrays.fill(dropped, 2 * WIDTH * HEIGHT, dropped.length, 0);
		final float[] alone = restored(first, 2, mask, 2), together = restored(dropped, 3, mask, 2);
		assertArrayEquals(alone, Arrays.copyOf(together, alone.length));
	}

	private static float[] truth(final int planes) {
		final float[] wave = Pictures.waves(WIDTH, HEIGHT, 1), truth = new float[planes * wave.length];
		for (int i = 0; i < truth.length; i++)
			truth[i] = 1000 + wave[i % wave.length];
		return truth;
	}

	private static void border(final float[] values, final float value) {
		for (int i = 0; i < values.length; i++)
			if (i % WIDTH < BORDER) values[i] = value;
	}

	private static boolean[] hole(final int x, final int y, final int w, final int h) {
		final boolean[] hole = new boolean[WIDTH * HEIGHT];
		for (int v = y; v < y + h; v++)
			Arrays.fill(hole, v * WIDTH + x, v * WIDTH + x + w, true);
		return hole;
	}

	private static float[] restored(final float[] damaged, final int planes, final boolean[] hole, final int axis) {
		final var mask = ArrayImgs.booleans(hole, WIDTH, HEIGHT);
		final var image = Pictures.image(damaged, WIDTH, HEIGHT, planes);
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(image, mask, "waves")), TrainingSettings.defaults()
			.withSignal(Signal.CLEAN), Progress.silent());
		final float[] result = new float[damaged.length];
		Restoration.restore(image, mask, model, RestoreSettings.defaults().withSliceAxis(axis), Pictures.image(result, WIDTH,
			HEIGHT, planes), null, Progress.silent());
		return result;
	}
}
