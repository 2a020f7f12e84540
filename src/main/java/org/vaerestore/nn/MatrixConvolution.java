package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Products of matrices alone, for which ND4J has a fast library everywhere. */
record MatrixConvolution() implements ConvolutionMethod {

	@Override
	public Computation forward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		final PatchProducts products = new PatchProducts(window, input, output);
		final Floats in = Floats.of(input), out = Floats.of(output);
		final Floats w = Floats.of(weight.value()), b = Floats.of(bias.value());
		return () -> products.forward(in, w, b, out);
	}

	@Override
	public Computation backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		final PatchProducts products = new PatchProducts(window, input, gradient);
		final Floats in = Floats.of(input), out = Floats.of(gradient), inGradient = Floats.of(inputGradient);
		final Floats w = Floats.of(weight.value());
		final Floats wGradient = Floats.of(weight.gradient()), bGradient = Floats.of(bias.gradient());
		return () -> products.backward(in, w, out, inGradient, wGradient, bGradient);
	}
}
