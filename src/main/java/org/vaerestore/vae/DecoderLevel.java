package org.vaerestore.vae;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

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
 * Rows of the state are those of the strands, one after the other; each strand's row i has the context's row i.
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
	/** The posterior's own features of the target, or null where the context's encoder has them behind the context's rows. */
	private INDArray ownTarget;
	private List<Part> parts = List.of();
	private RowView contextRows;
	private RowView targetGradient;
	private INDArray targetFeatures;
	private INDArray topState;
	private INDArray z;
	private INDArray priorGradient;
	private INDArray differenceGradient;
	private INDArray joint;
	private INDArray featureGradient;
	private INDArray ownTargetGradient;
	private LatentShape shape;
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
		gaussian = new ResidualGaussian(latentChannels, architecture.prior() == PriorUse.SAMPLED);
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
	 * @param levelFeatures the encoder's features of this level: context rows, then target rows unless these are apart
	 * @param newOwnTarget features of the target rows, or null
	 */
	INDArray forward(final INDArray above, final INDArray levelFeatures, final INDArray newOwnTarget, final Rows newRows,
		final LatentDraw draw)
	{
		bind(levelFeatures, newOwnTarget, newRows);
		final INDArray start = start(above);
		final INDArray state = blocks.forward(start);
		final INDArray prior = priorHead.forward(priorActivation.forward(state));
		INDArray difference = null;
		if (rows.target() > 0) {
			joint.assign(targetFeatures);
			joint.addi(posterior().forwardState.of(state));
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
		return gaussian.posteriorEntropy(priorValues, differenceValues, position(rows.prior()), shape.positions());
	}

	/** Returns the posterior's means of the latest forward pass, [position][channel]; every row follows the posterior, too. */
	double[][] posteriorMeans() {
		final int first = position(rows.prior()), all = shape.positions() - first;
		final double[][] means = new double[all][latentChannels];
		for (int i = 0; i < all; i++)
			for (int c = 0; c < latentChannels; c++) {
				final int prior = (first + i) * 2 * latentChannels + c;
				means[i][c] = gaussian.posteriorMean(priorValues[prior], priorValues[prior + latentChannels], differenceValues[i * 2 *
					latentChannels + c]);
			}
		return means;
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
		for (final Part part : parts)
			if (part.kind != Strand.Kind.POSTERIOR) gaussian.samplePriorGradient(priorValues, position(part.from), position(part.to),
				noise, part.temperature(), latentGradients, priorGradients);
		if (rows.target() > 0) {
			gaussian.samplePosteriorGradient(priorValues, differenceValues, position(rows.prior()), shape.positions(), noise,
				latentGradients, divergenceWeight, entropyWeight, priorGradients, differenceGradients);
			write(differenceGradients, differenceGradient);
			final INDArray jointGradient = posteriorActivation.backward(posteriorHead.backward(differenceGradient));
			if (ownTarget == null) targetGradient.of(featureGradient).assign(jointGradient);
			else ownTargetGradient.assign(jointGradient);
			posterior().backwardState.of(gradient).addi(jointGradient);
		}
		write(priorGradients, priorGradient);
		gradient.addi(priorActivation.backward(priorHead.backward(priorGradient)));
		final INDArray start = blocks.backward(gradient);
		contextGradient(start);
		return up == null ? null : up.backward(start);
	}

	/** Sums up what the strands say of the context's features. */
	private void contextGradient(final INDArray start) {
		final boolean everyRow = parts.get(0).to == rows.context();
		if (!everyRow) contextRows.of(featureGradient).assign(0);
		for (int k = 0; k < parts.size(); k++) {
			final Part part = parts.get(k);
			if (k == 0 && everyRow) part.featureGradient.of(featureGradient).assign(part.start.of(start));
			else part.featureGradient.of(featureGradient).addi(part.start.of(start));
		}
	}

	/** Returns the gradient of the features that the latest backward pass has kept. */
	INDArray featureGradient() {
		return featureGradient;
	}

	/** Returns the gradient of the target's own features that the latest backward pass has kept; null if there are none. */
	INDArray ownTargetGradient() {
		return ownTarget == null ? null : ownTargetGradient;
	}

	/** Adds the context's features to what comes from above. */
	private INDArray start(final INDArray above) {
		final INDArray start = up == null ? topState : up.forward(above);
		for (final Part part : parts) {
			if (up == null) part.forwardStart.of(start).assign(part.features);
			else part.forwardStart.of(start).addi(part.features);
		}
		return start;
	}

	private void drawLatents(final INDArray prior, final INDArray difference, final LatentDraw draw) {
		read(prior, priorValues);
		if (rows.mean() < rows.all()) draw.draw(level, shape, rows.mean(), noise);
		for (final Part part : parts)
			if (part.kind != Strand.Kind.POSTERIOR) gaussian.samplePrior(priorValues, position(part.from), position(part.to), noise,
				part.temperature(), latents);
		divergence = 0;
		if (difference != null) {
			read(difference, differenceValues);
			divergence = gaussian.samplePosterior(priorValues, differenceValues, position(rows.prior()), shape.positions(), noise,
				latents);
		}
		final float[] given = draw.given(level);
		write(given == null ? latents : given, z);
	}

	private int position(final int row) {
		return shape.positions() / rows.all() * row;
	}

	private Part posterior() {
		return parts.get(parts.size() - 1);
	}

	private void bind(final INDArray levelFeatures, final INDArray newOwnTarget, final Rows newRows) {
		if (levelFeatures == features && newOwnTarget == ownTarget && newRows.equals(rows)) return;
		closeArrays();
		rows = newRows;
		features = levelFeatures;
		ownTarget = newOwnTarget;
		parts = IntStream.range(0, rows.strands().size()).mapToObj(Part::new).toList();
		contextRows = new RowView(0, rows.context());
		targetGradient = new RowView(rows.context(), rows.context() + (long) rows.target());
		targetFeatures = rows.target() == 0 ? null : ownTarget != null ? ownTarget : OffHeap.rows(features, rows.context(), rows
			.context() + (long) rows.target());
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
		if (ownTarget != null) ownTargetGradient = OffHeap.allocate(ownTarget.shape());
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
		OffHeap.close(ownTargetGradient);
		topState = null;
		z = null;
		priorGradient = null;
		differenceGradient = null;
		joint = null;
		featureGradient = null;
		ownTargetGradient = null;
		rows = null;
		features = null;
		ownTarget = null;
		parts = List.of();
	}

	/** A strand's place in this level's arrays. */
	private final class Part {

		private final Strand.Kind kind;
		/** Its rows of the state. */
		private final int from;
		private final int to;
		private final INDArray features;
		private final RowView forwardStart;
		private final RowView forwardState;
		private final RowView backwardState;
		private final RowView start;
		private final RowView featureGradient;

		Part(final int strand) {
			kind = rows.strands().get(strand).kind();
			from = rows.first(strand);
			to = rows.first(strand + 1);
			features = OffHeap.rows(DecoderLevel.this.features, 0, to - (long) from);
			forwardStart = new RowView(from, to);
			forwardState = new RowView(from, to);
			backwardState = new RowView(from, to);
			start = new RowView(from, to);
			featureGradient = new RowView(0, to - (long) from);
		}

		float temperature() {
			return kind == Strand.Kind.MEAN ? 0 : 1;
		}
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
