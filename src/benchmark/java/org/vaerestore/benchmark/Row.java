package org.vaerestore.benchmark;

/**
 * A line of the results. Numbers that were not measured are NaN.
 *
 * @param what was measured
 * @param channels of the network
 * @param threads that were granted
 * @param engine that did it
 * @param times in milliseconds
 * @param gflops gigaflop a second, those of the convolutions alone
 * @param ofCeiling share of the gigaflop a second that a bare convolution of as many channels reaches
 * @param rssMb peak resident memory of a process of its own, in MB
 * @param heapKb what it allocates on the Java heap each time, on all threads, in KB
 * @param megapixels a second
 */
record Row(String what, int channels, int threads, String engine, Times times, double gflops, double ofCeiling,
	double rssMb, double heapKb, double megapixels)
{

	/** Creates a row for so many gigaflop. */
	static Row ofConvolutions(final String what, final int channels, final int threads, final String engine,
		final Times times, final double gigaflop)
	{
		return new Row(what, channels, threads, engine, times, gigaflop / times.median() * 1e3, Double.NaN, Double.NaN,
			Double.NaN, Double.NaN);
	}

	/** Returns this row as a share of a bare convolution's gigaflop a second. */
	Row withCeiling(final double ceiling) {
		return new Row(what, channels, threads, engine, times, gflops, gflops / ceiling, rssMb, heapKb, megapixels);
	}

	/** Returns this row with what it took off and on the Java heap. */
	Row withMemory(final double newRssMb, final double newHeapKb) {
		return new Row(what, channels, threads, engine, times, gflops, ofCeiling, newRssMb, newHeapKb, megapixels);
	}
}
