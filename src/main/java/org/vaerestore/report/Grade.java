package org.vaerestore.report;

import java.util.Locale;

/** How good or bad something is, for its colour and its sign. */
public enum Grade {
	/** As it should be. */
	GOOD("✓"),
	/** Good to know. */
	NOTE("i"),
	/** With care. */
	CAUTION("!"),
	/** Not as it should be. */
	BAD("✕");

	private final String sign;

	Grade(final String sign) {
		this.sign = sign;
	}

	/** Returns a sign that tells it without a colour. */
	String sign() {
		return sign;
	}

	/** Returns the name of its style. */
	String style() {
		return name().toLowerCase(Locale.ROOT);
	}
}
