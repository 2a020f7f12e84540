package org.vaerestore.benchmark;

import java.util.EnumMap;
import java.util.Map;

/**
 * What no network that computes its convolutions by their definition can surpass: a bare one, in the layout in which it is
 * faster.
 */
final class Ceiling implements AutoCloseable {

	private final int threads;
	private final int channels;
	private final Map<BareConvolution.Layout, BareConvolution> convolutions = new EnumMap<>(BareConvolution.Layout.class);
	private final Map<BareConvolution.Layout, Samples> samples = new EnumMap<>(BareConvolution.Layout.class);

	Ceiling(final int threads, final int channels) {
		this.threads = threads;
		this.channels = channels;
		for (final BareConvolution.Layout layout : BareConvolution.Layout.values()) {
			convolutions.put(layout, new BareConvolution(threads, channels, layout));
			samples.put(layout, new Samples());
		}
	}

	/** Runs each once. */
	void measure(final int round) {
		convolutions.forEach((layout, convolution) -> samples.get(layout).add(round, Times.milliseconds(convolution::run)));
	}

	/** Returns the row of the faster one. */
	Row best() {
		Row best = null;
		for (final Map.Entry<BareConvolution.Layout, BareConvolution> entry : convolutions.entrySet()) {
			final Row row = Row.ofConvolutions("convolution", channels, threads, "conv2d", samples.get(entry.getKey()).times(),
				entry.getValue().gigaflop());
			if (best == null || row.gflops() > best.gflops()) best = row;
		}
		return best;
	}

	@Override
	public void close() {
		convolutions.values().forEach(BareConvolution::close);
	}
}
