package org.vaerestore.procedural;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A kind of planes that are seen together, with its name.
 *
 * @param name in a few words
 * @param weight how often it comes, compared with the others
 */
record NamedSeries(String name, double weight, SeriesKind kind) {

	/** What microscopes, cameras and scanners put beside each other. */
	static final List<NamedSeries> RELATED = List.of(new NamedSeries("frames", 14, new Frames()), new NamedSeries(
		"moving things", 16, new MovingThings()), new NamedSeries("transients", 14, new Transients()), new NamedSeries(
			"layers through depth", 11, new LayeredSlices()), new NamedSeries("bodies through depth", 8, new BodySlices()),
		new NamedSeries("tissue through depth", 7, new TissueSlices()), new NamedSeries("channels", 8, new Channels()),
		new NamedSeries("channels of cells", 7, new StainedCells()),
		new NamedSeries("colours", 8, new Colours()), new NamedSeries("stains", 4, new Stains()));
	/** All kinds. */
	static final List<NamedSeries> ALL = Stream.concat(RELATED.stream(), Stream.of(
		new NamedSeries("something else beside", 8, new Strangers()))).toList();

	/** Draws a kind, each as often as its weight says. */
	static NamedSeries pick(final List<NamedSeries> kinds, final SplittableRandom random) {
		double place = random.nextDouble() * kinds.stream().mapToDouble(NamedSeries::weight).sum();
		for (final NamedSeries kind : kinds)
			if ((place -= kind.weight) < 0) return kind;
		return kinds.get(kinds.size() - 1);
	}
}
