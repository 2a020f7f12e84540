package org.vaerestore.setaside;

import java.util.Arrays;

import org.vaerestore.job.Progress;
import org.vaerestore.tiles.PlaneReader;

/**
 * Finds where signal begins, above padding and what can't be meant; the upper end is the lower end of the negative image.
 * <p>
 * Padding is many pixels of exactly one value, side by side, from which the rest is separated by a gap: large against the noise,
 * and not only in the histogram but also from one pixel to the next, for what a lens made has flanks. Where a detector clips,
 * values lie right beside the end.
 * </p>
 */
final class LowerEnd {

	/** A gap this many times as wide as all that is above it is wider than any signal's: half of a spot of two pixels is its flank. */
	private static final double ABSURD = 50;
	/** The most pixels of absurd values, as a share of all. */
	private static final double FEW = 5e-3;
	/** Least gap, in standard deviations of the noise, and as a share of the range of the rest. */
	private static final double GAP = 10, GAP_OF_RANGE = 0.01;
	/** Fewest pixels of padding; fewer are looked at one by one. */
	private static final int FEWEST = 32;
	/** Share of the sample that is left out at the end of a range. */
	private static final double TAIL = 1e-3;
	/** Share of pixels that may lie between padding and the rest before it is known which touch the padding. */
	private static final double RIM = 0.1;
	private static final int MOST_KINDS = 3;

	private final PlaneReader reader;
	private final Findings findings;
	private final double sign;

	/**
	 * @param findings of the image, or of its negative
	 * @param sign 1, or -1 for the negative
	 */
	LowerEnd(final PlaneReader reader, final Findings findings, final double sign) {
		this.reader = reader;
		this.findings = findings;
		this.sign = sign;
	}

	/** Returns the value below which nothing is signal, of the image or of its negative; minus infinity if there is none. */
	double find(final Progress progress) {
		double limit = absurd();
		for (int kind = 0; kind < MOST_KINDS; kind++) {
			final double next = padding(limit, progress);
			if (next == limit) break;
			limit = next;
		}
		return limit;
	}

	private double absurd() {
		final Extremes extremes = findings.lowest();
		final double most = FEW * pixels();
		final double high = Sample.quantile(findings.values(), 1 - 2 * FEW);
		double limit = Double.NEGATIVE_INFINITY;
		long count = 0;
		for (int i = 0; i + 1 < extremes.size(); i++) {
			count += extremes.count(i);
			if (count > most) break;
			final double gap = extremes.value(i + 1) - extremes.value(i);
			if (gap > ABSURD * Math.max(high - extremes.value(i + 1), findings.noise().at(extremes.value(i + 1))))
				limit = (extremes.value(i) + extremes.value(i + 1)) / 2;
		}
		return limit;
	}

	private double pixels() {
		return (double) reader.planes().width() * reader.planes().height() * reader.planes().count();
	}

	private double padding(final double limit, final Progress progress) {
		final Extremes extremes = findings.lowest();
		int first = 0;
		while (first < extremes.size() && extremes.value(first) < limit)
			first++;
		if (first == extremes.size() || extremes.count(first) < FEWEST) return limit;
		final double value = extremes.value(first);
		final float[] rest = above(value);
		final double begin = Sample.quantile(rest, RIM), end = Sample.quantile(rest, 1 - TAIL);
		if (!isGap(value, begin, end)) return limit;
		final PaddingEdge edge = PaddingEdge.of(reader, sign, limit, value, GAP / 2 * findings.noise().at(begin), progress);
		final double beginning = Sample.quantile(edge.rest(), TAIL);
		final double noise = findings.noise().at(beginning);
		if (!isGap(value, beginning, end) || !edge.isSharp(noise)) return limit;
		// What is partly padding, as after interpolation, lies below all that is inside.
		return Math.max((value + beginning) / 2, edge.least() - noise);
	}

	private boolean isGap(final double value, final double begin, final double end) {
		final double gap = begin - value;
		return gap > GAP * findings.noise().at(begin) && gap > GAP_OF_RANGE * (end - begin);
	}

	private float[] above(final double value) {
		final float[] values = findings.values();
		int from = 0;
		while (from < values.length && values[from] <= value)
			from++;
		return Arrays.copyOfRange(values, from, values.length);
	}
}
