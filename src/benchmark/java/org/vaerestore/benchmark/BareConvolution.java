package org.vaerestore.benchmark;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vaerestore.nn.OffHeap;
import org.vaerestore.nn.Workers;

/** The ceiling: ND4J's 3x3 convolution at its best layout, as large as those of the network, one on each thread. */
final class BareConvolution implements AutoCloseable {

	private final int threads;
	private final int channels;
	private final DynamicCustomOp[] operations;

	BareConvolution(final int threads, final int channels) {
		this.threads = threads;
		this.channels = channels;
		operations = new DynamicCustomOp[threads];
		Workers.forEach(threads, threads, k -> {
			final INDArray input = OffHeap.allocate(rows(), side(), side(), channels);
			final INDArray weights = OffHeap.allocate(3, 3, channels, channels);
			input.assign(0.5);
			weights.assign(0.1);
			operations[k] = DynamicCustomOp.builder("conv2d").addInputs(input, weights).addOutputs(OffHeap.allocate(rows(),
				side(), side(), channels)).addIntegerArguments(3, 3, 1, 1, 0, 0, 1, 1, 1, 1, 0).build();
		});
	}

	double gigaflop() {
		return 2.0 * 9 * channels * channels * rows() * threads * side() * side() / 1e9;
	}

	void run() {
		Workers.forEach(threads, threads, k -> Nd4j.exec(operations[k]));
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

	private int rows() {
		return (Contender.ROWS + Contender.POSTERIOR_ROWS) / threads;
	}

	private static int side() {
		return Contender.SIDE / 2;
	}
}
