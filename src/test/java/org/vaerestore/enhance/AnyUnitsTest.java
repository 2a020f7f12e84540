package org.vaerestore.enhance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.job.Progress;
import org.vaerestore.model.VaeModel;
import org.vaerestore.train.BuiltIn;
import org.vaerestore.train.Signal;
import org.vaerestore.train.TrainingImage;
import org.vaerestore.train.TrainingSettings;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/** The same image in other units gives the same result in these units, whatever type holds it. */
class AnyUnitsTest {

	private static final int WIDTH = 80, HEIGHT = 72;
	private static final EnhanceSettings SETTINGS = new EnhanceSettings(0, 1, 1, 1).withOrientations(1).withSliceAxis(2);

	/** What a camera recorded of a scene. */
	private enum Scene {
		PHOTONS, FEW_PHOTONS, CAMERA, CLIPPED, SATURATED, BORDERED, BAD_PIXELS, UNIFORM_NOISE
	}

	@TestFactory
	Stream<DynamicTest> theResultIsTheSameInTheseUnits() {
		return Stream.of(Scene.values()).map(scene -> DynamicTest.dynamicTest(scene.name(), () -> compare(scene, Signal.NOISY)));
	}

	@TestFactory
	Stream<DynamicTest> andForCleanImages() {
		return Stream.of(Scene.CAMERA, Scene.FEW_PHOTONS).map(scene -> DynamicTest.dynamicTest(scene.name(), () -> compare(
			scene, Signal.CLEAN)));
	}

	private static void compare(final Scene scene, final Signal signal) {
		final Random random = new Random(scene.ordinal());
		final double[] recorded = recorded(scene, random);
		final double noise = 0.3 + deviation(scene);
		final float[] expected = enhanced(floats(recorded, 1, 0), signal);
		double change = 0;
		for (int i = 0; i < expected.length; i++)
			change += Math.abs(expected[i] - recorded[i]) / expected.length;
		if (signal == Signal.NOISY) assertTrue(change > 0.2 * noise, "the noise is left: " + change);
		final double scale = Math.pow(10, 60 * random.nextDouble() - 30);
		check(expected, enhanced(floats(recorded, scale, -3000 * scale), signal), scale, -3000 * scale, noise);
		final double offset = 2e5 * random.nextDouble() - 1e5;
		check(expected, enhanced(floats(recorded, 1, offset), signal), 1, offset, noise);
		final int times = 1 + random.nextInt(12), least = random.nextInt(2000);
		check(expected, enhanced(unsignedShorts(recorded, times, least), signal), times, least, noise);
		check(expected, enhanced(shorts(recorded, times, least - 5000), signal), times, least - 5000, noise);
	}

	@Test
	void constantsOfAnySizeStayAsTheyAre() {
		for (final float value : new float[] { 0, 1, -7.3f, 1e-30f, -1e30f, 65535, 1e5f, 123456.78f }) {
			final float[] plane = new float[32 * 32];
			java.util.Arrays.fill(plane, value);
			for (final float result : enhanced(ArrayImgs.floats(plane, 32, 32, 1), value < 0 ? Signal.CLEAN : Signal.NOISY))
				assertEquals(value, result, Math.ulp(value));
		}
	}

	/** Allows for rounding: a thousandth of the noise, and some of the least steps of 32 bits at the offset. */
	private static void check(final float[] expected, final float[] found, final double scale, final double offset,
		final double noise)
	{
		double most = 0;
		final double tolerance = 1e-3 + 3 * Math.ulp((float) (Math.abs(offset) + 3000 * scale)) / scale / noise;
		for (int i = 0; i < expected.length; i++)
			most = Math.max(most, Math.abs(((double) found[i] - offset) / scale - expected[i]));
		assertTrue(most < tolerance * noise, "x " + scale + " + " + offset + " differs by up to " + most / noise +
			" of the noise, not " + tolerance);
	}

	private static double deviation(final Scene scene) {
		return switch (scene) {
			case FEW_PHOTONS -> 0.7;
			case PHOTONS -> 6;
			default -> 12;
		};
	}

	private static double[] recorded(final Scene scene, final Random random) {
		final double[] values = new double[WIDTH * HEIGHT * (scene == Scene.CAMERA ? 2 : 1)];
		final double[] phases = random.doubles(4, 0, 6).toArray();
		for (int i = 0; i < values.length; i++) {
			final int x = i % WIDTH, y = i / WIDTH % HEIGHT;
			final double signal = 0.5 + 0.3 * Math.sin(0.13 * x + phases[0]) + 0.2 * Math.cos(0.11 * y + 0.05 * x + phases[1]);
			values[i] = value(scene, signal, random);
			if (scene == Scene.BORDERED && x < 9) values[i] = 0;
		}
		if (scene == Scene.BAD_PIXELS) {
			values[WIDTH * 30 + 20] = 0;
			values[WIDTH * 40 + 60] = 3000;
			for (int y = 0; y < HEIGHT; y++)
				values[WIDTH * y + 50] = 0;
		}
		return values;
	}

	private static double value(final Scene scene, final double signal, final Random random) {
		return switch (scene) {
			case PHOTONS -> photons(10 + 60 * signal, random);
			case FEW_PHOTONS -> photons(signal, random);
			case CLIPPED -> Math.max(0, Math.rint(150 * signal - 60 + 12 * random.nextGaussian()));
			case SATURATED -> Math.min(255, Math.rint(200 + 90 * signal + 12 * random.nextGaussian()));
			case UNIFORM_NOISE -> Math.rint(300 * signal + 12 * random.nextGaussian()) + 100;
			default -> 400 + Math.rint(2 * photons(4 + 70 * signal, random) + 4 * random.nextGaussian());
		};
	}

	private static double photons(final double mean, final Random random) {
		final double limit = Math.exp(-mean);
		int count = -1;
		for (double product = 1; product > limit; count++)
			product *= random.nextDouble();
		return count;
	}

	private static RandomAccessibleInterval<? extends RealType<?>> floats(final double[] values, final double scale,
		final double offset)
	{
		final float[] pixels = new float[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (scale * values[i] + offset);
		return ArrayImgs.floats(pixels, WIDTH, HEIGHT, values.length / WIDTH / HEIGHT);
	}

	private static RandomAccessibleInterval<? extends RealType<?>> unsignedShorts(final double[] values, final int scale,
		final int offset)
	{
		return ArrayImgs.unsignedShorts(whole(values, scale, offset), WIDTH, HEIGHT, values.length / WIDTH / HEIGHT);
	}

	private static RandomAccessibleInterval<? extends RealType<?>> shorts(final double[] values, final int scale,
		final int offset)
	{
		return ArrayImgs.shorts(whole(values, scale, offset), WIDTH, HEIGHT, values.length / WIDTH / HEIGHT);
	}

	private static short[] whole(final double[] values, final int scale, final int offset) {
		final short[] pixels = new short[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (int) (scale * values[i] + offset);
		return pixels;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static float[] enhanced(final RandomAccessibleInterval<? extends RealType<?>> image, final Signal signal) {
		final VaeModel model = BuiltIn.modelFor(List.of(new TrainingImage(image, null, "image")), TrainingSettings.defaults()
			.withSignal(signal), Progress.silent());
		final float[] result = new float[(int) (image.dimension(0) * image.dimension(1) * image.dimension(2))];
		Enhancement.enhance((RandomAccessibleInterval) image, model, SETTINGS, ArrayImgs.floats(result, image
			.dimensionsAsLongArray()),
			null, Progress.silent());
		return result;
	}
}
