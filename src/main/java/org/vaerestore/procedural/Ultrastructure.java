package org.vaerestore.procedural;

import java.util.SplittableRandom;

/**
 * What an electron microscope shows: a grey ground, dark membranes, mitochondria with cristae, vesicles.
 */
final class Ultrastructure implements Kind {

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		final Canvas canvas = new Canvas(side, 0.7);
		final FractalNoise ground = new FractalNoise(random.nextLong());
		final double zoom = Draws.logUniform(random, 0.5, 2), rough = random.nextDouble(0.1, 0.4), line = zoom * random
			.nextDouble(0.7, 1.5);
		final float[] values = canvas.values();
		for (int i = 0; i < values.length; i++)
			values[i] += (float) (rough * ground.at(i % side / (12 * zoom), i / side / (12 * zoom), 0, 4));
		final int bodies = random.nextInt(1, 12);
		for (int i = 0; i < bodies; i++)
			body(canvas, Ellipse.around(side * random.nextDouble(), side * random.nextDouble(), zoom * random.nextDouble(8, 30),
				0.12, random), line, random);
		final int membranes = random.nextInt(3, 25);
		for (int i = 0; i < membranes; i++) {
			final double x = side * random.nextDouble(), y = side * random.nextDouble(), heading = random.nextDouble(2 * Math.PI);
			canvas.curve(x, y, heading, side * random.nextDouble(0.2, 1.2), 0.02 / zoom, line, -random.nextDouble(0.2, 0.6),
				random);
		}
		final int vesicles = (int) Draws.logUniform(random, 2, 80);
		for (int i = 0; i < vesicles; i++) {
			final double radius = zoom * random.nextDouble(2, 4.5), dark = random.nextDouble(0.2, 0.5);
			canvas.ellipse(Ellipse.around(side * random.nextDouble(), side * random.nextDouble(), radius, 0.05, random), (x, y,
				before, inside) -> inside * radius < line ? before - dark : before + 0.3 * dark);
		}
		return values;
	}

	private static void body(final Canvas canvas, final Ellipse shape, final double line, final SplittableRandom random) {
		final double level = random.nextDouble(0.3, 0.7), stripe = random.nextDouble(4, 9) * line, angle = random.nextDouble(
			Math.PI);
		final double contrast = random.nextDouble(0, 0.3), radius = Math.min(shape.a(), shape.b());
		final FractalNoise bend = new FractalNoise(random.nextLong());
		canvas.ellipse(shape, (x, y, before, inside) -> {
			if (inside * radius < 1.5 * line) return 0.15;
			final double across = x * Math.cos(angle) + y * Math.sin(angle) + 8 * bend.at(x / 20.0, y / 20.0, 0, 2);
			return level + contrast * Math.sin(2 * Math.PI * across / stripe) + 0.1 * bend.at(x / 3.0, y / 3.0, 5, 2);
		});
	}
}
