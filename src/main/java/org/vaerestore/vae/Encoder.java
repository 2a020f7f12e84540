package org.vaerestore.vae;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.Convolution;
import org.vaerestore.nn.LayerChain;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Scratch;

/** A bottom-up part: turns pictures into features per level, finest first. */
final class Encoder implements AutoCloseable {

	private final Convolution stem;
	private final List<LayerChain> levels = new ArrayList<>();
	private final List<Convolution> downs = new ArrayList<>();

	/** Declares the part of a network that sees pictures. */
	Encoder(final ParameterStore store, final String prefix, final Architecture architecture, final int inputChannels,
		final Scratch scratch)
	{
		this(store, prefix, architecture.levels(), architecture.blocks(), architecture.channels(), inputChannels, scratch);
	}

	Encoder(final ParameterStore store, final String prefix, final int depth, final int blocks, final int channels,
		final int inputChannels, final Scratch scratch)
	{
		stem = new Convolution(store, prefix + ".stem", 3, 1, inputChannels, channels, 1);
		for (int level = 0; level < depth; level++) {
			final String name = prefix + "." + level;
			levels.add(LayerChain.ofBlocks(store, name, blocks, channels, scratch));
			if (level < depth - 1) downs.add(new Convolution(store, name + ".down", 3, 2, channels, channels,
				1));
		}
	}

	/** Returns the features of each level, [row, y, x, channel]. */
	List<INDArray> forward(final INDArray input) {
		return forward(input, null);
	}

	/**
	 * Returns the features of each level, [row, y, x, channel].
	 *
	 * @param companions what they add, or null for none
	 */
	List<INDArray> forward(final INDArray input, final CompanionPath companions) {
		final List<INDArray> features = new ArrayList<>();
		INDArray x = stem.forward(input);
		for (int level = 0; level < levels.size(); level++) {
			if (companions != null) companions.addTo(level, x);
			x = levels.get(level).forward(x);
			features.add(x);
			if (level < downs.size()) x = downs.get(level).forward(x);
		}
		return features;
	}

	/** Sets the gradients of the parameters, given those of the features, which it overwrites, and returns that of the input. */
	INDArray backward(final List<INDArray> featureGradients) {
		return backward(featureGradients, null);
	}

	/**
	 * Sets the gradients of the parameters, given those of the features, which it overwrites, and returns that of the input.
	 *
	 * @param companions that had something to add, or null
	 */
	INDArray backward(final List<INDArray> featureGradients, final CompanionPath companions) {
		INDArray gradient = null;
		for (int level = levels.size() - 1; level >= 0; level--) {
			final INDArray here = featureGradients.get(level);
			if (gradient != null) here.addi(downs.get(level).backward(gradient));
			gradient = levels.get(level).backward(here);
			if (companions != null) companions.gradient(level, gradient);
		}
		return stem.backward(gradient);
	}

	@Override
	public void close() {
		stem.close();
		levels.forEach(LayerChain::close);
		downs.forEach(Convolution::close);
	}
}
