package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Pictures;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.img.array.ArrayImgs;

/** Pixels that can't be signal stay as they are, and the others come out as if they weren't there. */
class NoSignalTest {

	private static final int WIDTH = 96, HEIGHT = 80, PLANES = 2;
	private static final double NOISE = 12;
	private static final EnhanceSettings SETTINGS = new EnhanceSettings(0, 1, 1, 1).withOrientations(2).withSliceAxis(2);

	@TestFactory
	Stream<DynamicTest> theOthersComeOutAsIfTheyWerentThere() {
		return Stream.of(test("a dead pixel", values -> values[40 * WIDTH + 40] = 0), test("a hot pixel", values -> values[40 *
			WIDTH + 40] = 65535), test("a block", values -> set(values, 40, 40, 2, 2, 65535)), test("an outlier",
				values -> values[40 * WIDTH + 40] = 1e9f), test("a border", values -> {
					set(values, 0, 0, 11, HEIGHT, 0);
					set(values, 0, HEIGHT, 11, HEIGHT, 0);
				}), test("padding far below", values -> set(values, 20, 0, 30, 30, -5000)), test("a dead column", values -> set(
					values, 33, 0, 1, HEIGHT, 0)), test("a stuck row", values -> set(values, 0, 33, WIDTH, 1, 1130)), test(
						"a dropped frame", values -> set(values, 0, HEIGHT, WIDTH, HEIGHT, 0)));
	}

	private static DynamicTest test(final String name, final Consumer<float[]> damage) {
		return DynamicTest.dynamicTest(name, () -> {
			final float[] truth = Pictures.waves(WIDTH, HEIGHT, 1), signal = new float[PLANES * truth.length];
			for (int i = 0; i < signal.length; i++)
				signal[i] = 1000 + truth[i % truth.length];
			final float[] noisy = Pictures.noisy(signal, NOISE, 7), damaged = noisy.clone();
			damage.accept(damaged);
			final List<String> log = new ArrayList<>();
			final float[] deviation = new float[noisy.length];
			final float[] result = enhanced(damaged, deviation, log);
			double errors = 0, usual = 0, worst = 0;
			int count = 0;
			final float[] undamaged = enhanced(noisy, new float[noisy.length], new ArrayList<>());
			for (int i = 0; i < noisy.length; i++) {
				if (damaged[i] != noisy[i]) {
					assertEquals(Float.floatToRawIntBits(damaged[i]), Float.floatToRawIntBits(result[i]));
					assertTrue(Float.isNaN(deviation[i]));
					continue;
				}
				assertTrue(deviation[i] > 0 && Float.isFinite(deviation[i]), "deviation " + deviation[i]);
				errors += Math.pow(result[i] - signal[i], 2);
				usual += Math.pow(undamaged[i] - signal[i], 2);
				worst = Math.max(worst, Math.abs(result[i] - signal[i]));
				count++;
			}
			final double error = Math.sqrt(errors / count), expected = Math.sqrt(usual / count);
			// Alone, a frame is worth less than with another one.
			final double most = count <= noisy.length / PLANES ? 1.5 : 1.25;
			assertTrue(error < most * expected && error < 0.6 * NOISE, error + " for " + expected);
			assertTrue(worst < 2.5 * NOISE, "an error of " + worst);
			assertTrue(log.stream().anyMatch(line -> line.startsWith("Set aside, as they can't be signal: ")), log.toString());
		});
	}

	private static void set(final float[] values, final int x, final int y, final int w, final int h, final float value) {
		for (int v = y; v < y + h; v++)
			for (int u = x; u < x + w; u++)
				values[v * WIDTH + u] = value;
	}

	private static float[] enhanced(final float[] values, final float[] deviation, final List<String> log) {
		final var image = ArrayImgs.floats(values, WIDTH, HEIGHT, PLANES);
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(image, null, "image")), TrainingSettings.defaults()
			.withSignal(Signal.NOISY), Progress.silent());
		final float[] result = new float[values.length];
		Enhancement.enhance(image, model, SETTINGS, ArrayImgs.floats(result, WIDTH, HEIGHT, PLANES), ArrayImgs.floats(deviation,
			WIDTH, HEIGHT, PLANES), new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public void log(final String line) {
					log.add(line);
				}

				@Override
				public boolean isCancelled() {
					return false;
				}
			});
		return result;
	}
}
