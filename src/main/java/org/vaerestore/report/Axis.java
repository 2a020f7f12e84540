package org.vaerestore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart's axis: which values it spans, and where on the page they are.
 *
 * @param lo first value
 * @param hi last value, above {@code lo}
 * @param step from mark to mark; 0 if marks are powers of ten, and equal lengths equal ratios
 * @param start of the axis on the page
 * @param end of the axis on the page; may be before the start
 */
record Axis(double lo, double hi, double step, double start, double end) {

	/** A mark on an axis. */
	record Tick(double value, String label) {}

	/** Returns an axis that spans at least two values, with an even number at each end. */
	static Axis linear(final double lo, final double hi, final double start, final double end) {
		final double margin = hi > lo ? 0 : Math.max(Math.abs(lo) * 0.05, 1e-3);
		final double step = step(lo - margin, hi + margin);
		return new Axis(Math.floor((lo - margin) / step + 1e-9) * step, Math.ceil((hi + margin) / step - 1e-9) * step,
			step, start, end);
	}

	/** Returns an axis in powers of ten that spans at least two values, both above 0. */
	static Axis logarithmic(final double lo, final double hi, final double start, final double end) {
		return new Axis(Math.pow(10, Math.floor(Math.log10(lo))), Math.pow(10, Math.ceil(Math.log10(hi))), 0, start, end);
	}

	/** Returns where on the page a value is. */
	double at(final double value) {
		final double share = step == 0 ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
		return start + (end - start) * share;
	}

	List<Tick> ticks() {
		final List<Tick> ticks = new ArrayList<>();
		if (step == 0) {
			final int first = (int) Math.round(Math.log10(lo)), last = (int) Math.round(Math.log10(hi));
			final int each = 1 + (last - first) / 6;
			for (int power = first; power <= last; power += each) ticks.add(new Tick(Math.pow(10, power), power(power)));
			return ticks;
		}
		final int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
		for (long i = Math.round(lo / step); i <= Math.round(hi / step); i++) {
			// adding 0 turns the negative zero into the positive one
			ticks.add(new Tick(i * step, String.format(Locale.ROOT, "%." + digits + "f", i * step + 0.0)));
		}
		return ticks;
	}

	private static String power(final int power) {
		return power >= -3 && power <= 3 ? String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", Math.pow(10, power))
			: "1e" + power;
	}

	/** Returns 1, 2 or 5 times a power of ten, such that there are 3 to 7 steps from one value to the other. */
	private static double step(final double lo, final double hi) {
		final double rough = (hi - lo) / 5, power = Math.pow(10, Math.floor(Math.log10(rough)));
		final double ratio = rough / power;
		return power * (ratio < 1.4 ? 1 : ratio < 2.8 ? 2 : ratio < 7 ? 5 : 10);
	}
}
