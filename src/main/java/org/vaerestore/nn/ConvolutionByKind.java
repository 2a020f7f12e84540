package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * For each kind of convolution the way that is fastest for it: Winograd's filtering for kernels of 3 x 3 that move by one
 * pixel, products of matrices for single pixels and where there are next to no channels, another way for large steps.
 *
 * @param strided computes those that move by more than one pixel
 */
record ConvolutionByKind(ConvolutionMethod strided) implements ConvolutionMethod {

	/** With fewer, tiles cost more to transform than they save. */
	private static final int FEWEST_CHANNELS = 4;

	private static final ConvolutionMethod TILES = new WinogradConvolution(), MATRICES = new MatrixConvolution();

	@Override
	public Computation forward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray output)
	{
		return method(window, input, output).forward(window, input, weight, bias, output);
	}

	@Override
	public Computation backward(final Window window, final INDArray input, final Parameter weight, final Parameter bias,
		final INDArray gradient, final INDArray inputGradient)
	{
		return method(window, input, gradient).backward(window, input, weight, bias, gradient, inputGradient);
	}

	private ConvolutionMethod method(final Window window, final INDArray input, final INDArray output) {
		if (window.stride() > 1) return strided;
		return WinogradConvolution.takes(window) && Math.min(input.size(3), output.size(3)) >= FEWEST_CHANNELS ? TILES
			: MATRICES;
	}
}
