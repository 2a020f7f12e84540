package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** One kind of procedural picture, for people to look at. */
public final class Exhibit {

	private final String name;
	private final int across;
	private final Kind kind;

	Exhibit(final String name, final Kind kind) {
		this(name, 1, kind);
	}

	private Exhibit(final String name, final int across, final Kind kind) {
		this.name = name;
		this.across = across;
		this.kind = kind;
	}

	/** Returns planes that are seen together, side by side, the first one at the left. */
	static Exhibit of(final NamedSeries series) {
		return new Exhibit(series.name(), Strip.PLANES, new Strip(series.kind()));
	}

	/** Returns what it is, in a few words. */
	public String name() {
		return name;
	}

	/** Returns how many square planes a picture of the kind has beside each other. */
	public int across() {
		return across;
	}

	/**
	 * Draws a picture of the kind.
	 *
	 * @param side of its square planes in pixels, at least 32
	 * @param seed decides everything
	 * @return row-major, as wide as all its planes, 0 for black to 1 for white
	 */
	public float[] picture(final int side, final long seed) {
		return kind.draw(side, new SplittableRandom(seed));
	}
}
