package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A way to compute convolutions; all ways give the same values but for rounding.
 * <p>
 * What they return computes with the same arrays whenever it is run, for as long as these live, on a worker.
 * </p>
 */
sealed interface ConvolutionMethod permits Nd4jConvolution, MatrixConvolution, WinogradConvolution,
	ConvolutionByKind {

	/**
	 * Prepares the computation of an output.
	 *
	 * @param window kernel and stride
	 * @param input [row, y, x, input channel]
	 * @param weight [y, x, input channel, output channel]
	 * @param bias [output channel]
	 * @param output takes the result, [row, y / stride, x / stride, output channel]
	 */
	Computation forward(Window window, INDArray input, Parameter weight, Parameter bias, INDArray output);

	/**
	 * Prepares the computation of gradients, those of the parameters included.
	 *
	 * @param gradient with respect to the output
	 * @param inputGradient takes that with respect to the input
	 */
	Computation backward(Window window, INDArray input, Parameter weight, Parameter bias, INDArray gradient,
		INDArray inputGradient);
}
