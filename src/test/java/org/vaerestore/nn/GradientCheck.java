package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares a layer's backward pass with central differences of its forward pass, along random directions.
 * <p>
 * The loss is the dot product of the output with fixed random numbers; directional derivatives sum over thousands of
 * values, so float32 rounding averages out.
 * </p>
 */
final class GradientCheck {

	private static final double STEP = 1e-2;
	private static final double TOLERANCE = 1e-2;

	private GradientCheck() {}

	/** Checks gradients of the input and of all parameters for an input of a shape. */
	static void check(final Layer layer, final ParameterStore store, final long seed, final long... shape) {
		Workers.run(() -> {
			final SplittableRandom random = new SplittableRandom(seed);
			final INDArray input = OffHeap.allocate(shape);
			fill(OffHeap.buffer(input), random);
			if (store.size() > 0) fill(store.values(), random);
			final INDArray output = layer.forward(copy(input));
			final float[] weights = new float[(int) output.length()];
			for (int i = 0; i < weights.length; i++)
				weights[i] = (float) random.nextGaussian();
			final INDArray gradient = OffHeap.allocate(output.shape());
			OffHeap.buffer(gradient).put(0, weights);
			final INDArray inputGradient = layer.backward(gradient);
			final float[] analytic = values(inputGradient);
			final float[] parameters = new float[store.size()];
			if (store.size() > 0) store.gradients().get(0, parameters);
			for (int trial = 0; trial < 3; trial++) {
				final float[] direction = direction(analytic, 0, analytic.length, random);
				final double numeric = (loss(layer, moved(input, direction, STEP), weights) - loss(layer, moved(input, direction,
					-STEP), weights)) / (2 * STEP);
				assertClose("input", dot(analytic, direction), numeric, norm(analytic));
				if (store.size() > 0) checkParameters(layer, store, input, weights, parameters, random);
			}
			layer.close();
		});
	}

	private static void checkParameters(final Layer layer, final ParameterStore store, final INDArray input,
		final float[] weights, final float[] analytic, final SplittableRandom random)
	{
		for (final ParameterStore.Slot slot : store.slots()) {
			final float[] direction = new float[store.size()];
			final float[] part = direction(analytic, slot.offset(), slot.length(), random);
			System.arraycopy(part, 0, direction, slot.offset(), part.length);
			shift(store.values(), direction, STEP);
			final double above = loss(layer, copy(input), weights);
			shift(store.values(), direction, -2 * STEP);
			final double below = loss(layer, copy(input), weights);
			shift(store.values(), direction, STEP);
			assertClose(slot.name(), dot(analytic, direction), (above - below) / (2 * STEP), norm(analytic));
		}
	}

	static void assertClose(final String what, final double analytic, final double numeric, final double scale) {
		final double error = Math.abs(analytic - numeric) / Math.max(Math.max(Math.abs(analytic), Math.abs(numeric)), 0.1 *
			scale);
		assertTrue(error < TOLERANCE, what + ": analytic " + analytic + ", numeric " + numeric + ", error " + error);
	}

	private static double loss(final Layer layer, final INDArray input, final float[] weights) {
		return dot(values(layer.forward(input)), weights);
	}

	private static INDArray moved(final INDArray input, final float[] direction, final double step) {
		final INDArray moved = copy(input);
		shift(OffHeap.buffer(moved), direction, step);
		return moved;
	}

	private static void shift(final FloatBuffer buffer, final float[] direction, final double step) {
		for (int i = 0; i < direction.length; i++)
			buffer.put(i, (float) (buffer.get(i) + step * direction[i]));
	}

	private static INDArray copy(final INDArray input) {
		final INDArray copy = OffHeap.allocate(input.shape());
		copy.assign(input);
		return copy;
	}

	private static float[] values(final INDArray array) {
		final float[] values = new float[(int) array.length()];
		OffHeap.buffer(array).get(0, values);
		return values;
	}

	private static void fill(final FloatBuffer buffer, final SplittableRandom random) {
		for (int i = 0; i < buffer.capacity(); i++)
			buffer.put(i, (float) random.nextGaussian());
	}

	/** Half along the gradient, where a wrong one shows most, half across, where a missing part would hide. */
	private static float[] direction(final float[] gradient, final int from, final int length,
		final SplittableRandom random)
	{
		final float[] part = Arrays.copyOfRange(gradient, from, from + length);
		final double norm = norm(part) + 1e-20;
		for (int i = 0; i < length; i++)
			part[i] = (float) (part[i] / norm + random.nextGaussian() / Math.sqrt(length));
		final double all = norm(part);
		for (int i = 0; i < length; i++)
			part[i] /= all;
		return part;
	}

	private static double norm(final float[] values) {
		return Math.sqrt(dot(values, values));
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (double) a[i] * b[i];
		return sum;
	}
}
