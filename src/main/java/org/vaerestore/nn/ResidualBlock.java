package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * x + conv(relu(conv(relu(x)))): a residual block with activations first and no normalisation.
 * <p>
 * The second convolution starts small, so that a deep chain of blocks starts near the identity (He et al., ECCV 2016;
 * Zhang et al., Fixup, ICLR 2019).
 * </p>
 */
public final class ResidualBlock implements Layer {

	private static final double SECOND_GAIN = 0.2;

	private final Relu firstActivation;
	private final Convolution first;
	private final Relu secondActivation = Relu.inPlace();
	private final Convolution second;
	private final Operation forwardSum = new Operation("add");
	private final Operation backwardSum = new Operation("add");

	/**
	 * Declares a block with two 3x3 convolutions that keep the number of channels.
	 *
	 * @param scratch where what is inside the block is, if nothing is to be learned; else null
	 */
	public ResidualBlock(final ParameterStore store, final String name, final int channels, final Scratch scratch) {
		firstActivation = Relu.copying(scratch);
		first = new Convolution(store, name + ".conv1", 3, 1, channels, channels, 1, scratch);
		second = new Convolution(store, name + ".conv2", 3, 1, channels, channels, SECOND_GAIN);
	}

	@Override
	public INDArray forward(final INDArray input) {
		final INDArray hidden = secondActivation.forward(first.forward(firstActivation.forward(input)));
		final INDArray output = second.forward(hidden);
		forwardSum.run(output, output, input);
		return output;
	}

	@Override
	public INDArray backward(final INDArray gradient) {
		final INDArray inner = firstActivation.backward(first.backward(secondActivation.backward(second.backward(
			gradient))));
		backwardSum.run(inner, inner, gradient);
		return inner;
	}

	@Override
	public void close() {
		forwardSum.forget();
		backwardSum.forget();
		firstActivation.close();
		first.close();
		secondActivation.close();
		second.close();
	}
}
