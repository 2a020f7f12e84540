package org.vaerestore.nn;

import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers one behind the other. */
public final class LayerChain implements Layer {

	private final List<? extends Layer> layers;

	/** Chains layers, the first one next to the input. */
	public LayerChain(final List<? extends Layer> layers) {
		this.layers = List.copyOf(layers);
	}

	/**
	 * Declares a chain of residual blocks.
	 *
	 * @param scratch see {@link ResidualBlock}
	 */
	public static LayerChain ofBlocks(final ParameterStore store, final String name, final int blocks,
		final int channels, final Scratch scratch)
	{
		return new LayerChain(IntStream.range(0, blocks).mapToObj(i -> new ResidualBlock(store, name + ".block." + i,
			channels, scratch)).toList());
	}

	@Override
	public INDArray forward(final INDArray input) {
		INDArray x = input;
		for (final Layer layer : layers)
			x = layer.forward(x);
		return x;
	}

	@Override
	public INDArray backward(final INDArray gradient) {
		INDArray g = gradient;
		for (int i = layers.size() - 1; i >= 0; i--)
			g = layers.get(i).backward(g);
		return g;
	}

	@Override
	public void close() {
		layers.forEach(Layer::close);
	}
}
