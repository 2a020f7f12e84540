package org.vaerestore.train;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.vaerestore.procedural.ProceduralPictures;
import org.vaerestore.train.noise.Tones;

/**
 * A procedural picture that patches are cut from.
 *
 * @param values row-major; median 0, standard deviation 1
 * @param tones of these values
 */
record Scene(float[] values, Tones tones) {

	static final int SIDE = 192;

	private static final int SAMPLE = 401;

	static Scene draw(final long seed) {
		return of(ProceduralPictures.draw(SIDE, seed));
	}

	/** Draws a picture whose texture goes on everywhere. */
	static Scene grained(final long seed) {
		return of(ProceduralPictures.grained(SIDE, seed));
	}

	static Scene of(final float[] values) {
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		final float[] sample = new float[SAMPLE];
		for (int i = 0; i < SAMPLE; i++)
			sample[i] = sorted[(int) ((long) i * (sorted.length - 1) / (SAMPLE - 1))];
		return new Scene(values, new Tones(sample));
	}

	/** Returns a square patch in one of the eight orientations. */
	float[] patch(final int side, final SplittableRandom random) {
		return Cut.draw(side, random).of(values);
	}

	/**
	 * Where a square patch is cut out.
	 *
	 * @param side in pixels
	 * @param left column
	 * @param top row
	 * @param orientation one of the eight
	 */
	record Cut(int side, int left, int top, int orientation) {

		static Cut draw(final int side, final SplittableRandom random) {
			return new Cut(side, random.nextInt(SIDE - side + 1), random.nextInt(SIDE - side + 1), random.nextInt(8));
		}

		/** Returns the patch of a plane that is as large as a scene. */
		float[] of(final float[] plane) {
			final float[] patch = new float[side * side];
			for (int y = 0; y < side; y++)
				for (int x = 0; x < side; x++) {
					final int u = (orientation & 1) != 0 ? side - 1 - x : x, v = (orientation & 2) != 0 ? side - 1 - y : y;
					patch[(orientation & 4) != 0 ? u * side + v : v * side + u] = plane[(top + y) * SIDE + left + x];
				}
			return patch;
		}
	}
}
