package org.vaerestore.procedural;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shapes;

/** Spots, filaments, cells and other bodies that move over a still scene, turn, blink, divide, come and go. */
final class MovingThings implements SeriesKind {

	/** Farthest that a thing moves, in pixels a frame. */
	private static final double FASTEST = 4;
	private static final double DIM = 0.5, DRIFTS = 0.3, FLICKERS = 0.3, FLOW = 0.3, RESTS = 0.2;

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double[] places = Places.draw(planes, random);
		final int margin = Drift.margin(places), whole = side + 2 * margin;
		final Sheet scene = new Sheet(dimmed(new Scenery().draw(whole, random), random), whole);
		final Drift drift = random.nextDouble() < DRIFTS ? Drift.draw(places, random) : Drift.none(planes);
		final List<Thing> things = things(side, random);
		final double tremble = random.nextBoolean() ? 0 : random.nextDouble(1.5);
		final float[][] frames = new float[planes][];
		for (int k = 0; k < planes; k++) {
			frames[k] = scene.window(side, margin + drift.x()[k], margin + drift.y()[k]);
			for (final Thing thing : things)
				thing.paint(frames[k], side, places[k], drift.x()[k], drift.y()[k], tremble, random);
		}
		final float[][] seen = StackLens.draw(side, random).seen(frames, side);
		if (random.nextDouble() < FLICKERS) Flicker.draw(places, random).apply(seen, side);
		return seen;
	}

	private static float[] dimmed(final float[] scene, final SplittableRandom random) {
		if (random.nextDouble() > DIM) return scene;
		final double contrast = random.nextDouble(0.6), level = random.nextDouble() * (1 - contrast);
		for (int i = 0; i < scene.length; i++)
			scene[i] = (float) (level + contrast * scene[i]);
		return scene;
	}

	private static List<Thing> things(final int side, final SplittableRandom random) {
		final List<Thing> things = new ArrayList<>();
		final double fastest = Draws.logUniform(random, 0.2, FASTEST), angle = random.nextDouble(2 * Math.PI);
		final boolean flow = random.nextDouble() < FLOW;
		final int form = random.nextInt(5);
		final double sigma = Draws.logUniform(random, 0.7, 2.5), peak = (random.nextInt(5) > 0 ? 1 : -1) * random.nextDouble(0.15, 1.2);
		final double radius = side * Draws.logUniform(random, 0.03, 0.2), length = side * random.nextDouble(0.1, 0.6);
		final int count = (int) switch (form) {
			case 0, 1 -> Draws.logUniform(random, 2, 60);
			case 2 -> Draws.logUniform(random, 1, 9);
			default -> Math.max(1, Math.min(40, random.nextDouble(0.05, 0.5) * side * side / (Math.PI * radius * radius)));
		};
		final Sheet inside = form < 3 ? null : new Sheet(new Scenery().draw(side, random), side);
		final Shapes shapes = random.nextInt(4) > 0 ? Shapes.rounded(random) : Shapes.draw(random);
		for (int i = 0; i < count; i++) {
			final Thing.Look look = switch (form) {
				case 0, 1 -> Looks.spots(sigma, peak, random);
				case 2 -> Looks.filament(sigma, peak, length, random);
				default -> Looks.body(shapes, radius * random.nextDouble(0.6, 1.4), inside, random);
			};
			final double heading = flow ? angle + 0.2 * random.nextGaussian() : random.nextDouble(2 * Math.PI), speed = random
				.nextDouble() < RESTS ? 0 : fastest * random.nextDouble();
			things.add(Thing.draw(look, side, speed * Math.cos(heading), speed * Math.sin(heading), random));
		}
		return things;
	}
}
