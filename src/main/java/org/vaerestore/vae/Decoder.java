package org.vaerestore.vae;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.Convolution;
import org.vaerestore.nn.LayerChain;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Relu;
import org.vaerestore.nn.Scratch;

/** The top-down part: a ladder of latents, and the signal and its log-variance at the end. */
final class Decoder implements AutoCloseable {

	/** Where another convolution follows, which starts as zero. */
	private static final double OUTPUT_GAIN = 0.3;

	private final List<DecoderLevel> levels = new ArrayList<>();
	private final LayerChain blocks;
	private final Relu activation;
	private final Convolution output;

	Decoder(final ParameterStore store, final Architecture architecture, final int outputChannels,
		final Scratch scratch)
	{
		activation = Relu.copying(scratch);
		for (int level = 0; level < architecture.levels(); level++)
			levels.add(new DecoderLevel(store, architecture, level, scratch));
		blocks = LayerChain.ofBlocks(store, "decoder.output", architecture.blocks(), architecture.channels(), scratch);
		output = new Convolution(store, "decoder.output", 3, 1, architecture.channels(), outputChannels,
			architecture.prior() == PriorUse.SAMPLED ? OUTPUT_GAIN : 0);
	}

	/**
	 * Returns the output, [row, y, x, channel].
	 *
	 * @param features see {@link DecoderLevel#forward}, finest first
	 * @param ownTarget see there; null for none
	 */
	INDArray forward(final List<INDArray> features, final List<INDArray> ownTarget, final Rows rows, final LatentDraw draw) {
		INDArray state = null;
		for (int level = levels.size() - 1; level >= 0; level--)
			state = levels.get(level).forward(state, features.get(level), ownTarget == null ? null : ownTarget.get(level), rows, draw);
		return output.forward(activation.forward(blocks.forward(state)));
	}

	/** Returns the gradients of the features, finest first, given that of the output. */
	List<INDArray> backward(final INDArray outputGradient, final double[] divergenceWeights, final double entropyWeight) {
		INDArray gradient = blocks.backward(activation.backward(output.backward(outputGradient)));
		for (int level = 0; level < levels.size(); level++)
			gradient = levels.get(level).backward(gradient, divergenceWeights[level], entropyWeight);
		return levels.stream().map(DecoderLevel::featureGradient).toList();
	}

	/** Returns the gradients of the target's own features of the latest backward pass, finest first. */
	List<INDArray> ownTargetGradients() {
		return levels.stream().map(DecoderLevel::ownTargetGradient).toList();
	}

	DecoderLevel level(final int level) {
		return levels.get(level);
	}

	@Override
	public void close() {
		levels.forEach(DecoderLevel::close);
		blocks.close();
		activation.close();
		output.close();
	}
}
