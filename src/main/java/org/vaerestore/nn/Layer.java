package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A differentiable step of a network on feature maps of the shape [row, y, x, channel].
 * <p>
 * A layer owns the arrays that it returns and writes them anew at each call; they are allocated when the shape of the
 * input changes. {@link #backward} refers to the latest {@link #forward}, adds nothing to parameter gradients but
 * overwrites them, and may overwrite the gradient that it is given.
 * </p>
 */
public interface Layer extends AutoCloseable {

	/** Computes the output for an input, which must stay unchanged until after {@link #backward}. */
	INDArray forward(INDArray input);

	/** Returns the gradient with respect to the latest input, given that with respect to the latest output. */
	INDArray backward(INDArray gradient);

	/** Frees the layer's arrays; it can be used again afterwards. */
	@Override
	void close();
}
