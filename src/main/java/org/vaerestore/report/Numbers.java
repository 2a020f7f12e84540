package org.vaerestore.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes numbers for people. */
final class Numbers {

	private Numbers() {}

	/** Returns a finite number with so many significant digits, but all those before the point, and no idle zeros. */
	static String format(final double value, final int digits) {
		final double size = Math.abs(value);
		if (size > 0 && size < 1e-4 || size >= 1e9) return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
		if (size >= Math.pow(10, digits)) return String.format(Locale.ROOT, "%.0f", value);
		final BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
		return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
	}
}
