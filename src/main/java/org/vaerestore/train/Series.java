package org.vaerestore.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.ProceduralSeries;

/**
 * A procedural picture with the planes beside it.
 *
 * @param scene the picture
 * @param beside planes of its size and in its units, the nearest first
 */
record Series(Scene scene, List<Scene> beside) {

	/** Most planes beside a picture. */
	static final int MOST = 6;

	static Series draw(final long seed) {
		final List<Scene> planes = new ArrayList<>();
		for (final float[] plane : ProceduralSeries.draw(Scene.SIDE, MOST, seed))
			planes.add(Scene.of(plane));
		return new Series(planes.get(0), planes.subList(1, planes.size()));
	}

	/** Returns square patches of the same place in the same of the eight orientations: the picture's, then those beside it. */
	List<float[]> patches(final int side, final int companions, final SplittableRandom random) {
		final List<float[]> patches = new ArrayList<>();
		final SplittableRandom place = random.split();
		final long seed = place.nextLong();
		patches.add(scene.patch(side, new SplittableRandom(seed)));
		for (final Scene plane : beside.subList(0, companions))
			patches.add(plane.patch(side, new SplittableRandom(seed)));
		return patches;
	}
}
