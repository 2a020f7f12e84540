package org.vaerestore.vae;

import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a batch go through the network: the encoder sees each of the context once, the decoder as often as there
 * are strands that have it.
 *
 * @param context rows of the context
 * @param strands in the order of the decoder's rows: those of the prior's mean first, those of the posterior last
 */
record Rows(int context, List<Strand> strands) {

	private static final int SAMPLES = 2;

	Rows {
		strands = List.copyOf(strands);
	}

	/** Returns rows that follow the prior's mean alone. */
	static Rows mean(final int rows) {
		return new Rows(rows, List.of(new Strand(Strand.Kind.MEAN, rows)));
	}

	/** Returns rows of each of which one sample is drawn from the prior. */
	static Rows sample(final int rows) {
		return new Rows(rows, List.of(new Strand(Strand.Kind.SAMPLE, rows)));
	}

	/**
	 * Returns the rows of a training step.
	 *
	 * @param context all rows
	 * @param mean how many of them, the first, follow the prior's mean
	 * @param sampled how many of them are sampled twice
	 * @param posterior how many of them follow the posterior
	 */
	static Rows training(final int context, final int mean, final int sampled, final int posterior) {
		final List<Strand> strands = new ArrayList<>();
		strands.add(new Strand(Strand.Kind.MEAN, mean));
		for (int copy = 0; copy < SAMPLES; copy++)
			strands.add(new Strand(Strand.Kind.SAMPLE, sampled));
		strands.add(new Strand(Strand.Kind.POSTERIOR, posterior));
		return new Rows(context, strands.stream().filter(strand -> strand.rows() > 0).toList());
	}

	/** Returns the number of the decoder's rows. */
	int all() {
		return first(strands.size());
	}

	/** Returns the first of the decoder's rows that a strand has. */
	int first(final int strand) {
		return strands.subList(0, strand).stream().mapToInt(Strand::rows).sum();
	}

	/** Returns how many rows follow the prior's mean. */
	int mean() {
		return count(Strand.Kind.MEAN);
	}

	/** Returns how many rows are sampled, counting each once. */
	int sampled() {
		return strands.stream().filter(strand -> strand.kind() == Strand.Kind.SAMPLE).mapToInt(Strand::rows).findFirst().orElse(0);
	}

	/** Returns how many rows of the target follow the posterior. */
	int target() {
		return count(Strand.Kind.POSTERIOR);
	}

	/** Returns how many of the decoder's rows follow the prior; they come before those that follow the posterior. */
	int prior() {
		return all() - target();
	}

	private int count(final Strand.Kind kind) {
		return strands.stream().filter(strand -> strand.kind() == kind).mapToInt(Strand::rows).sum();
	}
}
