package org.vaerestore.vae;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Scratch;

/**
 * One copy of the network with buffers of its own, for one thread at a time; copies share their weights.
 * <p>
 * All arrays are allocated once per shape and kept until the shape changes or {@link #close}.
 * </p>
 */
final class LadderNetwork implements AutoCloseable {

	private final Architecture architecture;
	private final PixelShuffle shuffle;
	private final Scratch scratch;
	private final ParameterStore store = new ParameterStore();
	private final Encoder encoder;
	private final Decoder decoder;
	private INDArray input;
	private INDArray output;
	private INDArray outputGradient;
	private int height;
	private int width;
	private float[] mean = {};
	private float[] raw = {};
	private float[] logVariance = {};

	/**
	 * Declares the network; its parameters are still to be allocated or shared.
	 *
	 * @param learning whether it is to learn; if not, it takes half as much memory and has no {@link #backward}
	 */
	LadderNetwork(final Architecture architecture, final boolean learning) {
		scratch = learning ? null : new Scratch();
		this.architecture = architecture;
		shuffle = new PixelShuffle(architecture.shuffle(), architecture.noiseInputs());
		encoder = new Encoder(store, architecture, shuffle.inputChannels(), scratch);
		decoder = new Decoder(store, architecture, shuffle.outputChannels(), scratch);
	}

	ParameterStore store() {
		return store;
	}

	DecoderLevel level(final int level) {
		return decoder.level(level);
	}

	/** Returns the predicted signal of the latest forward pass, [row, y, x], the context's rows first. */
	float[] mean() {
		return mean;
	}

	/** Returns the logarithm of the predicted variance of the latest forward pass, in the layout of the mean. */
	float[] logVariance() {
		return logVariance;
	}

	/**
	 * Predicts.
	 *
	 * @param context what is known
	 * @param target what there is, or null
	 * @param from first row of both
	 * @param rows how many rows of each
	 * @param draw where the latents come from
	 */
	void forward(final Pictures context, final Pictures target, final int from, final Rows rows, final LatentDraw draw) {
		bind(context, rows);
		final FloatBuffer buffer = OffHeap.buffer(input);
		shuffle.write(context, from, rows.context(), buffer, 0);
		if (rows.target() > 0) shuffle.write(target, from, rows.target(), buffer, rows.context());
		output = decoder.forward(encoder.forward(input), rows, draw);
		shuffle.read(OffHeap.buffer(output), rows.all(), height, width, mean, raw);
		final int contextSize = rows.context() * context.area();
		final int begin = from * context.area();
		for (int i = 0; i < rows.all() * context.area(); i++) {
			mean[i] += context.values()[begin + (i < contextSize ? i : i - contextSize)];
			logVariance[i] = SignalVariance.bounded(raw[i]);
		}
	}

	/**
	 * Sets the gradients of the parameters.
	 *
	 * @param meanGradient that of the mean
	 * @param logVarianceGradient that of the log-variance; overwritten
	 * @param divergenceWeights factor of each level's divergence in the loss
	 * @param entropyWeight factor of the posterior's entropy in the negative loss
	 */
	void backward(final float[] meanGradient, final float[] logVarianceGradient, final double[] divergenceWeights,
		final double entropyWeight)
	{
		for (int i = 0; i < raw.length; i++)
			logVarianceGradient[i] *= SignalVariance.slope(raw[i]);
		if (outputGradient == null || !outputGradient.equalShapes(output)) {
			OffHeap.close(outputGradient);
			outputGradient = OffHeap.allocate(output.shape());
		}
		shuffle.writeGradient(meanGradient, logVarianceGradient, (int) output.size(0), height, width, OffHeap.buffer(
			outputGradient));
		encoder.backward(decoder.backward(outputGradient, divergenceWeights, entropyWeight));
	}

	@Override
	public void close() {
		encoder.close();
		decoder.close();
		store.close();
		OffHeap.close(input);
		OffHeap.close(outputGradient);
		if (scratch != null) scratch.close();
		input = null;
		outputGradient = null;
	}

	private void bind(final Pictures context, final Rows rows) {
		height = context.height();
		width = context.width();
		if (height % architecture.granularity() != 0 || width % architecture.granularity() != 0)
			throw new IllegalArgumentException("Pictures of " + width + " x " + height + " are no multiple of " + architecture
				.granularity() + ".");
		final int side = shuffle.side();
		if (input != null && input.size(0) == rows.all() && input.size(1) == height / side && input.size(2) == width / side)
			return;
		// Tiles at the ends of a plane have other shapes; arrays of shapes that are gone must not pile up.
		if (scratch != null) {
			encoder.close();
			decoder.close();
			scratch.close();
		}
		OffHeap.close(input);
		input = OffHeap.allocate(rows.all(), height / side, width / side, shuffle.inputChannels());
		mean = new float[rows.all() * context.area()];
		raw = new float[mean.length];
		logVariance = new float[mean.length];
	}
}
