package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's own operations: near the machine's peak where ND4J was built with oneDNN, and many times slower elsewhere. */
record Nd4jConvolution() implements ConvolutionMethod {

	private static final int SAME_PADDING = 1;
	private static final int CHANNEL_LAST = 1;
	private static final int WEIGHTS_YXIO = 0;

	@Override
	public Computation forward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		return computation("conv2d", window, new INDArray[] { output }, input, weight.value(), bias.value());
	}

	@Override
	public Computation backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		return computation("conv2d_bp", window, new INDArray[] { inputGradient, weight.gradient(), bias.gradient() }, input,
			weight.value(), bias.value(), gradient);
	}

	private static Computation computation(final String name, final Window window, final INDArray[] outputs,
		final INDArray... inputs)
	{
		final Operation operation = new Operation(name, arguments(window));
		return new Computation() {

			@Override
			public void run() {
				operation.run(outputs, inputs);
			}

			@Override
			public void forget() {
				operation.forget();
			}
		};
	}

	private static int[] arguments(final Window window) {
		return new int[] { window.kernel(), window.kernel(), window.stride(), window.stride(), 0, 0, 1, 1, SAME_PADDING,
			CHANNEL_LAST, WEIGHTS_YXIO };
	}
}
