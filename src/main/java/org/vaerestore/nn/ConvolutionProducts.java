package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution as products of matrices, planned for arrays of some shape. */
sealed interface ConvolutionProducts permits PatchProducts, WinogradProducts {

	/** Computes an output. */
	void forward(Floats input, Floats weight, Floats bias, Floats output);

	/** Computes the gradients of the input and of the parameters. */
	void backward(Floats input, Floats weight, Floats gradient, Floats inputGradient, Floats weightGradient,
		Floats biasGradient);

	/** Returns the computation of an output, see {@link ConvolutionMethod#forward}. */
	default Computation forward(final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		final Floats in = Floats.of(input), out = Floats.of(output);
		final Floats w = Floats.of(weight.value()), b = Floats.of(bias.value());
		return () -> forward(in, w, b, out);
	}

	/** Returns the computation of gradients, see {@link ConvolutionMethod#backward}. */
	default Computation backward(final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		final Floats in = Floats.of(input), out = Floats.of(gradient), inGradient = Floats.of(inputGradient);
		final Floats w = Floats.of(weight.value());
		final Floats wGradient = Floats.of(weight.gradient()), bGradient = Floats.of(bias.gradient());
		return () -> backward(in, w, out, inGradient, wGradient, bGradient);
	}
}
