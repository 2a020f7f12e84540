package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution as products of matrices, without a copy of each patch.
 * <p>
 * In {@link PaddedRows}, what a row of the kernel sees at a position is one run of floats, and at the next position the run
 * that begins a stride further. Runs overlap, rows of a matrix must not: so every second or third position, as many as
 * keep runs apart, makes a matrix, and there is one product for each row of the kernel and each such choice of positions.
 * The gradient of the input adds up through the same matrices.
 * </p>
 * <p>
 * Some rows of pixels at a time go through padded rows in the worker's own memory, few enough to stay in its core's cache.
 * </p>
 */
final class PatchProducts implements ConvolutionProducts {

	/** Floats of padded rows at a time, of the input or of the output, unless a single row has more. */
	private static final int FLOATS_AT_A_TIME = 1 << 16;

	private final int kernel;
	private final int stride;
	private final PaddedRows in;
	private final PaddedRows out;
	/** Positions from one to the next of the same matrix. */
	private final int apart;
	/** Rows of each plane of the input that also belong to what follows. */
	private final int shared;
	/** Rows of the output at a time. */
	private final int atATime;
	/** Floats of each plane of the input at a time. */
	private final long planeFloats;

	/**
	 * Plans products for arrays of some shape.
	 *
	 * @param window kernel and stride
	 * @param input [row, y, x, input channel]
	 * @param output [row, y / stride, x / stride, output channel]
	 */
	PatchProducts(final Window window, final INDArray input, final INDArray output) {
		kernel = window.kernel();
		stride = window.stride();
		in = PaddedRows.under(window, input);
		out = in.positions(output);
		apart = (kernel + stride - 1) / stride;
		shared = (kernel - 1) / stride;
		atATime = Math.min(out.rows(), Math.max(1, FLOATS_AT_A_TIME / Math.max(in.planes() * in.rowFloats(), out
			.rowFloats())));
		// The last run may begin near the end of the last row.
		planeFloats = (long) (atATime + shared) * in.rowFloats() + (long) Math.max(0, kernel - stride) * in.channels();
	}

	@Override
	public void forward(final Floats input, final Floats weight, final Floats bias, final Floats output) {
		for (int from = 0; from < out.rows(); from += atATime) {
			final int rows = Math.min(atATime, out.rows() - from);
			final Floats patches = patches(input, from, rows);
			final Floats sums = out.isDense() ? output.from((long) from * out.rowFloats()) : scratch("sums", (long) atATime * out
				.rowFloats());
			sums.copy(bias, out.channels());
			sums.repeat(out.channels(), (long) rows * out.pitch());
			for (int y = 0; y < kernel; y++)
				for (int first = 0; first < apart; first++)
					values(sums, rows, first).add(runs(patches, rows, y, first), weights(weight, y));
			if (!out.isDense()) out.read(output, from, rows, sums, 0);
		}
	}

	@Override
	public void backward(final Floats input, final Floats weight, final Floats gradient, final Floats inputGradient,
		final Floats weightGradient, final Floats biasGradient)
	{
		weightGradient.clear((long) kernel * kernel * in.channels() * out.channels());
		biasGradient.clear(out.channels());
		for (int from = 0; from < out.rows(); from += atATime) {
			final int rows = Math.min(atATime, out.rows() - from);
			final Floats gradients = gradients(gradient, from, rows);
			addParameterGradients(patches(input, from, rows), gradients, rows, weightGradient, biasGradient);
			inputGradient(gradients, weight, from, rows, inputGradient);
		}
	}

	private void addParameterGradients(final Floats patches, final Floats gradients, final int rows,
		final Floats weightGradient, final Floats biasGradient)
	{
		for (int y = 0; y < kernel; y++)
			for (int first = 0; first < apart; first++)
				weights(weightGradient, y).addTransposed(runs(patches, rows, y, first), values(gradients, rows, first));
		final int positions = rows * out.pitch();
		new Matrix(biasGradient, 1, out.channels(), out.channels()).add(new Matrix(ones(positions), 1, positions, positions),
			new Matrix(gradients, positions, out.channels(), out.channels()));
	}

	private void inputGradient(final Floats gradients, final Floats weight, final int from, final int rows,
		final Floats inputGradient)
	{
		final Floats sums = in.isDense() ? inputGradient.from((long) from * in.rowFloats()) : scratch("input gradient", in
			.planes() * planeFloats);
		if (in.isDense()) sums.clear((long) rows * in.rowFloats());
		else carry(sums, from == 0 ? 0 : shared);
		for (int y = 0; y < kernel; y++)
			for (int first = 0; first < apart; first++)
				runs(sums, rows, y, first).addByTransposed(values(gradients, rows, first), weights(weight, y));
		if (!in.isDense()) in.read(inputGradient, from, rows, sums, planeFloats);
	}

	/** Moves sums of rows that were only begun to the front, and begins the others. */
	private void carry(final Floats sums, final int rows) {
		final long begun = (long) rows * in.rowFloats();
		for (int plane = 0; plane < in.planes(); plane++) {
			final Floats start = sums.from(plane * planeFloats);
			start.copy(start.from((long) atATime * in.rowFloats()), begun);
			start.from(begun).clear(planeFloats - begun);
		}
	}

	private Floats patches(final Floats input, final int from, final int rows) {
		if (in.isDense()) return input.from((long) from * in.rowFloats());
		final Floats padded = scratch("patches", in.planes() * planeFloats);
		padded.clear(in.planes() * planeFloats);
		in.fill(input, from, rows + shared, padded, planeFloats);
		return padded;
	}

	private Floats gradients(final Floats gradient, final int from, final int rows) {
		if (out.isDense()) return gradient.from((long) from * out.rowFloats());
		final Floats padded = scratch("gradients", (long) atATime * out.rowFloats());
		padded.clear((long) rows * out.rowFloats());
		out.fill(gradient, from, rows, padded, 0);
		return padded;
	}

	private Floats ones(final int count) {
		final Floats ones = scratch("ones", count);
		ones.start().put(1);
		ones.repeat(1, count);
		return ones;
	}

	/** Returns the matrix of what a row of the kernel sees, [position, x * input channel]. */
	private Matrix runs(final Floats padded, final int rows, final int y, final int first) {
		final long start = y % stride * planeFloats + (long) (y / stride) * in.rowFloats() + (long) first * stride * in
			.channels();
		return new Matrix(padded.from(start), count(rows, first), kernel * in.channels(), apart * stride * in.channels());
	}

	/** Returns the matrix of output values, [position, output channel]. */
	private Matrix values(final Floats padded, final int rows, final int first) {
		return new Matrix(padded.from((long) first * out.channels()), count(rows, first), out.channels(), apart * out
			.channels());
	}

	/** Returns the matrix of a row of the kernel, [x * input channel, output channel]. */
	private Matrix weights(final Floats weight, final int y) {
		final int length = kernel * in.channels();
		return new Matrix(weight.from((long) y * length * out.channels()), length, out.channels(), out.channels());
	}

	private int count(final int rows, final int first) {
		return (rows * out.pitch() - first + apart - 1) / apart;
	}

	private static Floats scratch(final String purpose, final long floats) {
		return Floats.of(Workers.scratch().atLeast("convolution " + purpose, floats));
	}
}
