package org.vaerestore.nn;

import static org.vaerestore.nn.WinogradTransform.ONE;
import static org.vaerestore.nn.WinogradTransform.POINTS;
import static org.vaerestore.nn.WinogradTransform.TILE;

import java.util.function.Consumer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution by 3 x 3 pixels as products of matrices at Winograd's points, some tiles at a time: few enough for their
 * points to stay in a core's cache.
 */
final class WinogradProducts implements ConvolutionProducts {

	private static final int MOST_TILES = 64, MOST_ACROSS = 16;
	private static final int PAIRS_AT_A_TIME = 512;
	private static final int ALL_POINTS = POINTS * POINTS, KERNEL = 9;

	private final int images;
	private final int down;
	private final int across;
	/** Images, rows of tiles and tiles of a row at a time. */
	private final int deep;
	private final int high;
	private final int wide;
	private final int mostTiles;
	private final int inputs;
	private final int outputs;
	private final WinogradTiles in;
	private final WinogradTiles out;
	private final long inputFloats;

	/**
	 * Plans products for arrays of some shape.
	 *
	 * @param input [image, y, x, input channel]
	 * @param output [image, y, x, output channel]
	 */
	WinogradProducts(final INDArray input, final INDArray output) {
		final int height = (int) input.size(1), width = (int) input.size(2);
		images = (int) input.size(0);
		inputs = (int) input.size(3);
		outputs = (int) output.size(3);
		down = (height + TILE - 1) / TILE;
		across = (width + TILE - 1) / TILE;
		wide = Math.min(across, MOST_ACROSS);
		high = Math.min(down, MOST_TILES / wide);
		deep = Math.min(images, MOST_TILES / (wide * high));
		mostTiles = deep * high * wide;
		in = WinogradTiles.ofInput(height, width, inputs);
		out = WinogradTiles.ofOutput(height, width, outputs);
		inputFloats = input.length();
	}

	/** Returns the bytes that a worker keeps for convolutions from and to so many channels. */
	static long scratchBytes(final int channels, final boolean training) {
		final long values = 2L * MOST_TILES * channels, weights = (training ? 2L : 1L) * channels * channels;
		// Lengths of arrays are rounded up to powers of two.
		return 2 * Float.BYTES * ALL_POINTS * (values + weights);
	}

	@Override
	public void forward(final Floats input, final Floats weight, final Floats bias, final Floats output) {
		final Floats weights = pairs("weights", ALL_POINTS);
		toPoints(weight, weights);
		final Floats values = tiles("inputs", inputs), sums = tiles("outputs", outputs), lines = lines();
		final Consumer<TileBlock> there = in.toPoints(input, WinogradTransform.INPUT, lines, values);
		final Consumer<TileBlock> back = out.fromPoints(sums, WinogradTransform.OUTPUT, lines, output);
		final PlacedProduct product = PlacedProduct.setting(values, POINTS * inputs, weights, sums);
		final Matrix ones = ones(mostTiles, 1), biases = new Matrix(bias, 1, outputs, outputs);
		forEachBlock(block -> {
			final int tiles = block.tiles();
			there.accept(block);
			for (int y = 0; y < POINTS; y++)
				for (int x = 0; x < POINTS; x++)
					product.run(tiles, outputs, inputs, at(y, x, tiles, inputs), weightsAt(y, x), outputs, at(y, x, tiles,
						outputs), POINTS * outputs);
			ofAllPixels(sums, tiles).add(ones.top(tiles), biases);
			back.accept(block);
		});
	}

	@Override
	public void backward(final Floats input, final Floats weight, final Floats gradient, final Floats inputGradient,
		final Floats weightGradient, final Floats biasGradient)
	{
		final Floats transposed = pairs("transposed", KERNEL), weights = pairs("weights", ALL_POINTS);
		transpose(weight, transposed);
		toPoints(transposed, weights);
		final Floats weightGradients = pairs("weight gradients", ALL_POINTS);
		weightGradients.clear((long) ALL_POINTS * inputs * outputs);
		biasGradient.clear(outputs);
		inputGradient.clear(inputFloats);
		final Floats values = tiles("inputs", inputs), gradients = tiles("outputs", outputs), lines = lines();
		final Consumer<TileBlock> inputThere = in.toPoints(input, WinogradTransform.INPUT, lines, values);
		final Consumer<TileBlock> gradientThere = out.toPoints(gradient, WinogradTransform.OUTPUT_BACK, lines, gradients);
		final Consumer<TileBlock> back = in.fromPoints(values, WinogradTransform.INPUT_BACK, lines, inputGradient);
		final PlacedProduct ofWeights = PlacedProduct.addingTransposed(values, POINTS * inputs, gradients, weightGradients);
		final PlacedProduct ofInput = PlacedProduct.setting(gradients, POINTS * outputs, weights, values);
		final Matrix ones = ones(1, mostTiles), biases = new Matrix(biasGradient, 1, outputs, outputs);
		forEachBlock(block -> {
			final int tiles = block.tiles();
			inputThere.accept(block);
			gradientThere.accept(block);
			for (int y = 0; y < POINTS; y++)
				for (int x = 0; x < POINTS; x++) {
					final long value = at(y, x, tiles, inputs), slope = at(y, x, tiles, outputs), weightsAt = weightsAt(y, x);
					ofWeights.run(inputs, outputs, tiles, value, slope, POINTS * outputs, weightsAt, outputs);
					// The values have served.
					ofInput.run(tiles, inputs, outputs, slope, weightsAt, inputs, value, POINTS * inputs);
				}
			biases.add(ones.left(tiles), ofAllPixels(gradients, tiles));
			back.accept(block);
		});
		transform(WinogradTransform.WEIGHT_BACK, weightGradients, ALL_POINTS, weightGradient, KERNEL);
	}

	/** Returns where the values at a point begin. */
	private static long at(final int y, final int x, final int tiles, final int channels) {
		return ((long) y * tiles * POINTS + x) * channels;
	}

	/** Returns where the weights at a point begin. */
	private long weightsAt(final int y, final int x) {
		return (long) (y * POINTS + x) * inputs * outputs;
	}

	private Floats lines() {
		return scratch("lines", Math.max(in.floatsBetween(high, wide), out.floatsBetween(high, wide)));
	}

	private Floats tiles(final String purpose, final int channels) {
		return scratch(purpose, (long) ALL_POINTS * mostTiles * channels);
	}

	private Floats pairs(final String purpose, final int each) {
		return scratch(purpose, (long) each * inputs * outputs);
	}

	private void toPoints(final Floats weight, final Floats weights) {
		transform(WinogradTransform.WEIGHT, weight, KERNEL, weights, ALL_POINTS);
	}

	/** Multiplies by a matrix [to, from], some pairs of channels at a time, so that all of these stay in a core's cache. */
	private void transform(final float[] matrix, final Floats weights, final int from, final Floats result, final int to) {
		final int pairs = inputs * outputs;
		final PlacedProduct product = PlacedProduct.setting(Floats.of(Workers.scratch().constant(matrix)), from, weights, result);
		for (int pair = 0; pair < pairs; pair += PAIRS_AT_A_TIME)
			product.run(to, Math.min(PAIRS_AT_A_TIME, pairs - pair), from, 0, pair, pairs, pair, pairs);
	}

	/** Swaps input and output channels: off the heap, a product by ones on the diagonal is the quickest way. */
	private void transpose(final Floats weight, final Floats transposed) {
		final Floats diagonal = scratch("diagonal", (long) inputs * inputs);
		diagonal.clear((long) inputs * inputs);
		for (int i = 0; i < inputs; i++)
			diagonal.start().put((long) i * inputs + i, 1);
		transposed.clear((long) KERNEL * inputs * outputs);
		final PlacedProduct product = PlacedProduct.addingTransposed(weight, outputs, diagonal, transposed);
		for (int k = 0; k < KERNEL; k++)
			product.run(outputs, inputs, inputs, (long) k * inputs * outputs, 0, inputs, (long) k * inputs * outputs, inputs);
	}

	private void forEachBlock(final Consumer<TileBlock> action) {
		for (int image = 0; image < images; image += deep)
			for (int top = 0; top < down; top += high)
				for (int left = 0; left < across; left += wide)
					action.accept(new TileBlock(image, Math.min(deep, images - image), top, Math.min(high, down - top), left,
						Math.min(wide, across - left)));
	}

	/** Returns the matrix at the point where all pixels of a tile count once, [tile, output channel]. */
	private Matrix ofAllPixels(final Floats points, final int tiles) {
		return new Matrix(points.from(at(ONE, ONE, tiles, outputs)), tiles, outputs, POINTS * outputs);
	}

	private static Matrix ones(final int rows, final int columns) {
		final Floats ones = scratch("ones", (long) rows * columns);
		ones.start().put(1);
		ones.repeat(1, (long) rows * columns);
		return new Matrix(ones, rows, columns, columns);
	}

	private static Floats scratch(final String purpose, final long floats) {
		return Floats.of(Workers.scratch().atLeast("winograd " + purpose, floats));
	}
}
