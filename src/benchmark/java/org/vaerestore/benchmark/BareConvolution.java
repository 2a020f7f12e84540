package org.vaerestore.benchmark;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.Workers;

/** ND4J's 3x3 convolution, as large as those of the network at its finest level, one on each thread. */
final class BareConvolution implements AutoCloseable {

	/** The layouts that oneDNN has kernels for without reordering the weights. */
	enum Layout {
		CHANNEL_LAST, CHANNEL_FIRST
	}

	/** Runs one behind the other: a single one of few channels takes hardly longer than handing it to a thread. */
	private static final int REPEATS = 5;

	private final int threads;
	private final int channels;
	private final DynamicCustomOp[] operations;
	private final OpContext[] contexts;

	BareConvolution(final int threads, final int channels, final Layout layout) {
		this.threads = threads;
		this.channels = channels;
		operations = new DynamicCustomOp[threads];
		contexts = new OpContext[threads];
		Workers.forEach(threads, threads, k -> {
			final boolean last = layout == Layout.CHANNEL_LAST;
			final INDArray input = features(last), output = features(last);
			final INDArray weights = last ? OffHeap.allocate(3, 3, channels, channels) : OffHeap.allocate(channels, channels, 3,
				3);
			input.assign(0.5);
			weights.assign(0.1);
			operations[k] = DynamicCustomOp.builder("conv2d").addInputs(input, weights).addOutputs(output).addIntegerArguments(3,
				3, 1, 1, 0, 0, 1, 1, 1, last ? 1 : 0, last ? 0 : 1).build();
			contexts[k] = Nd4j.getExecutioner().buildContext();
			contexts[k].setInputArrays(input, weights);
			contexts[k].setOutputArrays(output);
			contexts[k].setIArguments(operations[k].iArgs());
		});
	}

	/** Returns what a run computes. */
	double gigaflop() {
		return REPEATS * 2.0 * 9 * channels * channels * rows() * threads * side() * side() / 1e9;
	}

	void run() {
		Workers.forEach(threads, threads, k -> {
			for (int i = 0; i < REPEATS; i++)
				Nd4j.getExecutioner().exec(operations[k], contexts[k]);
		});
	}

	@Override
	public void close() {
		Workers.run(() -> {
			for (final DynamicCustomOp operation : operations) {
				operation.inputArguments().forEach(OffHeap::close);
				operation.outputArguments().forEach(OffHeap::close);
			}
		});
	}

	private INDArray features(final boolean channelLast) {
		return channelLast ? OffHeap.allocate(rows(), side(), side(), channels) : OffHeap.allocate(rows(), channels, side(),
			side());
	}

	private int rows() {
		return (Contender.ROWS + Contender.POSTERIOR_ROWS) / threads;
	}

	private static int side() {
		return Contender.SIDE / 2;
	}
}
