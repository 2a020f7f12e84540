package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Doubles height and width by repeating each position. */
public final class NearestUpsampling implements Layer {

	private static final int CHANNEL_LAST = 0;

	private INDArray input;
	private INDArray output;
	private INDArray inputGradient;
	private DynamicCustomOp forward;
	private DynamicCustomOp backward;
	private INDArray backwardOf;

	@Override
	public INDArray forward(final INDArray x) {
		if (x != input) {
			if (output == null || output.size(0) != x.size(0) || output.size(1) != 2 * x.size(1) || output.size(2) != 2 * x
				.size(2))
			{
				OffHeap.close(output);
				output = OffHeap.allocate(x.size(0), 2 * x.size(1), 2 * x.size(2), x.size(3));
			}
			input = x;
			backwardOf = null;
			forward = DynamicCustomOp.builder("upsampling2d").addInputs(x).addOutputs(output).addIntegerArguments(2, 2,
				CHANNEL_LAST).build();
		}
		Nd4j.exec(forward);
		return output;
	}

	@Override
	public INDArray backward(final INDArray gradient) {
		if (inputGradient == null || !inputGradient.equalShapes(input)) {
			OffHeap.close(inputGradient);
			inputGradient = OffHeap.allocate(input.shape());
		}
		if (gradient != backwardOf) {
			// The native operation reads its first integer as the layout, unlike the forward one.
			backward = DynamicCustomOp.builder("upsampling2d_bp").addInputs(input, gradient).addOutputs(inputGradient)
				.addIntegerArguments(CHANNEL_LAST).build();
			backwardOf = gradient;
		}
		Nd4j.exec(backward);
		return inputGradient;
	}

	@Override
	public void close() {
		OffHeap.close(output);
		OffHeap.close(inputGradient);
		input = null;
		output = null;
		inputGradient = null;
		forward = null;
		backward = null;
		backwardOf = null;
	}
}
