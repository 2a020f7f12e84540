package org.vaerestore.procedural;

import java.util.List;

/**
 * A kind of picture with its name.
 *
 * @param name in a few words
 */
record NamedKind(String name, Kind kind) {

	/** What microscopes and scanners show; leaves stand here twice, as they have something of all pictures. */
	static final List<NamedKind> SCENES = List.of(new NamedKind("dead leaves", new DeadLeaves()), new NamedKind(
		"dead leaves", new DeadLeaves()), new NamedKind("fibres", new Fibres()), new NamedKind("stress fibres",
			new StressFibres()), new NamedKind("spots", new Spots()), new NamedKind("cells", new Cells()), new NamedKind(
				"nuclei", new Nuclei()), new NamedKind("membranes", new Membranes()), new NamedKind("epithelium",
					new Epithelium()), new NamedKind("clouds", new Clouds()), new NamedKind("ultrastructure",
						new Ultrastructure()), new NamedKind("anatomy", new Anatomy()));
	/** What they show as finely as their pixels are. */
	static final List<NamedKind> TEXTURED_SCENES = List.of(new NamedKind("muscle", new Muscle()), new NamedKind(
		"mitochondria", new Mitochondria()), new NamedKind("spongy bone", new Trabeculae()), new NamedKind("diatoms",
			new Diatoms()));
	/** What cameras show; leaves come three times as often. */
	static final List<NamedKind> PHOTOGRAPHS = List.of(new NamedKind("textured leaves", new TexturedLeaves()),
		new NamedKind("textured leaves", new TexturedLeaves()), new NamedKind("textured leaves", new TexturedLeaves()),
		new NamedKind("textured plane", new TexturedPlane()));
}
