package org.vaerestore.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;
import org.vaerestore.vae.Architecture;

/** Writes the layers of the ladder VAE, and its loss, as a graph of SameDiff; feature maps have the channel last. */
final class SameDiffLadder {

	private static final double BOUND = 8;

	private final SameDiff graph;
	private final Architecture architecture;
	private final int posteriorRows;

	/** Writes to an empty graph; without posterior rows, the network's prediction along the prior's mean. */
	SameDiffLadder(final SameDiff graph, final Architecture architecture, final int posteriorRows) {
		this.graph = graph;
		this.architecture = architecture;
		this.posteriorRows = posteriorRows;
	}

	/** Returns the loss. */
	SDVariable loss() {
		final List<SDVariable> features = features();
		SDVariable state = null, divergence = null;
		for (int level = architecture.levels() - 1; level >= 0; level--) {
			final String name = "decoder" + level;
			final int side = side() >> level, z = architecture.latentChannels();
			final SDVariable all = features.get(level);
			final SDVariable context = rows(all, 0, Contender.ROWS, side);
			SDVariable start = posteriorRows == 0 ? context : graph.concat(0, context, rows(all, 0, posteriorRows, side));
			if (state != null) start = start.add(graph.cnn().upsampling2d(state, 2, 2, false));
			state = blocks(name, start);
			final SDVariable prior = convolution(name + ".prior", 1, 1, architecture.channels(), 2 * z, relu(state));
			SDVariable latents = slice(prior, 0, Contender.ROWS, side, 0, z);
			if (posteriorRows > 0) {
				final int end = Contender.ROWS + posteriorRows;
				final SDVariable joint = relu(rows(all, Contender.ROWS, end, side).add(rows(state, Contender.ROWS, end, side)));
				final SDVariable difference = convolution(name + ".posterior", 1, 1, architecture.channels(), 2 * z, joint);
				final SDVariable mean = slice(prior, Contender.ROWS, end, side, 0, z), raw = slice(prior, Contender.ROWS, end,
					side, z, 2 * z);
				final SDVariable shift = slice(difference, 0, posteriorRows, side, 0, z);
				final SDVariable priorLog = bounded(raw), log = bounded(raw.add(slice(difference, 0, posteriorRows, side, z, 2 *
					z)));
				final SDVariable deviation = graph.math().exp(log.mul(0.5));
				final SDVariable noise = graph.constant(name + ".noise", Nd4j.randn(DataType.FLOAT, posteriorRows, side, side, z));
				latents = graph.concat(0, latents, mean.add(shift).add(deviation.mul(noise)));
				final SDVariable kl = priorLog.sub(log).add(graph.math().square(deviation).add(graph.math().square(shift)).mul(graph
					.math().exp(graph.math().neg(priorLog)))).sub(1).sum();
				divergence = divergence == null ? kl : divergence.add(kl);
			}
			state = convolution(name + ".latent", 1, 1, z, architecture.channels(), latents).add(state);
		}
		final SDVariable likelihood = likelihood(state);
		return (divergence == null ? likelihood : likelihood.add(divergence)).mul("loss", 0.5 / (allRows() * side() * side() *
			pixels()));
	}

	private List<SDVariable> features() {
		final INDArray input = Nd4j.randn(DataType.FLOAT, allRows(), side(), side(), 3 * pixels() + 2);
		final int c = architecture.channels();
		final List<SDVariable> features = new ArrayList<>();
		SDVariable x = convolution("stem", 3, 1, 3 * pixels() + 2, c, graph.constant("input", input));
		for (int level = 0; level < architecture.levels(); level++) {
			x = blocks("encoder" + level, x);
			features.add(x);
			if (level < architecture.levels() - 1) x = convolution("down" + level, 3, 2, c, c, x);
		}
		return features;
	}

	private SDVariable likelihood(final SDVariable state) {
		final SDVariable out = convolution("output", 3, 1, architecture.channels(), 2 * pixels(), relu(blocks("last", state)));
		final SDVariable target = graph.constant("target", Nd4j.randn(DataType.FLOAT, allRows(), side(), side(), pixels()));
		final SDVariable raw = slice(out, 0, allRows(), side(), pixels(), 2 * pixels());
		final SDVariable log = raw.div(graph.math().abs(raw).add(1)).mul(7).sub(4.6);
		final SDVariable error = slice(out, 0, allRows(), side(), 0, pixels()).sub(target);
		return log.add(graph.math().square(error).mul(graph.math().exp(graph.math().neg(log)))).sum();
	}

	private SDVariable blocks(final String name, final SDVariable input) {
		final int c = architecture.channels();
		SDVariable x = input;
		for (int i = 0; i < architecture.blocks(); i++)
			x = convolution(name + ".second" + i, 3, 1, c, c, relu(convolution(name + ".first" + i, 3, 1, c, c, relu(x)))).add(
				x);
		return x;
	}

	private SDVariable convolution(final String name, final int kernel, final int stride, final int from, final int to,
		final SDVariable x)
	{
		final SDVariable weight = graph.var(name + ".weight", Nd4j.randn(DataType.FLOAT, kernel, kernel, from, to).muli(Math
			.sqrt(1.0 / (kernel * kernel * from))));
		final SDVariable bias = graph.var(name + ".bias", Nd4j.zeros(DataType.FLOAT, to));
		return graph.cnn().conv2d(x, weight, bias, Conv2DConfig.builder().kH(kernel).kW(kernel).sH(stride).sW(stride)
			.paddingMode(PaddingMode.SAME).dataFormat(Conv2DConfig.NHWC).weightsFormat(WeightsFormat.YXIO).build());
	}

	private SDVariable relu(final SDVariable x) {
		return graph.nn().relu(x, 0);
	}

	private SDVariable bounded(final SDVariable raw) {
		return raw.div(graph.math().abs(raw).div(BOUND).add(1));
	}

	private SDVariable rows(final SDVariable x, final int from, final int to, final int side) {
		return slice(x, from, to, side, 0, architecture.channels());
	}

	private SDVariable slice(final SDVariable x, final int from, final int to, final int side, final int firstChannel,
		final int endChannel)
	{
		return graph.slice(x, new int[] { from, 0, 0, firstChannel }, to - from, side, side, endChannel - firstChannel);
	}

	/** Rows of the context, and of the target if there are posterior rows. */
	private int allRows() {
		return Contender.ROWS + posteriorRows;
	}

	private int pixels() {
		return architecture.shuffle() * architecture.shuffle();
	}

	private int side() {
		return Contender.SIDE / architecture.shuffle();
	}
}
