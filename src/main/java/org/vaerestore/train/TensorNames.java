package org.vaerestore.train;

import java.util.List;

import org.vaerestore.vae.Tensor;

/** Several sets of weights in one list, told apart by the beginnings of their names. */
final class TensorNames {

	private TensorNames() {}

	static List<Tensor> with(final String beginning, final List<Tensor> weights) {
		return weights.stream().map(tensor -> new Tensor(beginning + tensor.name(), tensor.shape(), tensor.values())).toList();
	}

	/** Returns the weights whose names begin so, by their own names. */
	static List<Tensor> without(final String beginning, final List<Tensor> tensors) {
		return tensors.stream().filter(tensor -> tensor.name().startsWith(beginning)).map(tensor -> new Tensor(tensor.name()
			.substring(beginning.length()), tensor.shape(), tensor.values())).toList();
	}
}
