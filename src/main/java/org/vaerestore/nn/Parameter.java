package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trained array and its gradient, both views into the arrays of its {@link ParameterStore}.
 *
 * @param name unique within its store
 * @param value what is trained
 * @param gradient of the loss with respect to it, of the same shape
 */
public record Parameter(String name, INDArray value, INDArray gradient) {
}
