package org.vaerestore.setaside;

/** Why a pixel can't be signal. */
public enum NoSignal {

	/** All of its plane is one value, and other planes are not: a dropped frame. */
	FRAME("dropped frames"),
	/** It has a value that padding and borders have, or one out of all proportion to the others. */
	PADDING("padding or values out of all proportion"),
	/** It is in a dead, hot or stuck column. */
	COLUMN("dead or hot columns"),
	/** It is in a dead, hot or stuck row. */
	ROW("dead or hot rows"),
	/** It stands out alone, or with up to three beside it, more sharply than a lens allows. */
	SINGLE("single dead or hot pixels");

	private final String name;

	NoSignal(final String name) {
		this.name = name;
	}

	/** Returns what such pixels are or are part of, in a few words. */
	public String describe() {
		return name;
	}
}
