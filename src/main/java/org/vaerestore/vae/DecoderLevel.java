package org.vaerestore.vae;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vaerestore.nn.Convolution;
import org.vaerestore.nn.LayerChain;
import org.vaerestore.nn.NearestUpsampling;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.ParameterStore;
import org.vaerestore.nn.Relu;
import org.vaerestore.nn.ResidualGaussian;
import org.vaerestore.nn.RowView;
import org.vaerestore.nn.Scratch;

/**
 * One level of the top-down part: takes the state of the level above and the context's features, gives the prior, draws
 * the latents from it or from the posterior, and hands the state on.
 * <p>
 * Rows of the state are first those that follow the prior, one for each row of the context, then those that follow the
 * posterior, one for each row of the target; the posterior's row i has the context's row i.
 * </p>
 */
final class DecoderLevel implements AutoCloseable {

	private static final double HEAD_GAIN = 0.1;

	private final int level;
	private final int latentChannels;
	private final NearestUpsampling up;
	private final LayerChain blocks;
	private final Relu priorActivation;
	private final Convolution priorHead;
	private final Relu posteriorActivation = Relu.inPlace();
	private final Convolution posteriorHead;
	private final Convolution latentProjection;
	private final ResidualGaussian gaussian;

	private Rows rows;
	private INDArray features;
	private INDArray contextFeatures;
	private INDArray sharedFeatures;
	private RowView priorForwardStart;
	private RowView posteriorForwardStart;
	private RowView posteriorState;
	private RowView posteriorGradient;
	private RowView priorStart;
	private RowView posteriorStart;
	private RowView contextGradient;
	private RowView sharedGradient;
	private RowView targetGradient;
	private INDArray targetFeatures;
	private INDArray topState;
	private INDArray z;
	private INDArray priorGradient;
	private INDArray differenceGradient;
	private INDArray joint;
	private INDArray featureGradient;
	private LatentShape shape;
	private float temperature;
	private double divergence;
	private float[] noise = {};
	private float[] latents;
	private float[] priorValues;
	private float[] differenceValues;
	private float[] latentGradients;
	private float[] priorGradients;
	private float[] differenceGradients;

	DecoderLevel(final ParameterStore store, final Architecture architecture, final int level,
		final Scratch scratch)
	{
		priorActivation = Relu.copying(scratch);
		this.level = level;
		final int channels = architecture.channels();
		latentChannels = architecture.latentChannels();
		gaussian = new ResidualGaussian(latentChannels);
		final String name = "decoder." + level;
		up = level == architecture.levels() - 1 ? null : new NearestUpsampling();
		blocks = LayerChain.ofBlocks(store, name, architecture.blocks(), channels, scratch);
		priorHead = new Convolution(store, name + ".prior", 1, 1, channels, 2 * latentChannels, HEAD_GAIN);
		posteriorHead = new Convolution(store, name + ".posterior", 1, 1, channels, 2 * latentChannels, HEAD_GAIN);
		latentProjection = new Convolution(store, name + ".latent", 1, 1, latentChannels, channels, HEAD_GAIN);
	}

	/**
	 * Returns the state of this level.
	 *
	 * @param above state of the level above, or null at the top
	 * @param levelFeatures the encoder's features of this level: context rows, then target rows
	 */
	INDArray forward(final INDArray above, final INDArray levelFeatures, final Rows newRows, final LatentDraw draw) {
		bind(levelFeatures, newRows);
		final INDArray start = start(above);
		final INDArray state = blocks.forward(start);
		final INDArray prior = priorHead.forward(priorActivation.forward(state));
		INDArray difference = null;
		if (rows.target() > 0) {
			joint.assign(targetFeatures);
			joint.addi(posteriorState.of(state));
			difference = posteriorHead.forward(posteriorActivation.forward(joint));
		}
		drawLatents(prior, difference, draw);
		return latentProjection.forward(z).addi(state);
	}

	/** Returns the divergence of the posterior from the prior in the latest forward pass, in nats, over all rows. */
	double divergence() {
		return divergence;
	}

	/** Returns the entropy of the posterior in the latest forward pass, in nats, over all rows. */
	double posteriorEntropy() {
		final int priorPositions = shape.positions() / rows.all() * rows.context();
		return gaussian.posteriorEntropy(priorValues, differenceValues, priorPositions, shape.positions());
	}

	/** Returns the prior's parameters of the latest forward pass, [position, 2 * channels]: means, raw log-variances. */
	float[] priorValues() {
		return priorValues;
	}

	/** Returns the posterior's difference to the prior in the latest forward pass, in the layout of the prior. */
	float[] differenceValues() {
		return differenceValues;
	}

	LatentShape shape() {
		return shape;
	}

	/**
	 * Returns the gradient of the state above, null at the top, and keeps that of the features.
	 *
	 * @param gradient of this level's state; overwritten
	 */
	INDArray backward(final INDArray gradient, final double divergenceWeight, final double entropyWeight) {
		if (latentGradients == null) allocateGradients();
		read(latentProjection.backward(gradient), latentGradients);
		final int priorPositions = shape.positions() / rows.all() * rows.context();
		gaussian.samplePriorGradient(priorValues, 0, priorPositions, noise, temperature, latentGradients, priorGradients);
		if (rows.target() > 0) {
			gaussian.samplePosteriorGradient(priorValues, differenceValues, priorPositions, shape.positions(), noise,
				latentGradients, divergenceWeight, entropyWeight, priorGradients, differenceGradients);
			write(differenceGradients, differenceGradient);
			final INDArray jointGradient = posteriorActivation.backward(posteriorHead.backward(differenceGradient));
			targetGradient.of(featureGradient).assign(jointGradient);
			posteriorGradient.of(gradient).addi(jointGradient);
		}
		write(priorGradients, priorGradient);
		gradient.addi(priorActivation.backward(priorHead.backward(priorGradient)));
		final INDArray start = blocks.backward(gradient);
		contextGradient.of(featureGradient).assign(priorStart.of(start));
		if (rows.target() > 0) sharedGradient.of(featureGradient).addi(posteriorStart.of(start));
		return up == null ? null : up.backward(start);
	}

	/** Returns the gradient of the features that the latest backward pass has kept. */
	INDArray featureGradient() {
		return featureGradient;
	}

	/** Adds the context's features to what comes from above. */
	private INDArray start(final INDArray above) {
		final INDArray start = up == null ? topState : up.forward(above);
		add(contextFeatures, priorForwardStart.of(start));
		if (rows.target() > 0) add(sharedFeatures, posteriorForwardStart.of(start));
		return start;
	}

	private void add(final INDArray theirs, final INDArray start) {
		if (up == null) start.assign(theirs);
		else start.addi(theirs);
	}

	private void drawLatents(final INDArray prior, final INDArray difference, final LatentDraw draw) {
		read(prior, priorValues);
		final int positions = shape.positions();
		final int priorPositions = positions / rows.all() * rows.context();
		temperature = draw.temperature();
		if (temperature > 0 || rows.target() > 0) draw.draw(level, shape, temperature > 0 ? 0 : rows.context(), noise);
		gaussian.samplePrior(priorValues, 0, priorPositions, noise, temperature, latents);
		divergence = 0;
		if (difference != null) {
			read(difference, differenceValues);
			divergence = gaussian.samplePosterior(priorValues, differenceValues, priorPositions, positions, noise, latents);
		}
		final float[] given = draw.given(level);
		write(given == null ? latents : given, z);
	}

	private void bind(final INDArray levelFeatures, final Rows newRows) {
		if (levelFeatures == features && newRows.equals(rows)) return;
		closeArrays();
		rows = newRows;
		features = levelFeatures;
		contextFeatures = OffHeap.rows(features, 0, rows.context());
		sharedFeatures = rows.target() == 0 ? null : OffHeap.rows(features, 0, rows.target());
		priorForwardStart = new RowView(0, rows.context());
		posteriorForwardStart = new RowView(rows.context(), rows.all());
		posteriorState = new RowView(rows.context(), rows.all());
		posteriorGradient = new RowView(rows.context(), rows.all());
		priorStart = new RowView(0, rows.context());
		posteriorStart = new RowView(rows.context(), rows.all());
		contextGradient = new RowView(0, rows.context());
		sharedGradient = new RowView(0, rows.target());
		targetGradient = new RowView(rows.context(), rows.all());
		targetFeatures = rows.target() == 0 ? null : OffHeap.rows(features, rows.context(), rows.all());
		final long height = features.size(1);
		final long width = features.size(2);
		final long channels = features.size(3);
		shape = new LatentShape(rows.all(), (int) height, (int) width, latentChannels);
		if (up == null) topState = OffHeap.allocate(rows.all(), height, width, channels);
		if (rows.target() > 0) joint = OffHeap.allocate(rows.target(), height, width, channels);
		z = OffHeap.allocate(rows.all(), height, width, latentChannels);
		noise = new float[shape.size()];
		latents = new float[shape.size()];
		priorValues = new float[2 * shape.size()];
		differenceValues = new float[2 * shape.size() / rows.all() * rows.target()];
		latentGradients = null;
	}

	private void allocateGradients() {
		latentGradients = new float[shape.size()];
		priorGradients = new float[2 * shape.size()];
		differenceGradients = new float[differenceValues.length];
		priorGradient = OffHeap.allocate(rows.all(), shape.height(), shape.width(), 2L * latentChannels);
		featureGradient = OffHeap.allocate(features.shape());
		if (rows.target() > 0) differenceGradient = OffHeap.allocate(rows.target(), shape.height(), shape.width(), 2L *
			latentChannels);
	}

	private static void read(final INDArray array, final float[] values) {
		OffHeap.buffer(array).get(0, values, 0, (int) array.length());
	}

	private static void write(final float[] values, final INDArray array) {
		final FloatBuffer buffer = OffHeap.buffer(array);
		buffer.put(0, values, 0, (int) array.length());
	}

	private void closeArrays() {
		OffHeap.close(topState);
		OffHeap.close(z);
		OffHeap.close(priorGradient);
		OffHeap.close(differenceGradient);
		OffHeap.close(joint);
		OffHeap.close(featureGradient);
		topState = null;
		z = null;
		priorGradient = null;
		differenceGradient = null;
		joint = null;
		featureGradient = null;
		rows = null;
		features = null;
	}

	@Override
	public void close() {
		closeArrays();
		if (up != null) up.close();
		blocks.close();
		priorActivation.close();
		priorHead.close();
		posteriorActivation.close();
		posteriorHead.close();
		latentProjection.close();
	}
}
