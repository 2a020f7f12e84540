package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Products of matrices alone, for which ND4J has a fast library everywhere. */
record MatrixConvolution() implements ConvolutionMethod {

	@Override
	public Computation forward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		return new PatchProducts(window, input, output).forward(input, weight, bias, output);
	}

	@Override
	public Computation backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		return new PatchProducts(window, input, gradient).backward(input, weight, bias, gradient, inputGradient);
	}
}
