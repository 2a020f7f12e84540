package org.vaerestore.vae;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.job.InputException;
import org.vaerestore.nn.ComputeThread;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.ParameterStore;
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
 * All arrays are allocated once per shape and kept until the shape changes or {@link #close}. Methods may be called
 * from any thread, one at a time; the computing happens on the {@link ComputeThread}.
 * </p>
 */
public final class LadderVae implements AutoCloseable {

	private final Architecture architecture;
	private final int threads;
	private final PixelShuffle shuffle;
	private final ParameterStore store = new ParameterStore();
	private final Encoder encoder;
	private final Decoder decoder;
	private INDArray input;
	private INDArray outputGradient;
	private float[] mean = {};
	private float[] raw = {};
	private float[] logVariance = {};
	private float[] meanGradient = {};
	private float[] rawGradient = {};
	private float[] targets = {};
	private float[] weights = {};
	private float[] targetVariances = {};

	/**
	 * Creates a network with random weights.
	 *
	 * @param architecture its shape
	 * @param seed of the weights
	 * @param threads compute threads, at least 1
	 */
	public LadderVae(final Architecture architecture, final long seed, final int threads) {
		this.architecture = architecture;
		this.threads = threads;
		shuffle = new PixelShuffle(architecture.shuffle());
		encoder = new Encoder(store, architecture, shuffle.inputChannels());
		decoder = new Decoder(store, architecture, shuffle.outputChannels());
		ComputeThread.run(threads, () -> store.allocate(seed));
	}

	/** Creates a network with given weights. */
	public static LadderVae of(final Architecture architecture, final List<Tensor> weights, final int threads) {
		final LadderVae vae = new LadderVae(architecture, 0, threads);
		vae.setWeights(weights);
		return vae;
	}

	/** Returns its shape. */
	public Architecture architecture() {
		return architecture;
	}

	/** Returns a copy of the weights. */
	public List<Tensor> weights() {
		final float[] values = new float[store.size()];
		store.values().get(0, values);
		return tensors(values);
	}

	/**
	 * Replaces the weights.
	 *
	 * @throws InputException if one is missing or of another shape
	 */
	public void setWeights(final List<Tensor> weights) {
		final float[] values = flat(weights);
		store.values().put(0, values);
	}

	/**
	 * Predicts the signal along the prior.
	 *
	 * @param context what is known
	 * @param latents where the samples come from
	 */
	public Prediction predict(final Pictures context, final Latents latents) {
		return ComputeThread.call(threads, () -> {
			forward(context, null, new Rows(context.rows(), 0), latents);
			final int size = context.rows() * context.area();
			final float[] signal = new float[size];
			final float[] variance = new float[size];
			for (int i = 0; i < size; i++) {
				signal[i] = mean[i];
				variance[i] = (float) Math.exp(logVariance[i]);
			}
			return new Prediction(signal, variance);
		});
	}

	/**
	 * Returns the means of the posterior at the top level, [row * y * x][latent channel].
	 *
	 * @param context what is known
	 * @param target what there is
	 */
	public double[][] topPosteriorMeans(final Pictures context, final Pictures target) {
		return ComputeThread.call(threads, () -> {
			final Rows rows = new Rows(context.rows(), context.rows());
			forward(context, target, rows, Latents.mean());
			final DecoderLevel top = decoder.level(architecture.levels() - 1);
			final int channels = top.shape().channels();
			final int positions = top.shape().positions() / 2;
			final double[][] means = new double[positions][channels];
			for (int i = 0; i < positions; i++)
				for (int c = 0; c < channels; c++)
					means[i][c] = top.priorValues()[(positions + i) * 2 * channels + c] + top.differenceValues()[i * 2 * channels +
						c];
			return means;
		});
	}

	/** Returns the memory that a batch takes off the Java heap, in bytes, in training or else in predicting. */
	public static long memory(final Architecture architecture, final int rows, final int height, final int width,
		final boolean training)
	{
		final long position = (long) rows * height * width / (architecture.shuffle() * architecture.shuffle());
		// Arrays of all channels per level: encoder and decoder blocks, their activations and, in training, gradients.
		final long arraysPerLevel = (training ? 6L : 3L) * 2 * architecture.blocks() + (training ? 14 : 8);
		return 4 * position * architecture.channels() * (arraysPerLevel + arraysPerLevel / 3 + (training ? 8 : 4));
	}

	/**
	 * Computes the losses of a batch and leaves the gradients in the parameter store.
	 *
	 * @param random noise of the posterior's samples
	 */
	Losses accumulate(final TrainingBatch batch, final Objective objective, final Likelihood likelihood,
		final SplittableRandom random)
	{
		final Pictures context = batch.context();
		final Rows rows = new Rows(context.rows(), batch.posteriorRows());
		final INDArray output = forward(context, batch.target(), rows, Latents.training(random));
		final int area = context.area();
		final int priorPixels = rows.context() * area;
		final int posteriorPixels = rows.target() * area;
		final double priorWeight = sum(batch.weight(), priorPixels);
		final double posteriorWeight = sum(batch.weight(), posteriorPixels);
		copyRows(batch.target().values(), priorPixels, posteriorPixels, targets);
		copyRows(batch.weight(), priorPixels, posteriorPixels, weights);
		copyRows(batch.targetVariance(), priorPixels, posteriorPixels, targetVariances);
		final double predictive = likelihood.evaluate(targets, mean, logVariance, weights, 0, priorPixels,
			targetVariances, objective.predictive() / priorWeight, meanGradient, rawGradient);
		final double reconstruction = likelihood.evaluate(targets, mean, logVariance, weights, priorPixels, priorPixels +
			posteriorPixels, targetVariances, 1 / posteriorWeight, meanGradient, rawGradient);
		for (int i = 0; i < priorPixels + posteriorPixels; i++)
			rawGradient[i] *= SignalVariance.slope(raw[i]);
		shuffle.writeGradient(meanGradient, rawGradient, rows.all(), context.height(), context.width(), OffHeap.buffer(
			gradientLike(output)));
		final int levels = architecture.levels();
		final double[] kl = new double[levels];
		final double[] klPerLatent = new double[levels];
		final double[] divergenceWeights = new double[levels];
		for (int level = 0; level < levels; level++) {
			final LatentShape shape = decoder.level(level).shape();
			final double divergence = decoder.level(level).divergence();
			kl[level] = divergence / posteriorWeight;
			klPerLatent[level] = divergence / Math.max(1, shape.size() / rows.all() * rows.target());
			divergenceWeights[level] = klPerLatent[level] > objective.freeNats() ? objective.beta() / posteriorWeight : 0;
		}
		encoder.backward(decoder.backward(outputGradient, divergenceWeights, objective.entropy() / posteriorWeight));
		return new Losses(predictive / priorWeight, reconstruction / posteriorWeight, kl, klPerLatent);
	}

	/** Returns the entropy of the posterior in the latest {@link #accumulate}, in nats, over all rows and levels. */
	double posteriorEntropy() {
		double sum = 0;
		for (int level = 0; level < architecture.levels(); level++)
			sum += decoder.level(level).posteriorEntropy();
		return sum;
	}

	/** Returns the parameters. */
	ParameterStore store() {
		return store;
	}

	/** Returns the first float of the decoder's parameters; those before are the encoder's. */
	int decoderBegin() {
		return store.slots().stream().filter(s -> s.name().startsWith("decoder.")).mapToInt(ParameterStore.Slot::offset)
			.min().orElseThrow();
	}

	/** Returns floats in the layout of the store as named tensors; copies. */
	List<Tensor> tensors(final float[] values) {
		final List<Tensor> tensors = new ArrayList<>();
		for (final ParameterStore.Slot slot : store.slots()) {
			final float[] copy = new float[slot.length()];
			System.arraycopy(values, slot.offset(), copy, 0, copy.length);
			tensors.add(new Tensor(slot.name(), slot.shape(), copy));
		}
		return tensors;
	}

	/** Returns named tensors as floats in the layout of the store. */
	float[] flat(final List<Tensor> tensors) {
		final Map<String, Tensor> byName = tensors.stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
		final float[] values = new float[store.size()];
		for (final ParameterStore.Slot slot : store.slots()) {
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
		ComputeThread.run(threads, () -> {
			encoder.close();
			decoder.close();
			store.close();
			OffHeap.close(input);
			OffHeap.close(outputGradient);
			input = null;
			outputGradient = null;
		});
	}

	private INDArray forward(final Pictures context, final Pictures target, final Rows rows, final LatentDraw draw) {
		final int side = shuffle.side();
		final long height = context.height() / side;
		final long width = context.width() / side;
		if (context.height() % architecture.granularity() != 0 || context.width() % architecture.granularity() != 0)
			throw new IllegalArgumentException("Pictures of " + context.width() + " x " + context.height() +
				" are no multiple of " + architecture.granularity() + ".");
		if (input == null || input.size(0) != rows.all() || input.size(1) != height || input.size(2) != width) {
			OffHeap.close(input);
			input = OffHeap.allocate(rows.all(), height, width, shuffle.inputChannels());
			final int size = rows.all() * context.area();
			mean = new float[size];
			raw = new float[size];
			logVariance = new float[size];
			meanGradient = new float[rows.target() > 0 ? size : 0];
			rawGradient = new float[meanGradient.length];
			targets = new float[meanGradient.length];
			weights = new float[meanGradient.length];
			targetVariances = new float[meanGradient.length];
		}
		final FloatBuffer buffer = OffHeap.buffer(input);
		shuffle.write(context, rows.context(), buffer, 0);
		if (rows.target() > 0) shuffle.write(target, rows.target(), buffer, rows.context());
		final INDArray output = decoder.forward(encoder.forward(input), rows, draw);
		shuffle.read(OffHeap.buffer(output), rows.all(), context.height(), context.width(), mean, raw);
		final int contextSize = rows.context() * context.area();
		for (int i = 0; i < rows.all() * context.area(); i++) {
			mean[i] += context.values()[i < contextSize ? i : i - contextSize];
			logVariance[i] = SignalVariance.bounded(raw[i]);
		}
		return output;
	}

	private INDArray gradientLike(final INDArray output) {
		if (outputGradient == null || !outputGradient.equalShapes(output)) {
			OffHeap.close(outputGradient);
			outputGradient = OffHeap.allocate(output.shape());
		}
		return outputGradient;
	}

	/** The posterior's rows have the targets of the first rows of the context. */
	private static void copyRows(final float[] from, final int priorPixels, final int posteriorPixels, final float[] to) {
		System.arraycopy(from, 0, to, 0, priorPixels);
		System.arraycopy(from, 0, to, priorPixels, posteriorPixels);
	}

	private static double sum(final float[] weights, final int count) {
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += weights[i];
		return Math.max(sum, 1);
	}
}
