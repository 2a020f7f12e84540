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
		return products(window, input, output).forward(input, weight, bias, output);
	}

	@Override
	public Computation backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		return products(window, input, gradient).backward(input, weight, bias, gradient, inputGradient);
	}

	private static WinogradProducts products(final Window window, final INDArray input, final INDArray output) {
		if (!takes(window)) throw new IllegalArgumentException("Tiles are for kernels of 3 that move by 1, not for " + window);
		return new WinogradProducts(input, output);
	}
}
