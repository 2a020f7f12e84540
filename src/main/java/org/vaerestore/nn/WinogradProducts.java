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
final class WinogradProducts {

	private static final int MOST_TILES = 128, MOST_ACROSS = 16;
	private static final int ALL_POINTS = POINTS * POINTS, KERNEL = 9;

	private final int images;
	private final int down;
	private final int across;
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
		in = WinogradTiles.ofInput(height, width, inputs);
		out = WinogradTiles.ofOutput(height, width, outputs);
		inputFloats = input.length();
	}

	/** Computes an output. */
	void forward(final Floats input, final Floats weight, final Floats bias, final Floats output) {
		final Floats weights = scratch("weights", (long) ALL_POINTS * inputs * outputs);
		toPoints(weight, weights);
		forEachBlock(block -> {
			final int tiles = block.tiles();
			final Floats values = scratch("inputs", (long) ALL_POINTS * tiles * inputs);
			final Floats sums = scratch("outputs", (long) ALL_POINTS * tiles * outputs);
			in.toPoints(block, input, WinogradTransform.INPUT, values);
			atAllPoints(PlacedProduct.setting(values, inputs, weights, sums), tiles, outputs, inputs);
			ofAllPixels(sums, tiles).add(ones(tiles, 1), new Matrix(bias, 1, outputs, outputs));
			out.fromPoints(block, sums, WinogradTransform.OUTPUT, output);
		});
	}

	/** Computes the gradients of the input and of the parameters. */
	void backward(final Floats input, final Floats weight, final Floats gradient, final Floats inputGradient,
		final Floats weightGradient, final Floats biasGradient)
	{
		final Floats transposed = scratch("transposed", (long) KERNEL * inputs * outputs);
		final Floats weights = scratch("weights", (long) ALL_POINTS * inputs * outputs);
		transpose(weight, transposed);
		toPoints(transposed, weights);
		final Floats weightGradients = scratch("weight gradients", (long) ALL_POINTS * inputs * outputs);
		weightGradients.clear((long) ALL_POINTS * inputs * outputs);
		biasGradient.clear(outputs);
		inputGradient.clear(inputFloats);
		forEachBlock(block -> {
			final int tiles = block.tiles();
			final Floats values = scratch("inputs", (long) ALL_POINTS * tiles * inputs);
			final Floats gradients = scratch("outputs", (long) ALL_POINTS * tiles * outputs);
			in.toPoints(block, input, WinogradTransform.INPUT, values);
			out.toPoints(block, gradient, WinogradTransform.OUTPUT_BACK, gradients);
			atAllPoints(PlacedProduct.addingTransposed(values, inputs, gradients, weightGradients), inputs, outputs, tiles);
			new Matrix(biasGradient, 1, outputs, outputs).add(ones(1, tiles), ofAllPixels(gradients, tiles));
			atAllPoints(PlacedProduct.setting(gradients, outputs, weights, values), tiles, inputs, outputs);
			in.fromPoints(block, values, WinogradTransform.INPUT_BACK, inputGradient);
		});
		final int pairs = inputs * outputs;
		new Matrix(weightGradient, KERNEL, pairs, pairs).set(new Matrix(constant(WinogradTransform.WEIGHT_BACK), KERNEL,
			ALL_POINTS, ALL_POINTS), new Matrix(weightGradients, ALL_POINTS, pairs, pairs));
	}

	private void toPoints(final Floats weight, final Floats weights) {
		final int pairs = inputs * outputs;
		new Matrix(weights, ALL_POINTS, pairs, pairs).set(new Matrix(constant(WinogradTransform.WEIGHT), ALL_POINTS, KERNEL,
			KERNEL), new Matrix(weight, KERNEL, pairs, pairs));
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

	private static void atAllPoints(final PlacedProduct product, final int rows, final int columns, final int inner) {
		for (int point = 0; point < ALL_POINTS; point++)
			product.run(rows, columns, inner, (long) point * rows * inner, (long) point * inner * columns, columns, (long) point *
				rows * columns, columns);
	}

	private void forEachBlock(final Consumer<TileBlock> action) {
		final int wide = Math.min(across, MOST_ACROSS);
		final int high = Math.min(down, MOST_TILES / wide);
		final int deep = Math.min(images, MOST_TILES / (wide * high));
		for (int image = 0; image < images; image += deep)
			for (int top = 0; top < down; top += high)
				for (int left = 0; left < across; left += wide)
					action.accept(new TileBlock(image, Math.min(deep, images - image), top, Math.min(high, down - top), left, Math
						.min(wide, across - left)));
	}

	/** Returns the matrix at the point where all pixels of a tile count once, [tile, output channel]. */
	private Matrix ofAllPixels(final Floats points, final int tiles) {
		return new Matrix(points.from((long) (ONE * POINTS + ONE) * tiles * outputs), tiles, outputs, outputs);
	}

	private static Matrix ones(final int rows, final int columns) {
		final Floats ones = scratch("ones", (long) rows * columns);
		ones.start().put(1);
		ones.repeat(1, (long) rows * columns);
		return new Matrix(ones, rows, columns, columns);
	}

	private static Floats constant(final float[] matrix) {
		return Floats.of(Workers.scratch().constant(matrix));
	}

	private static Floats scratch(final String purpose, final long floats) {
		return Floats.of(Workers.scratch().atLeast("winograd " + purpose, floats));
	}
}
