package org.vaerestore.vae;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

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
	/** The posterior's own, or null where the context's encoder sees the target, too. */
	private final Encoder targetEncoder;
	private final Decoder decoder;
	/** Null where pictures are seen alone. */
	private final CompanionPath companions;
	/** Null where blocks of pixels come out of the decoder as they are. */
	private final FullResolution fullResolution;
	/** What comes out: blocks, or pixels. */
	private final PixelShuffle outputShuffle;
	private INDArray input;
	private INDArray targetInput;
	private INDArray output;
	private INDArray outputGradient;
	private Rows bound;
	private boolean seesCompanions;
	/** The context's rows, averaged with their companions if there are any. */
	private Pictures seen;
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
		encoder = new Encoder(store, "encoder", architecture, shuffle.inputChannels(), scratch);
		final int pixelChannels = architecture.prior().fullResolutionChannels();
		final boolean sampled = pixelChannels > 0;
		targetEncoder = sampled ? new Encoder(store, "posterior", architecture, shuffle.inputChannels(), null) : null;
		decoder = new Decoder(store, architecture, sampled ? shuffle.side() * shuffle.side() * pixelChannels : shuffle
			.outputChannels(), scratch);
		fullResolution = sampled ? new FullResolution(store, shuffle.side(), pixelChannels) : null;
		companions = architecture.seesCompanions() ? new CompanionPath(store, architecture, scratch) : null;
		outputShuffle = sampled ? new PixelShuffle(1, architecture.noiseInputs()) : shuffle;
	}

	ParameterStore store() {
		return store;
	}

	DecoderLevel level(final int level) {
		return decoder.level(level);
	}

	/** Returns the predicted signal of the latest forward pass, [row, y, x], in the order of the strands. */
	float[] mean() {
		return mean;
	}

	/** Returns the logarithm of the predicted variance of the latest forward pass, in the layout of the mean. */
	float[] logVariance() {
		return logVariance;
	}

	/** Returns the context's rows of the latest forward pass, averaged with their companions; null if they have none. */
	Pictures averaged() {
		return seesCompanions ? seen : null;
	}

	/**
	 * Predicts.
	 *
	 * @param context what is known
	 * @param target what there is, or null
	 * @param from first row of both
	 * @param rows how many rows of each, and how they go through the decoder
	 * @param draw where the latents come from
	 */
	void forward(final Pictures context, final Pictures target, final int from, final Rows rows, final LatentDraw draw) {
		bind(context, rows);
		final FloatBuffer buffer = OffHeap.buffer(input);
		seesCompanions = companions != null && !context.companions().isEmpty();
		seen = seesCompanions ? companions.forward(context, from, rows.context()) : context;
		final int first = seesCompanions ? 0 : from;
		shuffle.write(seen, first, rows.context(), buffer, 0);
		if (seesCompanions) shuffle.scaleNoise(companions.noiseLeft(), buffer);
		List<INDArray> ownTarget = null;
		if (rows.target() > 0 && targetEncoder == null) shuffle.write(target, from, rows.target(), buffer, rows.context());
		final List<INDArray> features = encoder.forward(input, seesCompanions ? companions : null);
		if (rows.target() > 0 && targetEncoder != null) {
			// What is hidden matters to the posterior: it has to tell that alone.
			shuffle.write(new Pictures(target.rows(), height, width, target.values(), context.visible(), target.noise()), from, rows
				.target(), OffHeap.buffer(targetInput), 0);
			ownTarget = targetEncoder.forward(targetInput);
		}
		final INDArray decoded = decoder.forward(features, ownTarget, rows, draw);
		output = fullResolution == null ? decoded : fullResolution.forward(decoded);
		outputShuffle.read(OffHeap.buffer(output), rows.all(), height, width, mean, raw);
		int i = 0;
		for (final Strand strand : rows.strands())
			for (int k = first * seen.area(); k < (first + strand.rows()) * seen.area(); k++, i++) {
				mean[i] += seen.values()[k];
				logVariance[i] = SignalVariance.bounded(raw[i]);
			}
	}

	/**
	 * Sets the gradients of the parameters.
	 *
	 * @param meanGradient that of the mean
	 * @param logVarianceGradient that of the log-variance; overwritten
	 * @param averagedGradient that of the averaged pictures besides, if there are any
	 * @param divergenceWeights factor of each level's divergence in the loss
	 * @param entropyWeight factor of the posterior's entropy in the negative loss
	 */
	void backward(final float[] meanGradient, final float[] logVarianceGradient, final float[] averagedGradient,
		final double[] divergenceWeights, final double entropyWeight)
	{
		for (int i = 0; i < raw.length; i++)
			logVarianceGradient[i] *= SignalVariance.slope(raw[i]);
		if (outputGradient == null || !outputGradient.equalShapes(output)) {
			OffHeap.close(outputGradient);
			outputGradient = OffHeap.allocate(output.shape());
		}
		outputShuffle.writeGradient(meanGradient, logVarianceGradient, (int) output.size(0), height, width, OffHeap.buffer(
			outputGradient));
		final INDArray inputGradient = encoder.backward(decoder.backward(fullResolution == null ? outputGradient : fullResolution.backward(outputGradient),
			divergenceWeights, entropyWeight), seesCompanions ? companions : null);
		if (seesCompanions) backwardOfAverage(meanGradient, averagedGradient, OffHeap.buffer(inputGradient));
		else if (companions != null) store.clearGradients(CompanionPath.NAME);
		if (targetInput != null) targetEncoder.backward(decoder.ownTargetGradients());
	}

	/** What comes out is a difference to what goes in, so that its gradient goes there as well. */
	private void backwardOfAverage(final float[] meanGradient, final float[] averagedGradient, final FloatBuffer inputGradient) {
		final float[] valueGradient = Arrays.copyOf(averagedGradient, seen.rows() * seen.area()), leftGradient = new float[companions.noiseLeft().length];
		int i = 0;
		for (final Strand strand : bound.strands())
			for (int k = 0; k < strand.rows() * seen.area(); k++, i++)
				valueGradient[k] += meanGradient[i];
		shuffle.readGradient(inputGradient, seen, valueGradient, leftGradient);
		companions.backward(valueGradient, leftGradient);
	}

	@Override
	public void close() {
		closeLayers();
		store.close();
		OffHeap.close(input);
		OffHeap.close(targetInput);
		OffHeap.close(outputGradient);
		if (scratch != null) scratch.close();
		input = null;
		targetInput = null;
		outputGradient = null;
	}

	private void closeLayers() {
		encoder.close();
		if (targetEncoder != null) targetEncoder.close();
		decoder.close();
		if (fullResolution != null) fullResolution.close();
		if (companions != null) companions.close();
	}

	private void bind(final Pictures context, final Rows rows) {
		height = context.height();
		width = context.width();
		if (height % architecture.granularity() != 0 || width % architecture.granularity() != 0)
			throw new IllegalArgumentException("Pictures of " + width + " x " + height + " are no multiple of " + architecture
				.granularity() + ".");
		final int side = shuffle.side(), apart = targetEncoder == null ? 0 : rows.target(), together = rows.context() + rows
			.target() - apart;
		if (input != null && bound.equals(rows) && input.size(1) == height / side && input.size(2) == width / side) return;
		bound = rows;
		// Tiles at the ends of a plane have other shapes; arrays of shapes that are gone must not pile up.
		if (scratch != null) {
			closeLayers();
			scratch.close();
		}
		OffHeap.close(input);
		OffHeap.close(targetInput);
		input = OffHeap.allocate(together, height / side, width / side, shuffle.inputChannels());
		targetInput = apart == 0 ? null : OffHeap.allocate(apart, height / side, width / side, shuffle.inputChannels());
		mean = new float[rows.all() * context.area()];
		raw = new float[mean.length];
		logVariance = new float[mean.length];
	}
}
