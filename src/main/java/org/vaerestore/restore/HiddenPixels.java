package org.vaerestore.restore;

/** Which pixels of a plane are to be restored: masked ones, and those that are no numbers. */
final class HiddenPixels {

	private HiddenPixels() {}

	/** Adds pixels that are not finite to a mask, and returns it. */
	static boolean[] of(final float[] values, final boolean[] masked) {
		for (int i = 0; i < values.length; i++)
			masked[i] |= !Float.isFinite(values[i]);
		return masked;
	}

	/** Returns 1 where a pixel is known, 0 where not. */
	static float[] visible(final boolean[] hidden) {
		final float[] visible = new float[hidden.length];
		for (int i = 0; i < hidden.length; i++)
			visible[i] = hidden[i] ? 0 : 1;
		return visible;
	}
}
