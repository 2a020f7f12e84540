package org.vaerestore.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;

class PileTest {

	private static final int SIDE = 32;
	private final Shape shape = new Disc(16, 16, 8);

	/** A circle. */
	private record Disc(double x, double y, double reach) implements Shape {

		@Override
		public double depth(final double px, final double py) {
			return reach - Math.hypot(px - x, py - y);
		}
	}

	@Test
	void whatIsLaidFirstHidesWhatIsLaidLater() {
		final Pile pile = new Pile(SIDE);
		pile.lay(shape, (x, y) -> 0.8, 1);
		pile.lay(new Disc(16, 16, 12), (x, y) -> 0.3, 1);
		assertFalse(pile.closed());
		pile.fill((x, y) -> 0.1);
		assertTrue(pile.closed());
		assertEquals(0.8f, pile.values()[16 * SIDE + 16]);
		assertEquals(0.3f, pile.values()[16 * SIDE + 26]);
		assertEquals(0.1f, pile.values()[0]);
	}

	@Test
	void bordersAreOnePixelWide() {
		final Pile pile = new Pile(SIDE);
		pile.lay(shape, (x, y) -> 1, 1);
		int between = 0;
		for (int x = 16; x < SIDE; x++)
			if (pile.values()[16 * SIDE + x] > 0.01 && pile.values()[16 * SIDE + x] < 0.99) between++;
		assertTrue(between <= 1, between + " pixels between");
	}

	@Test
	void blurredLeavesLetThroughWhatIsBehind() {
		final Pile pile = new Pile(SIDE);
		pile.lay(shape, (x, y) -> 1, 1);
		final float[] behind = new float[SIDE * SIDE];
		Arrays.fill(behind, 0.5f);
		final float[] picture = pile.before(behind, 2);
		assertEquals(0.75, picture[16 * SIDE + 24], 0.06);
		assertEquals(0.5, picture[0], 1e-3);
		assertEquals(1, picture[16 * SIDE + 16], 1e-2);
	}

	@Test
	void nothingIsPaintedThatIsNotSeen() {
		final Pile pile = new Pile(SIDE);
		final Shapes shapes = Shapes.draw(new SplittableRandom(1));
		pile.fill((x, y) -> 0.5);
		pile.lay(shapes.at(16, 16, 10, new SplittableRandom(1)), (x, y) -> {
			throw new AssertionError("painted at " + x + ", " + y);
		}, 1);
	}

	@Test
	void coloursShareTheirShapesAndHaveTintsOfTheirOwn() {
		final Pile pile = new Pile(SIDE, 2);
		pile.lay(shape, (x, y) -> 0.5, 1, new Tint(new double[] { 1, 0.5 }, new double[] { 0, 0.3 }));
		pile.fill((x, y) -> 1, new Tint(new double[] { 0, 1 }, new double[] { 0.2, 0 }));
		final int inside = 16 * SIDE + 16;
		assertEquals(0.5, pile.colours()[0][inside], 1e-6);
		assertEquals(0.55, pile.colours()[1][inside], 1e-6);
		assertEquals(0.2, pile.colours()[0][0], 1e-6);
		assertEquals(1, pile.colours()[1][0], 1e-6);
	}
}
