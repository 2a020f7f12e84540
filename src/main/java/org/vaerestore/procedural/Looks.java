package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;

/** Draws what moving things look like: spots, filaments, bodies with an inside of their own. */
final class Looks {

	private static final int LONGEST = 60;

	private Looks() {}

	/** A spot about the middle. */
	private record Spot(double x, double y, double sigma, double peak) {

		void add(final float[] plane, final int side, final double u, final double v, final double strength) {
			final int reach = (int) Math.ceil(3 * sigma), left = (int) Math.floor(u) - reach, top = (int) Math.floor(v) - reach;
			final double[] across = new double[2 * reach + 2];
			for (int i = 0; i < across.length; i++)
				across[i] = Math.exp(-(left + i - u) * (left + i - u) / (2 * sigma * sigma));
			for (int y = Math.max(0, top); y < Math.min(side, top + across.length); y++) {
				final double down = strength * peak * Math.exp(-(y - v) * (y - v) / (2 * sigma * sigma));
				for (int x = Math.max(0, left); x < Math.min(side, left + across.length); x++)
					plane[y * side + x] += (float) (down * across[x - left]);
			}
		}
	}

	/** Draws a spot, or a few beside each other. */
	static Thing.Look spots(final double sigma, final double peak, final SplittableRandom random) {
		final int count = random.nextInt(4) > 0 ? 1 : random.nextInt(2, 6);
		final Spot[] spots = new Spot[count];
		for (int i = 0; i < count; i++)
			spots[i] = new Spot(count == 1 ? 0 : 2 * sigma * random.nextGaussian(), count == 1 ? 0 : 2 * sigma * random
				.nextGaussian(), sigma * random.nextDouble(0.8, 1.3), peak * Math.exp(0.5 * random.nextGaussian()));
		return all(spots);
	}

	/** Draws a filament that wanders. */
	static Thing.Look filament(final double sigma, final double peak, final double length, final SplittableRandom random) {
		final double step = Math.max(0.7, 0.9 * sigma);
		final Spot[] spots = new Spot[Math.max(3, (int) Math.min(LONGEST, length / step))];
		double heading = random.nextDouble(2 * Math.PI), curvature = 0;
		double x = -Math.cos(heading) * step * spots.length / 2, y = -Math.sin(heading) * step * spots.length / 2;
		final double wander = Draws.logUniform(random, 0.002, 0.05);
		for (int i = 0; i < spots.length; i++) {
			curvature = curvature * (1 - 0.04 * step) + wander * Math.sqrt(step) * random.nextGaussian();
			heading += curvature * step;
			x += step * Math.cos(heading);
			y += step * Math.sin(heading);
			spots[i] = new Spot(x, y, sigma, 0.4 * peak);
		}
		return all(spots);
	}

	private static Thing.Look all(final Spot[] spots) {
		return (plane, side, x, y, angle, strength) -> {
			final double cos = Math.cos(angle), sin = Math.sin(angle);
			for (final Spot spot : spots)
				spot.add(plane, side, x + spot.x * cos - spot.y * sin, y + spot.x * sin + spot.y * cos, strength);
		};
	}

	/** Draws a body that hides what is below, or lets some of it through; its inside is a part of another scene. */
	static Thing.Look body(final Shapes shapes, final double radius, final Sheet inside, final SplittableRandom random) {
		final Shape shape = shapes.at(0, 0, radius, random);
		final double u = inside.side() * random.nextDouble(), v = inside.side() * random.nextDouble();
		final double rim = random.nextInt(3) > 0 ? 0 : random.nextDouble(-0.5, 0.8), wide = Draws.logUniform(random, 1, 4);
		final double cover = random.nextInt(3) > 0 ? 1 : random.nextDouble(0.2, 1), level = random.nextDouble(0.6), contrast = random
			.nextDouble(0.1, 1);
		return (plane, side, x, y, angle, strength) -> {
			final double cos = Math.cos(angle), sin = Math.sin(angle), reach = shape.reach() + 1;
			for (int py = Math.max(0, (int) Math.floor(y - reach)); py < Math.min(side, y + reach + 1); py++)
				for (int px = Math.max(0, (int) Math.floor(x - reach)); px < Math.min(side, x + reach + 1); px++) {
					final double a = (px - x) * cos + (py - y) * sin, b = (py - y) * cos - (px - x) * sin;
					final double depth = shape.depth(a, b), covered = strength * cover * Math.min(1, depth + 0.5);
					if (covered <= 0) continue;
					final double value = level + contrast * inside.at(u + a, v + b) + (rim == 0 ? 0 : rim * Math.exp(-depth * depth / (2 *
						wide * wide)));
					plane[py * side + px] += (float) (covered * (value - plane[py * side + px]));
				}
		};
	}
}
