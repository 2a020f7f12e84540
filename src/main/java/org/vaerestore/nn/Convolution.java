package org.vaerestore.nn;

import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A two-dimensional convolution with bias and zero padding: an input of h x w gives ceil(h / stride) x ceil(w / stride).
 * <p>
 * Weights have the shape [y, x, input channel, output channel], the only one that ND4J's oneDNN kernels take without
 * reordering for feature maps with the channel last, and that of the matrices which are used where there is no oneDNN.
 * </p>
 */
public final class Convolution implements Layer {

	private final Window window;
	private final int outputChannels;
	/** Where outputs are, or null for arrays of this layer's own. */
	private final Scratch scratch;
	private final Supplier<ConvolutionMethod> method;
	private final ParameterStore.Slot weight;
	private final ParameterStore.Slot bias;

	private INDArray input;
	private INDArray output;
	private INDArray inputGradient;
	private Computation forward;
	private Computation backward;
	private INDArray backwardOf;

	/**
	 * Declares a convolution.
	 *
	 * @param store takes the parameters
	 * @param name prefix of their names
	 * @param kernel side of the square kernel, odd
	 * @param stride 1 or 2
	 * @param inputChannels channels of the input
	 * @param outputChannels channels of the output
	 * @param gain factor to the initial weights of He et al. (ICCV 2015); 0 makes the layer start as zero
	 */
	public Convolution(final ParameterStore store, final String name, final int kernel, final int stride,
		final int inputChannels, final int outputChannels, final double gain)
	{
		this(store, name, kernel, stride, inputChannels, outputChannels, gain, null);
	}

	/** Declares a convolution whose output is valid until the next one that uses the same scratch. */
	Convolution(final ParameterStore store, final String name, final int kernel, final int stride,
		final int inputChannels, final int outputChannels, final double gain, final Scratch scratch)
	{
		this(store, name, kernel, stride, inputChannels, outputChannels, gain, scratch, FastestConvolution::method);
	}

	/** Declares a convolution that is computed in a given way, which is asked for when there is something to compute. */
	Convolution(final ParameterStore store, final String name, final int kernel, final int stride,
		final int inputChannels, final int outputChannels, final double gain, final Scratch scratch,
		final Supplier<ConvolutionMethod> method)
	{
		this.scratch = scratch;
		this.method = method;
		window = new Window(kernel, stride);
		this.outputChannels = outputChannels;
		final double deviation = gain * Math.sqrt(2.0 / (kernel * kernel * inputChannels));
		weight = store.declare(name + ".weight", deviation, kernel, kernel, inputChannels, outputChannels);
		bias = store.declare(name + ".bias", 0, outputChannels);
	}

	/** Returns the bytes that a worker keeps for what is of no use between two layers of so many channels. */
	public static long bytesOfAWorker(final int channels, final boolean training) {
		return WinogradProducts.scratchBytes(channels, training);
	}

	@Override
	public INDArray forward(final INDArray x) {
		if (x != input) bind(x);
		forward.run();
		return output;
	}

	@Override
	public INDArray backward(final INDArray gradient) {
		if (gradient != backwardOf) bindBackward(gradient);
		backward.run();
		return inputGradient;
	}

	private void bind(final INDArray x) {
		final long rows = x.size(0);
		final long height = window.positions(x.size(1));
		final long width = window.positions(x.size(2));
		forget();
		if (output == null || output.size(0) != rows || output.size(1) != height || output.size(2) != width) {
			if (scratch == null) OffHeap.close(output);
			output = scratch == null ? OffHeap.allocate(rows, height, width, outputChannels) : scratch.array("convolution", rows,
				height, width, outputChannels);
		}
		input = x;
		forward = method.get().forward(window, x, weight.parameter(), bias.parameter(), output);
	}

	private void bindBackward(final INDArray gradient) {
		if (backward != null) backward.forget();
		if (inputGradient == null || !inputGradient.equalShapes(input)) {
			OffHeap.close(inputGradient);
			inputGradient = OffHeap.allocate(input.shape());
		}
		backward = method.get().backward(window, input, weight.parameter(), bias.parameter(), gradient, inputGradient);
		backwardOf = gradient;
	}

	private void forget() {
		if (forward != null) forward.forget();
		if (backward != null) backward.forget();
		forward = null;
		backward = null;
		backwardOf = null;
	}

	@Override
	public void close() {
		forget();
		if (scratch == null) OffHeap.close(output);
		OffHeap.close(inputGradient);
		input = null;
		output = null;
		inputGradient = null;
	}
}
