package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ConvolutionMethodTest {

	private static final double TOLERANCE = 1e-4;

	private static final List<ConvolutionMethod> OUR_WAYS = List.of(new MatrixConvolution(), new ConvolutionByKind(
		new MatrixConvolution()));

	private record Result(float[] output, float[] inputGradient, float[] parameterGradients) {}

	static IntStream seeds() {
		return IntStream.range(0, 60);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void allWaysGiveTheSameForShapesOfAllKinds(final int seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int kernel = random.nextBoolean() ? 3 : 1, stride = random.nextInt(1, 3);
		final int in = random.nextInt(1, 41), out = random.nextInt(1, 41);
		final long[] shape = { random.nextInt(1, 5), random.nextInt(1, 20), random.nextInt(1, 20), in };
		assertSame(kernel, stride, out, seed, shape);
	}

	/** Larger than what goes through the worker's memory at a time, one row of pixels alone in the last two. */
	@ParameterizedTest
	@CsvSource({ "3,1,2,70,83,25,32", "3,1,37,9,7,24,30", "3,1,1,3,3700,24,24", "3,1,3,61,67,20,12", "3,2,2,131,96,20,7", "1,1,2,90,97,20,16", "3,1,1,5,3700,20,2", "3,2,1,7,3701,20,3" })
	void partsOfLargeArraysFitTogether(final int kernel, final int stride, final int rows, final int height, final int width,
		final int in, final int out)
	{
		assertSame(kernel, stride, out, 5, rows, height, width, in);
	}

	@ParameterizedTest
	@FieldSource("OUR_WAYS")
	void everyThreadGivesTheSameBits(final ConvolutionMethod way) {
		final Result[] results = new Result[6];
		Workers.forEach(3, results.length, k -> results[k] = compute(way, 3, 1, 25, 1, 2, 33, 40, 27));
		for (final Result result : results) {
			assertArrayEquals(results[0].output, result.output);
			assertArrayEquals(results[0].inputGradient, result.inputGradient);
			assertArrayEquals(results[0].parameterGradients, result.parameterGradients);
		}
	}

	@ParameterizedTest
	@FieldSource("OUR_WAYS")
	void viewsOfRowsAreTaken(final ConvolutionMethod way) {
		Workers.run(() -> {
			final ParameterStore store = new ParameterStore();
			final Convolution layer = layer(store, way, 3, 1, 24, 25);
			store.allocate(3);
			final INDArray all = OffHeap.allocate(4, 6, 5, 24);
			fill(OffHeap.buffer(all), new SplittableRandom(8));
			final float[] whole = values(layer.forward(all));
			final float[] last = values(layer.forward(OffHeap.rows(all, 3, 4)));
			assertClose("output", Arrays.copyOfRange(whole, whole.length - last.length, whole.length), last, 3 * Math.sqrt(24));
		});
	}

	@Test
	void arraysWithGapsAreRefused() {
		Workers.run(() -> {
			final INDArray transposed = OffHeap.allocate(2, 3).transpose();
			assertThrows(IllegalArgumentException.class, () -> Floats.of(transposed));
		});
	}

	@Test
	void onlyWorkersHaveScratch() {
		assertThrows(IllegalStateException.class, Workers::scratch);
	}

	@Test
	void oneDnnIsTakenWithoutATrial() {
		assertEquals(new ConvolutionByKind(new Nd4jConvolution()), FastestConvolution.choose(
			"GCC: 7.5.0\nHAVE_ONEDNN\nHAVE_OPENBLAS", way -> {
				throw new AssertionError("tried " + way);
			}));
	}

	@Test
	void elsewhereNd4jMustBeClearlyFaster() {
		assertEquals(new ConvolutionByKind(new MatrixConvolution()), choose(10, 1));
		assertEquals(new ConvolutionByKind(new MatrixConvolution()), choose(1, 1.9));
		assertEquals(new Nd4jConvolution(), choose(1, 2.1));
	}

	@Test
	void theChoiceIsMadeOnce() {
		assertEquals(1, IntStream.range(0, 3).mapToObj(i -> Workers.call(FastestConvolution::method)).distinct().count());
	}

	private static ConvolutionMethod choose(final double nd4j, final double matrices) {
		return FastestConvolution.choose("HAVE_OPENBLAS", way -> way instanceof Nd4jConvolution ? nd4j : matrices);
	}

	/** Tolerances are relative to the standard deviation that sums of as many products of standard normal numbers have. */
	private static void assertSame(final int kernel, final int stride, final int out, final long seed,
		final long... shape)
	{
		final Result expected = Workers.call(() -> compute(new Nd4jConvolution(), kernel, stride, out, seed, shape));
		for (final ConvolutionMethod way : OUR_WAYS) {
			final Result actual = Workers.call(() -> compute(way, kernel, stride, out, seed, shape));
			assertClose("output", expected.output, actual.output, kernel * Math.sqrt(shape[3]));
			assertClose("input gradient", expected.inputGradient, actual.inputGradient, kernel * Math.sqrt(out));
			assertClose("parameter gradients", expected.parameterGradients, actual.parameterGradients, Math.sqrt(
				expected.output.length / (double) out));
		}
	}

	private static Result compute(final ConvolutionMethod way, final int kernel, final int stride, final int out,
		final long seed, final long... shape)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		try (ParameterStore store = new ParameterStore();
				Convolution layer = layer(store, way, kernel, stride, (int) shape[3], out))
		{
			store.allocate(seed);
			fill(store.values(), random);
			final INDArray input = OffHeap.allocate(shape);
			fill(OffHeap.buffer(input), random);
			final INDArray output = layer.forward(input);
			final INDArray gradient = OffHeap.allocate(output.shape());
			fill(OffHeap.buffer(gradient), random);
			// What an earlier call left must not count.
			layer.backward(gradient);
			final float[] inputGradient = values(layer.backward(gradient));
			final float[] parameterGradients = new float[store.size()];
			store.gradients().get(0, parameterGradients);
			final Result result = new Result(values(output), inputGradient, parameterGradients);
			OffHeap.close(input);
			OffHeap.close(gradient);
			return result;
		}
	}

	private static Convolution layer(final ParameterStore store, final ConvolutionMethod way, final int kernel,
		final int stride, final int in, final int out)
	{
		return new Convolution(store, "c", kernel, stride, in, out, 1, null, () -> way);
	}

	private static void assertClose(final String what, final float[] expected, final float[] actual, final double scale) {
		assertEquals(expected.length, actual.length, what);
		for (int i = 0; i < expected.length; i++)
			assertTrue(Math.abs(expected[i] - actual[i]) < TOLERANCE * scale, what + " at " + i + ": " + expected[i] + " and " +
				actual[i]);
	}

	private static void fill(final FloatBuffer buffer, final SplittableRandom random) {
		for (int i = 0; i < buffer.capacity(); i++)
			buffer.put(i, (float) random.nextGaussian());
	}

	private static float[] values(final INDArray array) {
		final float[] values = new float[(int) array.length()];
		OffHeap.buffer(array).get(0, values);
		return values;
	}
}
