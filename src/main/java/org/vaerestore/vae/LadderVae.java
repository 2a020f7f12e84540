package org.vaerestore.vae;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.vaerestore.job.CancelledException;
import org.vaerestore.job.InputException;
import org.vaerestore.nn.Convolution;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Workers;
import org.vaerestore.vae.noise.Likelihood;

/**
 * A conditional ladder variational autoencoder: tells a signal from a picture of it with holes and noise.
 * <p>
 * A bottom-up encoder turns the context into features per level; a top-down decoder has at each level a prior
 * p(z | above, context) and in training a posterior q(z | above, context, target), and ends in the signal and its
 * log-variance (Sonderby et al., NeurIPS 2016; Sohn et al., NeurIPS 2015; Ivanov et al., VAEAC, ICLR 2019; Prakash et al.,
 * HDN, ICLR 2022). The signal is predicted as a difference to the context's values.
 * </p>
 * <p>
 * Rows of a batch are divided between the threads that it is granted, each of which has a copy of the network with its
 * own buffers; these are allocated once per shape and kept until the shape changes or {@link #close}. {@link #predict} may
 * be called by several threads at a time, all else by one at a time.
 * </p>
 */
public final class LadderVae implements AutoCloseable {

	/** What the engine's libraries take as soon as they are loaded, in bytes beside the heap. */
	public static final MemoryNeed ENGINE = new MemoryNeed(128L << 20, 0);

	private final Architecture architecture;
	private final int threads;
	/** Has the weights, and is the first that learns. */
	private final LadderNetwork first;
	private final List<TrainingPart> parts = new ArrayList<>();
	private final List<LadderNetwork> predictors = new ArrayList<>();
	private final BlockingQueue<LadderNetwork> idle = new LinkedBlockingQueue<>();

	/**
	 * Creates a network with random weights.
	 *
	 * @param architecture its shape
	 * @param seed of the weights
	 * @param threads compute threads, at least 1
	 */
	public LadderVae(final Architecture architecture, final long seed, final int threads) {
		this(architecture, threads);
		Workers.run(() -> first.store().allocate(seed));
	}

	private LadderVae(final Architecture architecture, final int threads) {
		this.architecture = architecture;
		this.threads = threads;
		first = new LadderNetwork(architecture, true);
	}

	/** Creates a network with given weights. */
	public static LadderVae of(final Architecture architecture, final List<Tensor> weights, final int threads) {
		final LadderVae vae = new LadderVae(architecture, threads);
		Workers.run(vae.first.store()::allocate);
		vae.setWeights(weights);
		return vae;
	}

	/** Returns its shape. */
	public Architecture architecture() {
		return architecture;
	}

	/** Returns how many threads it computes with. */
	public int threads() {
		return threads;
	}

	/** Returns a copy of the weights. */
	public List<Tensor> weights() {
		final float[] values = new float[store().size()];
		store().values().get(0, values);
		return tensors(values);
	}

	/**
	 * Replaces the weights.
	 *
	 * @throws InputException if one is missing or of another shape
	 */
	public void setWeights(final List<Tensor> weights) {
		final float[] values = flat(weights);
		store().values().put(0, values);
	}

	/**
	 * Runs jobs side by side on as many threads as were granted, and waits for the end of all. Within a job, {@link
	 * #predict} uses the job's thread alone.
	 *
	 * @param jobs number of jobs
	 * @param job takes the index of a job, from 0
	 */
	public void sideBySide(final int jobs, final IntConsumer job) {
		Workers.forEach(threads, jobs, job);
	}

	/**
	 * Predicts the signal along the prior.
	 *
	 * @param context what is known
	 * @param latents where the samples come from
	 */
	public Prediction predict(final Pictures context, final Latents latents) {
		final int divided = latents.areTheMean() ? Math.min(threads, context.rows()) : 1;
		final int area = context.area();
		final float[] signal = new float[context.rows() * area];
		final float[] variance = new float[signal.length];
		Workers.forEach(threads, divided, part -> {
			final int from = from(part, divided, context.rows());
			final int count = from(part + 1, divided, context.rows()) - from;
			final LadderNetwork network = borrow();
			try {
				network.forward(context, null, from, latents.rows(count), latents);
				for (int i = 0; i < count * area; i++) {
					signal[from * area + i] = network.mean()[i];
					variance[from * area + i] = (float) Math.exp(network.logVariance()[i]);
				}
			}
			finally {
				idle.add(network);
			}
		});
		return new Prediction(signal, variance);
	}

	/**
	 * Returns the means of the posterior at the top level, [row * y * x][latent channel].
	 *
	 * @param context what is known
	 * @param target what there is
	 */
	public double[][] topPosteriorMeans(final Pictures context, final Pictures target) {
		return Workers.call(() -> {
			final LadderNetwork network = borrow();
			try {
				network.forward(context, target, 0, Rows.training(context.rows(), context.rows(), 0, context.rows()), Latents.mean());
				return network.level(architecture.levels() - 1).posteriorMeans();
			}
			finally {
				idle.add(network);
			}
		});
	}

	/**
	 * Returns the memory that a batch takes, in training or else in predicting; tiles that are predicted side by side take
	 * it each, all but the {@link #ENGINE}.
	 */
	public static MemoryNeed memory(final Architecture architecture, final int rows, final int height, final int width,
		final boolean training)
	{
		final long position = (long) rows * height * width / (architecture.shuffle() * architecture.shuffle());
		// Arrays of all channels per level: the outputs of blocks and of what is between them, in training what is inside
		// the blocks too, and gradients.
		final long arraysPerLevel = (training ? 6L : 1L) * 2 * architecture.blocks() + (training ? 14 : 5);
		final long arrays = arraysPerLevel + arraysPerLevel / 3 + (training ? 8 : 3 + architecture.blocks());
		final long parameters = new LadderNetwork(architecture, training).store().size();
		final long pixels = (long) rows * height * width;
		return new MemoryNeed(Float.BYTES * (position * architecture.channels() * arrays + (training ? 6 : 2) * parameters),
			Float.BYTES * ((training ? 12 : 3) * pixels + (training ? 4 : 0) * parameters));
	}

	/** Returns the memory that a picture takes besides, in predicting, if there are companions; these are heard one by one. */
	public static MemoryNeed memoryOfCompanions(final Architecture architecture, final int height, final int width) {
		final long position = (long) height * width / (architecture.shuffle() * architecture.shuffle()), own = architecture.companionChannels();
		// Of all levels what the encoder, the way up and the heads give, and what is merged; input and output.
		final long perPosition = 14 * own * 4 / 3 + architecture.channels() * 4L / 3 + new PairShuffle(architecture.shuffle(), architecture
			.noiseInputs()).inputChannels();
		return new MemoryNeed(Float.BYTES * position * perPosition, Float.BYTES * position * own * 4 / 3);
	}

	/** Returns the memory that each thread takes besides, whatever the size of what it works on. */
	public static MemoryNeed memoryOfAThread(final Architecture architecture, final boolean training) {
		return new MemoryNeed(Convolution.bytesOfAWorker(architecture.channels(), training), 0);
	}

	/**
	 * Computes the losses of a batch and leaves the gradients in the parameter store.
	 *
	 * @param random noise of the posterior's samples
	 */
	Losses accumulate(final TrainingBatch batch, final Objective objective, final Likelihood likelihood,
		final SplittableRandom random)
	{
		final int count = Math.min(threads, batch.context().rows());
		final SplittableRandom[] randoms = new SplittableRandom[count];
		for (int k = 0; k < count; k++) {
			randoms[k] = random.split();
			if (k == parts.size()) parts.add(new TrainingPart(k == 0 ? first : copy(true)));
		}
		final List<TrainingPart> used = parts.subList(0, count);
		Workers.forEach(threads, count, k -> {
			used.get(k).forward(batch, from(k, count, batch.context().rows()), rows(batch, k, count), objective, likelihood,
				randoms[k]);
		});
		final BatchLosses losses = BatchLosses.of(used, architecture.levels());
		Workers.forEach(threads, count, k -> used.get(k).backward(objective, losses));
		if (count > 1) Workers.forEach(threads, count, k -> addGradients(used, from(k, count, store().size()), from(k + 1,
			count, store().size())));
		return losses.losses();
	}

	private static Rows rows(final TrainingBatch batch, final int part, final int count) {
		final TrainingBatch.Division division = batch.division();
		return Rows.training(share(part, count, batch.context().rows()), share(part, count, division.mean()), share(part, count,
			division.sampled()), share(part, count, division.posterior()));
	}

	private static int share(final int part, final int count, final int things) {
		return from(part + 1, count, things) - from(part, count, things);
	}

	/** Returns the entropy of the posterior in the latest {@link #accumulate}, in nats, over all rows and levels. */
	double posteriorEntropy() {
		double sum = 0;
		for (final TrainingPart part : parts)
			for (int level = 0; level < architecture.levels(); level++)
				sum += part.network().level(level).posteriorEntropy();
		return sum;
	}

	/** Returns the parameters. */
	ParameterStore store() {
		return first.store();
	}

	/** Returns the first float of a part's parameters, of which there are the encoder's, the decoder's, the companions' in this order. */
	int begin(final String part) {
		return store().slots().stream().filter(s -> s.name().startsWith(part)).mapToInt(ParameterStore.Slot::offset)
			.min().orElseThrow();
	}

	/** Returns floats in the layout of the store as named tensors; copies. */
	List<Tensor> tensors(final float[] values) {
		final List<Tensor> tensors = new ArrayList<>();
		for (final ParameterStore.Slot slot : store().slots()) {
			final float[] copy = new float[slot.length()];
			System.arraycopy(values, slot.offset(), copy, 0, copy.length);
			tensors.add(new Tensor(slot.name(), slot.shape(), copy));
		}
		return tensors;
	}

	/** Returns named tensors as floats in the layout of the store. */
	float[] flat(final List<Tensor> tensors) {
		final Map<String, Tensor> byName = tensors.stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
		final float[] values = new float[store().size()];
		for (final ParameterStore.Slot slot : store().slots()) {
			final Tensor tensor = byName.get(slot.name());
			if (tensor == null || !Arrays.equals(tensor.shape(), slot.shape())) throw new InputException(
				"The model's weights don't fit its network: there is no " + slot.name() + " of the shape " + Arrays.toString(slot
					.shape()) + ". The model comes from another version or is damaged; train it anew.");
			System.arraycopy(tensor.values(), 0, values, slot.offset(), slot.length());
		}
		return values;
	}

	@Override
	public void close() {
		Workers.run(() -> {
			predictors.forEach(LadderNetwork::close);
			parts.stream().skip(1).forEach(part -> part.network().close());
			first.close();
		});
	}

	/** Returns where a part begins if a number of things is divided evenly. */
	static int from(final int part, final int count, final int things) {
		return (int) ((long) part * things / count);
	}

	private static void addGradients(final List<TrainingPart> parts, final int from, final int to) {
		final FloatBuffer sum = parts.get(0).network().store().gradients();
		for (final TrainingPart part : parts.subList(1, parts.size())) {
			final FloatBuffer gradients = part.network().store().gradients();
			for (int i = from; i < to; i++)
				sum.put(i, sum.get(i) + gradients.get(i));
		}
	}

	private LadderNetwork copy(final boolean learning) {
		final LadderNetwork copy = new LadderNetwork(architecture, learning);
		Workers.run(() -> copy.store().share(first.store()));
		return copy;
	}

	/** Returns a copy for predicting that nobody uses; there are as many as there are threads. */
	private LadderNetwork borrow() {
		synchronized (predictors) {
			final LadderNetwork free = idle.poll();
			if (free != null) return free;
			if (predictors.size() < threads) {
				predictors.add(copy(false));
				return predictors.get(predictors.size() - 1);
			}
		}
		try {
			return idle.take();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		}
	}
}
