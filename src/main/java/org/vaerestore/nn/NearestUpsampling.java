package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Doubles height and width by repeating each position. */
public final class NearestUpsampling implements Layer {

	private static final int CHANNEL_LAST = 0;

	private final Operation forward = new Operation("upsampling2d", 2, 2, CHANNEL_LAST);
	// The native operation reads its first integer as the layout, unlike the forward one.
	private final Operation backward = new Operation("upsampling2d_bp", CHANNEL_LAST);
	private INDArray input;
	private INDArray output;
	private INDArray inputGradient;

	@Override
	public INDArray forward(final INDArray x) {
		input = x;
		if (output == null || output.size(0) != x.size(0) || output.size(1) != 2 * x.size(1) || output.size(2) != 2 * x.size(
			2))
		{
			OffHeap.close(output);
			output = OffHeap.allocate(x.size(0), 2 * x.size(1), 2 * x.size(2), x.size(3));
		}
		forward.run(output, x);
		return output;
	}

	@Override
	public INDArray backward(final INDArray gradient) {
		if (inputGradient == null || !inputGradient.equalShapes(input)) {
			OffHeap.close(inputGradient);
			inputGradient = OffHeap.allocate(input.shape());
		}
		backward.run(inputGradient, input, gradient);
		return inputGradient;
	}

	@Override
	public void close() {
		forward.forget();
		backward.forget();
		OffHeap.close(output);
		OffHeap.close(inputGradient);
		input = null;
		output = null;
		inputGradient = null;
	}
}
