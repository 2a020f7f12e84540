package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's own operations: near the machine's peak where ND4J was built with oneDNN, and many times slower elsewhere. */
final class Nd4jConvolution implements ConvolutionMethod {

	private static final int SAME_PADDING = 1;
	private static final int CHANNEL_LAST = 1;
	private static final int WEIGHTS_YXIO = 0;

	@Override
	public Runnable forward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		final DynamicCustomOp operation = DynamicCustomOp.builder("conv2d").addInputs(input, weight.value(), bias.value())
			.addOutputs(output).addIntegerArguments(arguments(window)).build();
		return () -> Nd4j.exec(operation);
	}

	@Override
	public Runnable backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		final DynamicCustomOp operation = DynamicCustomOp.builder("conv2d_bp").addInputs(input, weight.value(), bias.value(),
			gradient).addOutputs(inputGradient, weight.gradient(), bias.gradient()).addIntegerArguments(arguments(window))
			.build();
		return () -> Nd4j.exec(operation);
	}

	private static int[] arguments(final Window window) {
		return new int[] { window.kernel(), window.kernel(), window.stride(), window.stride(), 0, 0, 1, 1, SAME_PADDING,
			CHANNEL_LAST, WEIGHTS_YXIO };
	}
}
