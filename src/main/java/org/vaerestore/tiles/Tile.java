package org.vaerestore.tiles;

/**
 * A piece of work on a plane.
 *
 * @param core what to write; inside the plane
 * @param input what to read for it; may reach beyond the right and the bottom of the plane
 */
public record Tile(Region core, Region input) {

	/**
	 * Checks that what is written is part of what is read.
	 *
	 * @throws IllegalArgumentException if it isn't
	 */
	public Tile {
		if (!input.contains(core)) throw new IllegalArgumentException("The tile's core " + core + " is not part of " +
			input + ".");
	}
}
