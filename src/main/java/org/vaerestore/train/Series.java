package org.vaerestore.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.vaerestore.procedural.ProceduralSeries;

/**
 * A procedural picture with the planes beside it.
 *
 * @param scene the picture
 * @param beside planes of its size and in its units, row-major, the nearest first
 */
record Series(Scene scene, List<float[]> beside) {

	/** Most planes beside a picture. */
	static final int MOST = 6;

	static Series draw(final long seed) {
		final List<float[]> planes = List.of(ProceduralSeries.draw(Scene.SIDE, MOST, seed));
		return new Series(Scene.of(planes.get(0)), planes.subList(1, planes.size()));
	}

	/** Returns square patches of the same place in the same of the eight orientations: the picture's, then those beside it. */
	List<float[]> patches(final int side, final int companions, final SplittableRandom random) {
		final Scene.Cut cut = Scene.Cut.draw(side, new SplittableRandom(random.split().nextLong()));
		return Stream.concat(Stream.of(scene.values()), beside.stream().limit(companions)).map(cut::of).toList();
	}
}
