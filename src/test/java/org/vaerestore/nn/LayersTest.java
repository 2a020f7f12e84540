package org.vaerestore.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class LayersTest {

	private static final List<ConvolutionMethod> WAYS_TO_CONVOLVE = List.of(new Nd4jConvolution(), new MatrixConvolution(),
		new ConvolutionByKind(new MatrixConvolution()));

	@ParameterizedTest
	@CsvSource({ "1,1,2,3,4,5,3", "3,1,2,8,8,4,4", "3,1,1,1,1,3,2", "3,1,3,5,7,16,16", "3,2,2,8,8,4,6", "3,2,1,6,10,3,3",
		"3,2,2,5,7,3,4", "1,1,1,2,2,64,8",
		"3,1,2,5,9,24,25" })
	void convolutionGradients(final int kernel, final int stride, final int rows, final int height, final int width,
		final int in, final int out)
	{
		for (final ConvolutionMethod way : WAYS_TO_CONVOLVE) {
			final ParameterStore store = new ParameterStore();
			final Layer layer = new Convolution(store, "c", kernel, stride, in, out, 1, null, () -> way);
			Workers.run(() -> store.allocate(1));
			GradientCheck.check(layer, store, 7, rows, height, width, in);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,2,2,3", "3,4,6,8" })
	void upsamplingGradients(final int rows, final int height, final int width, final int channels) {
		GradientCheck.check(new NearestUpsampling(), new ParameterStore(), 3, rows, height, width, channels);
	}

	@Test
	void reluGradients() {
		GradientCheck.check(Relu.copying(), new ParameterStore(), 5, 3, 16, 16, 8);
		GradientCheck.check(Relu.inPlace(), new ParameterStore(), 5, 3, 16, 16, 8);
	}

	@ParameterizedTest
	@CsvSource({ "1,4,4,4", "2,6,5,16" })
	void residualBlockGradients(final int rows, final int height, final int width, final int channels) {
		final ParameterStore store = new ParameterStore();
		final Layer layer = LayerChain.ofBlocks(store, "b", 2, channels, null);
		Workers.run(() -> store.allocate(1));
		GradientCheck.check(layer, store, 11, rows, height, width, channels);
	}

	/** Values computed by hand: a kernel that shifts by one to the left and up, zeros beyond the border. */
	@ParameterizedTest
	@FieldSource("WAYS_TO_CONVOLVE")
	void convolutionCorrelatesWithZeroBorder(final ConvolutionMethod way) {
		Workers.run(() -> {
			final ParameterStore store = new ParameterStore();
			final Convolution layer = new Convolution(store, "c", 3, 1, 1, 1, 0, null, () -> way);
			store.allocate(1);
			store.values().put(0, 1f);
			store.values().put(store.slots().get(1).offset(), 10f);
			final INDArray input = OffHeap.allocate(1, 2, 3, 1);
			OffHeap.buffer(input).put(0, new float[] { 1, 2, 3, 4, 5, 6 });
			final float[] output = new float[6];
			OffHeap.buffer(layer.forward(input)).get(0, output);
			assertArrayEquals(new float[] { 10, 10, 10, 10, 11, 12 }, output);
		});
	}

	/** A stride of 2 looks at pixel pairs from the first one on: the border is beyond the last pixel. */
	@ParameterizedTest
	@FieldSource("WAYS_TO_CONVOLVE")
	void stridedConvolutionStartsAtTheFirstPixel(final ConvolutionMethod way) {
		Workers.run(() -> {
			final ParameterStore store = new ParameterStore();
			final Convolution layer = new Convolution(store, "c", 3, 2, 1, 1, 0, null, () -> way);
			store.allocate(1);
			store.values().put(0, 1f);
			final INDArray input = OffHeap.allocate(1, 4, 4, 1);
			for (int i = 0; i < 16; i++)
				OffHeap.buffer(input).put(i, i);
			final float[] output = new float[4];
			OffHeap.buffer(layer.forward(input)).get(0, output);
			assertArrayEquals(new float[] { 0, 2, 8, 10 }, output);
		});
	}

	@Test
	void layersFollowAChangeOfShape() {
		Workers.run(() -> {
			final ParameterStore store = new ParameterStore();
			final Layer layer = new LayerChain(List.of(new Convolution(store, "a", 3, 2, 2, 4, 1), new ResidualBlock(store, "b",
				4, null), new NearestUpsampling()));
			store.allocate(3);
			for (final int side : new int[] { 8, 4, 16 }) {
				final INDArray input = OffHeap.allocate(2, side, side, 2);
				input.assign(1);
				final INDArray output = layer.forward(input);
				assertArrayEquals(new long[] { 2, side, side, 4 }, output.shape());
				final INDArray gradient = OffHeap.allocate(output.shape());
				gradient.assign(1);
				assertArrayEquals(input.shape(), layer.backward(gradient).shape());
			}
		});
	}
}
