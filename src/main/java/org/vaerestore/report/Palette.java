package org.vaerestore.report;

/** How values become colours, from the low to the high end of the display range. */
public enum Palette {
	/** Black to white: intensities. */
	GRAY(0x000000, 0xFFFFFF),
	/** Black over red and yellow to white, ever brighter: uncertainty, absolute error. */
	FIRE(0x000004, 0x3B0F63, 0x8C2369, 0xD9483B, 0xF98E1D, 0xFBD24A, 0xFCFFDC),
	/** Blue over light grey to red: signed differences, with 0 in the middle of the display range. */
	BALANCE(0x16408F, 0x6F9BD1, 0xF0F0F0, 0xE0836B, 0x9B1B25);

	/** Stands for pixels without a value; in none of the palettes. */
	static final int NO_VALUE = 0x00A08A;

	private final int[] stops;

	Palette(final int... stops) {
		this.stops = stops;
	}

	/** Returns the colour at a place between the low (0) and the high end (1), as 0xRRGGBB. */
	int colour(final double place) {
		final double scaled = Math.min(1, Math.max(0, place)) * (stops.length - 1);
		final int stop = Math.min(stops.length - 2, (int) scaled);
		final double share = scaled - stop;
		int colour = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			final int from = stops[stop] >> shift & 255, to = stops[stop + 1] >> shift & 255;
			colour |= (int) Math.round(from + (to - from) * share) << shift;
		}
		return colour;
	}

	/** Returns the palette as a CSS gradient from left to right. */
	String gradient() {
		final StringBuilder css = new StringBuilder("linear-gradient(90deg");
		for (final int stop : stops) css.append(String.format(",#%06x", stop));
		return css.append(')').toString();
	}
}
