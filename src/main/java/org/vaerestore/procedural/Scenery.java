package org.vaerestore.procedural;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What planes of series are made of: all scenes that are drawn, and specimens. */
final class Scenery implements Kind {

	private static final List<Kind> KINDS = Stream.of(NamedKind.SCENES.stream().skip(1), NamedKind.TEXTURED_SCENES.stream(),
		NamedKind.PHOTOGRAPHS.stream()).flatMap(kinds -> kinds).map(NamedKind::kind).toList();
	private static final double SPECIMEN = 0.15;

	/** Draws a scene from 0 to 1. */
	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Kind kind = random.nextDouble() < SPECIMEN ? new Specimen() : KINDS.get(random.nextInt(KINDS.size()));
		return Range.unit(kind.draw(side, random));
	}
}
