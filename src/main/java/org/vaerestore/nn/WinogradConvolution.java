package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Winograd's minimal filtering, for kernels of 3 x 3 that move by one pixel: tiles of 4 x 4 output pixels take 36
 * multiplications for each pair of channels instead of 144.
 * <p>
 * See Lavin and Gray, "Fast algorithms for convolutional neural networks", CVPR 2016.
 * </p>
 */
record WinogradConvolution() implements ConvolutionMethod {

	/** Tells whether convolutions with a window can be computed so. */
	static boolean takes(final Window window) {
		return window.kernel() == 3 && window.stride() == 1;
	}

	@Override
	public Computation forward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		final WinogradProducts products = products(window, input, output);
		final Floats in = Floats.of(input), out = Floats.of(output);
		final Floats w = Floats.of(weight.value()), b = Floats.of(bias.value());
		return () -> products.forward(in, w, b, out);
	}

	@Override
	public Computation backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		final WinogradProducts products = products(window, input, gradient);
		final Floats in = Floats.of(input), out = Floats.of(gradient), inGradient = Floats.of(inputGradient);
		final Floats w = Floats.of(weight.value());
		final Floats wGradient = Floats.of(weight.gradient()), bGradient = Floats.of(bias.gradient());
		return () -> products.backward(in, w, out, inGradient, wGradient, bGradient);
	}

	private static WinogradProducts products(final Window window, final INDArray input, final INDArray output) {
		if (!takes(window)) throw new IllegalArgumentException("Tiles are for kernels of 3 that move by 1, not for " + window);
		return new WinogradProducts(input, output);
	}
}
