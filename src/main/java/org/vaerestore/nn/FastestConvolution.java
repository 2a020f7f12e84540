package org.vaerestore.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The way to compute convolutions that is fast on this machine, found at its first use and kept until the program ends.
 * <p>
 * Where ND4J was built with oneDNN, this is known without a look at a watch: on the same machine results have the same bits.
 * Elsewhere a trial decides whether ND4J's own operations are clearly faster than products of matrices. Without fast kernels
 * for the gradients, too, they take some ten times as long, so that no other load of the machine decides.
 * </p>
 */
final class FastestConvolution {

	private static final String ONE_DNN = "HAVE_ONEDNN";

	/** How many times as fast ND4J's own operations must be to be taken after a trial. */
	private static final double CLEARLY = 2;

	private static final int SIDE = 16, CHANNELS = 32, ROUNDS = 3;

	private FastestConvolution() {}

	/** Returns the way to compute; to be called on a worker. */
	static ConvolutionMethod method() {
		return Choice.METHOD;
	}

	/**
	 * Chooses a way.
	 *
	 * @param build what ND4J tells of how it was built
	 * @param trial measures how long a way takes, in any unit
	 */
	static ConvolutionMethod choose(final String build, final Trial trial) {
		final ConvolutionMethod own = new Nd4jConvolution(), matrices = new MatrixConvolution();
		if (build.contains(ONE_DNN)) return new ConvolutionByKind(own);
		return trial.time(own) * CLEARLY < trial.time(matrices) ? own : new ConvolutionByKind(matrices);
	}

	/** Measures how long a way of computing takes. */
	@FunctionalInterface
	interface Trial {

		double time(ConvolutionMethod method);
	}

	/** Returns the shortest of some times, in nanoseconds, that a small convolution and its gradients take. */
	private static double shortestTime(final ConvolutionMethod method) {
		try (ParameterStore store = new ParameterStore();
				Convolution layer = new Convolution(store, "trial", 3, 1, CHANNELS, CHANNELS, 1, null, () -> method))
		{
			store.allocate(1);
			final INDArray input = OffHeap.allocate(1, SIDE, SIDE, CHANNELS), gradient = OffHeap.allocate(input.shape());
			try {
				input.assign(1);
				gradient.assign(1);
				long shortest = Long.MAX_VALUE;
				for (int round = 0; round < ROUNDS; round++) {
					final long start = System.nanoTime();
					layer.forward(input);
					layer.backward(gradient);
					shortest = Math.min(shortest, System.nanoTime() - start);
				}
				return shortest;
			}
			finally {
				OffHeap.close(input);
				OffHeap.close(gradient);
			}
		}
	}

	/** Loaded, and so chosen, at the first use. */
	private static final class Choice {

		static final ConvolutionMethod METHOD = choose(NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo(),
			FastestConvolution::shortestTime);
	}
}
