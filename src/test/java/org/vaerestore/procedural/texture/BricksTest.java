package org.vaerestore.procedural.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BricksTest {

	private final Texture wall = new Bricks(Axis.of(0), 20, 8, 0.5, 2, 0.5, new LatticeRandom(3));

	@Test
	void aBrickHasOneBrightnessAndItsNeighbourAnother() {
		assertEquals(wall.at(3, 3), wall.at(16, 5));
		assertNotEquals(wall.at(3, 3), wall.at(23, 3));
	}

	@Test
	void jointsAreDarkAndShiftedFromCourseToCourse() {
		assertEquals(-1, wall.at(20, 4));
		assertTrue(wall.at(20, 12) > -1, "a joint of the first course goes on in the second one");
		assertEquals(-1, wall.at(10, 12));
		assertEquals(-1, wall.at(5, 8));
	}
}
