package org.vaerestore.procedural;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/**
 * A specimen of few materials, each with a brightness and a grain of its own: bodies of some kinds, those of a kind about as
 * large as each other, in one ground or two. What isn't seen of it is made of what is seen around, unlike the leaves of a
 * pile, each of which may be anything.
 */
final class Specimen implements Kind {

	private static final int MOST_BODIES = 400;
	private static final double TWO_GROUNDS = 0.6;
	/** Share of grains that are any texture, instead of those that specimens have. */
	private static final double ANY = 0.15;

	/** What bodies of a kind have in common; without a membrane, that has a width of 0. */
	private record Species(Shapes shapes, double radius, double unequal, Texture material, double membrane, double wall) {

		static Species draw(final int side, final double unlike, final SplittableRandom random) {
			return new Species(Shapes.rounded(random), side * Draws.logUniform(random, 0.02, 0.3), random.nextDouble(0.4), drawMaterial(side,
				unlike, random), random.nextBoolean() ? 0 : Draws.logUniform(random, 0.8, 3), random.nextDouble());
		}

		double radius(final SplittableRandom random) {
			return radius * Math.exp(unequal * random.nextGaussian());
		}
	}

	@Override
	public float[] draw(final int side, final SplittableRandom random) {
		// By how much materials differ in brightness: where they hardly do, their grain is what is seen.
		final double unlike = Draws.logUniform(random, 0.1, 1);
		final List<Species> species = IntStream.range(0, random.nextInt(1, 4)).mapToObj(i -> Species.draw(side, unlike, random)).toList();
		final Pile pile = new Pile(side);
		final boolean apart = random.nextInt(4) > 0;
		final double covered = random.nextDouble(0.1, 0.9);
		final List<Shape> laid = new ArrayList<>();
		double area = 0;
		for (int i = 0; i < MOST_BODIES && area < covered * side * side; i++) {
			final Species one = species.get(random.nextInt(species.size()));
			final double radius = one.radius(random);
			final Shape body = one.shapes.at(side * random.nextDouble(-0.1, 1.1), side * random.nextDouble(-0.1, 1.1), radius, random);
			if (apart && laid.stream().anyMatch(other -> Math.hypot(other.x() - body.x(), other.y() - body.y()) < 0.8 * (radius + other
				.reach()))) continue;
			laid.add(body);
			area += Math.PI * radius * radius;
			pile.lay(body.within(one.membrane), one.material, 1);
			if (one.membrane > 0) pile.lay(body, (x, y) -> one.wall, 1);
		}
		pile.fill(random.nextDouble() < TWO_GROUNDS ? twoGrounds(side, unlike, random) : drawMaterial(side, unlike, random));
		return pile.values();
	}

	private static Texture drawMaterial(final int side, final double unlike, final SplittableRandom random) {
		final double level = 0.5 + unlike * random.nextDouble(-0.5, 0.5), contrast = random.nextInt(6) == 0 ? 0 : Draws.logUniform(random, 0.01, 0.3);
		return new Surface(0, 0, level, 0, 0, contrast, random.nextDouble() < ANY ? Textures.draw(side, random) : Textures.grain(side,
			random));
	}

	/** Returns regions of two materials, with a membrane between them or none. */
	private static Texture twoGrounds(final int side, final double unlike, final SplittableRandom random) {
		final Texture one = drawMaterial(side, unlike, random), other = drawMaterial(side, unlike, random);
		final FractalNoise regions = new FractalNoise(random.nextLong());
		final double coarse = side * Draws.logUniform(random, 0.15, 1), border = random.nextDouble(-0.3, 0.3), wall = random.nextDouble();
		final int octaves = random.nextInt(1, 4);
		final double membrane = random.nextBoolean() ? 0 : Draws.logUniform(random, 0.8, 3) / coarse, soft = 0.7 / coarse;
		return (x, y) -> {
			final double above = regions.at(x / coarse, y / coarse, 0, octaves) - border;
			if (Math.abs(above) < membrane) return wall;
			final double share = Math.min(1, Math.max(0, 0.5 + above / (2 * soft)));
			return share == 1 ? one.at(x, y) : share == 0 ? other.at(x, y) : share * one.at(x, y) + (1 - share) * other.at(x, y);
		};
	}
}
