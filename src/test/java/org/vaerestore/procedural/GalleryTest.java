package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vaerestore.procedural.texture.Textures;

class GalleryTest {

	private static final int SIDE = 48;

	@TestFactory
	Stream<DynamicTest> everyKindIsDrawnFromBlackToWhite() {
		return Gallery.rooms().stream().flatMap(room -> room.exhibits().stream()).map(exhibit -> DynamicTest.dynamicTest(exhibit
			.name(), () -> {
				final float[] picture = exhibit.picture(SIDE, 1);
				assertEquals(exhibit.across() * SIDE * SIDE, picture.length);
				for (final float value : picture)
					assertTrue(value > -1e-5 && value < 1 + 1e-5, "" + value);
				assertArrayEquals(picture, exhibit.picture(SIDE, 1));
			}));
	}

	@Test
	void namesAreUniqueAndEveryTextureHasOne() {
		final Set<String> names = new HashSet<>();
		Gallery.rooms().forEach(room -> room.exhibits().forEach(exhibit -> assertTrue(names.add(exhibit.name()), exhibit
			.name())));
		assertTrue(names.containsAll(Textures.names()));
		assertTrue(names.containsAll(Set.of("muscle", "textured leaves", "weave", "writing", "scale bar", "transients")));
	}
}
