package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A two-dimensional convolution with bias and zero padding: an input of h x w gives ceil(h / stride) x ceil(w / stride).
 * <p>
 * Weights have the shape [y, x, input channel, output channel], the only one that ND4J's oneDNN kernels take without
 * reordering for feature maps with the channel last.
 * </p>
 */
public final class Convolution implements Layer {

	private static final int SAME_PADDING = 1;
	private static final int CHANNEL_LAST = 1;
	private static final int WEIGHTS_YXIO = 0;

	private final int stride;
	private final int outputChannels;
	/** Where outputs are, or null for arrays of this layer's own. */
	private final Scratch scratch;
	private final ParameterStore.Slot weight;
	private final ParameterStore.Slot bias;

	private INDArray input;
	private INDArray output;
	private INDArray inputGradient;
	private INDArray[] gradients;
	private final Operation forward;
	private final Operation backward;

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
		this.scratch = scratch;
		this.stride = stride;
		this.outputChannels = outputChannels;
		final double deviation = gain * Math.sqrt(2.0 / (kernel * kernel * inputChannels));
		weight = store.declare(name + ".weight", deviation, kernel, kernel, inputChannels, outputChannels);
		bias = store.declare(name + ".bias", 0, outputChannels);
		final int[] arguments = { kernel, kernel, stride, stride, 0, 0, 1, 1, SAME_PADDING, CHANNEL_LAST, WEIGHTS_YXIO };
		forward = new Operation("conv2d", arguments);
		backward = new Operation("conv2d_bp", arguments);
	}

	@Override
	public INDArray forward(final INDArray x) {
		if (x != input) {
			allocateOutput(x.size(0), (x.size(1) + stride - 1) / stride, (x.size(2) + stride - 1) / stride);
			input = x;
		}
		forward.run(output, x, weight.parameter().value(), bias.parameter().value());
		return output;
	}

	@Override
	public INDArray backward(final INDArray gradient) {
		if (inputGradient == null || !inputGradient.equalShapes(input)) {
			OffHeap.close(inputGradient);
			inputGradient = OffHeap.allocate(input.shape());
			gradients = new INDArray[] { inputGradient, weight.parameter().gradient(), bias.parameter().gradient() };
		}
		backward.run(gradients, input, weight.parameter().value(), bias.parameter().value(), gradient);
		return inputGradient;
	}

	private void allocateOutput(final long rows, final long height, final long width) {
		if (output != null && output.size(0) == rows && output.size(1) == height && output.size(2) == width) return;
		if (scratch == null) OffHeap.close(output);
		output = scratch == null ? OffHeap.allocate(rows, height, width, outputChannels) : scratch.array("convolution", rows,
			height, width, outputChannels);
	}

	@Override
	public void close() {
		forward.forget();
		backward.forget();
		if (scratch == null) OffHeap.close(output);
		OffHeap.close(inputGradient);
		input = null;
		output = null;
		inputGradient = null;
		gradients = null;
	}
}
