package org.vaerestore.zarr;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A channel as it is to be shown.
 *
 * @param label its name, which may be empty
 * @param color 0xRRGGBB; written as white if there is none
 * @param window range of values that is shown; written as all whole numbers of the type, or 0 to 1, if there is none
 */
public record Channel(String label, OptionalInt color, Optional<Window> window) {

	/**
	 * Values that are shown.
	 *
	 * @param min least value that can be
	 * @param max largest value that can be
	 * @param start value that is shown black
	 * @param end value that is shown in full color
	 */
	public record Window(double min, double max, double start, double end) {}
}
