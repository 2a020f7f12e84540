package org.vaerestore.procedural.texture;

/** Steps between dark and bright that are as wide as they may be without jagged edges. */
final class Profile {

	private Profile() {}

	/** Returns 0 outside, 1 inside, and what a pixel averages at the border; the depth is in pixels. */
	static double cover(final double depth) {
		return depth <= -0.5 ? 0 : depth >= 0.5 ? 1 : depth + 0.5;
	}

	/** Returns a wave of -1 to 1 made steeper, up to a step. */
	static double steeper(final double wave, final double steep) {
		return steep == 0 ? wave : Math.tanh(steep * wave) / Math.tanh(steep);
	}
}
