package org.vaerestore.train.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * Square patches side by side in a larger square, so that one camera takes them all.
 *
 * @param side of a patch in pixels
 * @param across patches in a row, and rows
 */
record Mosaic(int side, int across) {

	static Mosaic of(final List<float[]> patches) {
		return new Mosaic(NoisyPatch.sideOf(patches.get(0)), (int) Math.ceil(Math.sqrt(patches.size())));
	}

	/** Returns the square; what is left of it shows the first patches again. */
	float[] joined(final List<float[]> patches) {
		final float[] all = new float[side * side * across * across];
		for (int tile = 0; tile < across * across; tile++)
			for (int y = 0; y < side; y++)
				System.arraycopy(patches.get(tile % patches.size()), y * side, all, begin(tile, y), side);
		return all;
	}

	/** Returns so many patches of a square. */
	List<float[]> parted(final float[] all, final int count) {
		final List<float[]> patches = new ArrayList<>();
		for (int tile = 0; tile < count; tile++) {
			final float[] patch = new float[side * side];
			for (int y = 0; y < side; y++)
				System.arraycopy(all, begin(tile, y), patch, y * side, side);
			patches.add(patch);
		}
		return patches;
	}

	private int begin(final int tile, final int y) {
		return (tile / across * side + y) * across * side + tile % across * side;
	}
}
