package org.vaerestore.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.vaerestore.vae.Architecture;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;

/**
 * The same layers in PyTorch, by its own autograd; its training step has neither an optimizer's step nor an average of the
 * weights.
 */
final class PyTorchContender implements Contender {

	private static final double BOUND = 8;

	private final Architecture architecture;
	private final NDManager manager;
	private final NDArray input;
	private final NDArray target;
	private final NDArray noise;
	private final Convolution stem;
	private final List<Convolution[]> encoderBlocks = new ArrayList<>();
	private final List<Convolution> downs = new ArrayList<>();
	private final List<Convolution[]> decoderBlocks = new ArrayList<>();
	private final List<Convolution> priors = new ArrayList<>();
	private final List<Convolution> posteriors = new ArrayList<>();
	private final List<Convolution> projections = new ArrayList<>();
	private final Convolution[] last;
	private final Convolution output;

	/** A convolution's parameters. */
	private record Convolution(NDArray weight, NDArray bias, int stride, int padding) {

		NDArray of(final NDArray x) {
			return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), new Shape(padding, padding), new Shape(1, 1))
				.singletonOrThrow();
		}
	}

	PyTorchContender(final Architecture architecture, final int threads) {
		System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
		System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
		this.architecture = architecture;
		manager = Engine.getEngine("PyTorch").newBaseManager();
		final int s = architecture.shuffle(), c = architecture.channels(), z = architecture.latentChannels();
		final int side = SIDE / s;
		input = manager.randomNormal(new Shape(ROWS + POSTERIOR_ROWS, 3 * s * s + 2, side, side));
		target = manager.randomNormal(new Shape(ROWS + POSTERIOR_ROWS, s * s, side, side));
		noise = manager.randomNormal(new Shape(POSTERIOR_ROWS, z, side, side));
		stem = convolution(3, 1, 3 * s * s + 2, c);
		for (int level = 0; level < architecture.levels(); level++) {
			encoderBlocks.add(blocks());
			downs.add(convolution(3, 2, c, c));
			decoderBlocks.add(blocks());
			priors.add(convolution(1, 1, c, 2 * z));
			posteriors.add(convolution(1, 1, c, 2 * z));
			projections.add(convolution(1, 1, z, c));
		}
		last = blocks();
		output = convolution(3, 1, c, 2 * s * s);
	}

	@Override
	public void step() {
		try (NDManager own = manager.newSubManager();
				GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector())
		{
			final NDArray batch = input.duplicate();
			batch.attach(own);
			gradients.backward(loss(batch, POSTERIOR_ROWS));
		}
	}

	@Override
	public void forward() {
		try (NDManager own = manager.newSubManager()) {
			final NDArray batch = input.get(new NDIndex("0:" + ROWS));
			batch.attach(own);
			loss(batch, 0).toFloatArray();
		}
	}

	@Override
	public void close() {
		manager.close();
	}

	private NDArray loss(final NDArray batch, final int posteriorRows) {
		final List<NDArray> features = new ArrayList<>();
		NDArray x = stem.of(batch);
		for (int level = 0; level < architecture.levels(); level++) {
			x = run(encoderBlocks.get(level), x);
			features.add(x);
			if (level < architecture.levels() - 1) x = downs.get(level).of(x);
		}
		NDArray state = null;
		NDArray divergence = null;
		for (int level = architecture.levels() - 1; level >= 0; level--) {
			final NDArray all = features.get(level);
			final NDArray context = all.get(new NDIndex("0:" + ROWS));
			NDArray start = posteriorRows == 0 ? context : context.concat(all.get(new NDIndex("0:" + posteriorRows)), 0);
			if (state != null) start = start.add(state.getNDArrayInternal().interpolation(new long[] { start.getShape().get(2),
				start.getShape().get(3) }, 0, false));
			state = run(decoderBlocks.get(level), start);
			final NDArray prior = priors.get(level).of(Activation.relu(state));
			final int z = architecture.latentChannels();
			NDArray latents = prior.get(new NDIndex("0:" + ROWS + ",0:" + z));
			if (posteriorRows > 0) {
				final NDArray joint = Activation.relu(all.get(new NDIndex(ROWS + ":")).add(state.get(new NDIndex(ROWS + ":"))));
				final NDArray difference = posteriors.get(level).of(joint);
				final NDArray mean = prior.get(new NDIndex(ROWS + ":,0:" + z)), raw = prior.get(new NDIndex(ROWS + ":," + z +
					":"));
				final NDArray shift = difference.get(new NDIndex(":,0:" + z));
				final NDArray priorLog = bounded(raw), log = bounded(raw.add(difference.get(new NDIndex(":," + z + ":"))));
				final NDArray deviation = log.mul(0.5).exp();
				final long height = mean.getShape().get(2), width = mean.getShape().get(3);
				latents = latents.concat(mean.add(shift).add(deviation.mul(noise.get(new NDIndex(":,:,0:" + height + ",0:" +
					width)))), 0);
				final NDArray kl = priorLog.sub(log).add(deviation.square().add(shift.square()).mul(priorLog.neg().exp())).sub(1)
					.sum();
				divergence = divergence == null ? kl : divergence.add(kl);
			}
			state = projections.get(level).of(latents).add(state);
		}
		final NDArray out = output.of(Activation.relu(run(last, state)));
		final int pixels = architecture.shuffle() * architecture.shuffle();
		final NDArray raw = out.get(new NDIndex(":," + pixels + ":"));
		final NDArray log = raw.div(raw.abs().add(1)).mul(7).sub(4.6);
		final NDArray error = out.get(new NDIndex(":,0:" + pixels)).sub(target.get(new NDIndex("0:" + out.getShape().get(0))));
		final NDArray likelihood = log.add(error.square().mul(log.neg().exp())).sum();
		return (divergence == null ? likelihood : likelihood.add(divergence)).mul((float) (0.5 / target.size()));
	}

	private static NDArray bounded(final NDArray raw) {
		return raw.div(raw.abs().div(BOUND).add(1));
	}

	private static NDArray run(final Convolution[] blocks, final NDArray input) {
		NDArray x = input;
		for (int i = 0; i < blocks.length; i += 2)
			x = blocks[i + 1].of(Activation.relu(blocks[i].of(Activation.relu(x)))).add(x);
		return x;
	}

	private Convolution[] blocks() {
		final Convolution[] blocks = new Convolution[2 * architecture.blocks()];
		for (int i = 0; i < blocks.length; i++)
			blocks[i] = convolution(3, 1, architecture.channels(), architecture.channels());
		return blocks;
	}

	private Convolution convolution(final int kernel, final int stride, final int from, final int to) {
		final NDArray weight = manager.randomNormal(new Shape(to, from, kernel, kernel)).muli(Math.sqrt(1.0 / (kernel * kernel *
			from)));
		final NDArray bias = manager.zeros(new Shape(to));
		for (final NDArray parameter : new NDList(weight, bias))
			parameter.setRequiresGradient(true);
		return new Convolution(weight, bias, stride, kernel / 2);
	}
}
