package org.vaerestore.procedural.texture;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.vaerestore.procedural.Draws;

/** Draws textures at random. */
public final class Textures {

	private static final double WARPED = 0.35, SLANTED = 0.3, BENT = 0.08;

	/** Stripes, cloth, noise and patches stand here several times, as they differ most from picture to picture. */
	private static final List<Source> SOURCES = List.of(
		new Source("grating", Grating::draw), new Source("grating", Grating::draw),
		new Source("grating", Grating::draw), new Source("crossed gratings", Crossed::draw),
		new Source("weave", Weave::draw), new Source("weave", Weave::draw),
		new Source("lattice of spots", SpotLattice::draw), new Source("honeycomb", Honeycomb::draw),
		new Source("bricks", Bricks::draw), new Source("checks", Checks::draw),
		new Source("fractal noise", Fractal::draw), new Source("fractal noise", Fractal::draw),
		new Source("fractal noise", Fractal::draw), new Source("drawn-out noise", Fractal::drawnOut),
		new Source("drawn-out noise", Fractal::drawnOut), new Source("patches", Patches::draw),
		new Source("patches", Patches::draw), new Source("speckles", Speckles::draw),
		new Source("strokes", Strokes::draw), new Source("pebbles", Pebbles::draw),
		new Source("writing", Lettering::draw));

	/** What specimens are made of. */
	private static final List<String> GRAINS = List.of("fractal noise", "drawn-out noise", "speckles", "pebbles", "patches");

	private Textures() {}

	/** How a texture is drawn. */
	private record Source(String name, Function<SplittableRandom, Texture> draw) {
	}

	/** Returns the names of all textures, each once. */
	public static List<String> names() {
		return SOURCES.stream().map(Source::name).distinct().toList();
	}

	/**
	 * Draws a texture, flat or warped, bent, or in perspective.
	 *
	 * @param side of the picture that it is for, in pixels
	 * @return mean 0, standard deviation 1
	 */
	public static Texture draw(final int side, final SplittableRandom random) {
		return seen(SOURCES.get(random.nextInt(SOURCES.size())).draw.apply(random), side, random);
	}

	/**
	 * Draws a texture of a name.
	 *
	 * @throws java.util.NoSuchElementException if none has that name
	 */
	public static Texture draw(final String name, final int side, final SplittableRandom random) {
		return seen(SOURCES.stream().filter(source -> source.name.equals(name)).findFirst().orElseThrow().draw.apply(random),
			side, random);
	}

	/** Draws a texture of those that specimens are made of; as in {@link #draw(int, SplittableRandom)}. */
	public static Texture grain(final int side, final SplittableRandom random) {
		return draw(GRAINS.get(random.nextInt(GRAINS.size())), side, random);
	}

	/** Draws a smooth gradient; mean 0, standard deviation 1. */
	public static Texture gradient(final int side, final SplittableRandom random) {
		return Standardised.draw(Gradient.draw(side, random), side, random);
	}

	/** Draws writing, half of it as it lies before a reader, half of it any way; mean 0, standard deviation 1. */
	public static Texture writing(final int side, final SplittableRandom random) {
		return random.nextBoolean() ? seen(Lettering.draw(random), side, random) : Standardised.draw(Lettering.draw(Draws
			.logUniform(random, 6, 24), Axis.of(0), random), side, random);
	}

	/**
	 * Draws one line of letters whose middle is at (0, 0).
	 *
	 * @param size height of the letters, in pixels
	 * @return 1 where there is ink, -1 where there is none
	 */
	public static Texture letters(final double size, final SplittableRandom random) {
		final Lettering line = Lettering.draw(size, Axis.of(0), random);
		return (x, y) -> line.at(x, y + size * line.spacing() / 2);
	}

	/** Draws pores or ribs: a lattice, a honeycomb or a grating; mean 0, standard deviation 1. */
	public static Texture lattice(final int side, final SplittableRandom random) {
		return seen(switch (random.nextInt(4)) {
			case 0 -> SpotLattice.draw(random);
			case 1 -> Honeycomb.draw(random);
			case 2 -> Crossed.draw(random);
			default -> Grating.draw(random);
		}, side, random);
	}

	/** Draws the bands of muscle, which follow each other along x; -1 to 1. */
	public static Texture sarcomeres(final int side, final SplittableRandom random) {
		return Warped.draw(Sarcomeres.draw(random), side, random);
	}

	/** Draws thin folds that lie beside each other without being regular; mean 0, standard deviation 1. */
	public static Texture lamellae(final int side, final SplittableRandom random) {
		return Standardised.draw(Warped.draw(random.nextBoolean() ? Grating.draw(3, 10, random) : new Fractal(Axis.draw(random),
			Draws.logUniform(random, 2, 6), Draws.logUniform(random, 4, 20), 1, 1, new PlaneNoise(random.nextLong())), side,
			random), side, random);
	}

	/** Draws a network of struts with hollows between; mean 0, standard deviation 1. */
	public static Texture network(final int side, final SplittableRandom random) {
		final Texture noise = new Fractal(Axis.draw(random), Draws.logUniform(random, 4, 20), Draws.logUniform(random, 1, 3),
			random.nextInt(1, 3), random.nextDouble(1, 2), new PlaneNoise(random.nextLong()));
		return seen(random.nextBoolean() ? new Patches(noise, random.nextDouble(-0.2, 0.2), random.nextDouble(3, 12), true)
			: Pebbles.draw(random), side, random);
	}

	/** Draws noise of any slope; mean 0, standard deviation 1. */
	public static Texture noise(final int side, final SplittableRandom random) {
		return Standardised.draw(Fractal.draw(random), side, random);
	}

	/** Returns the same texture at another place, and turned. */
	public static Texture elsewhere(final Texture texture, final SplittableRandom random) {
		return Placed.draw(texture, random);
	}

	private static Texture seen(final Texture flat, final int side, final SplittableRandom random) {
		Texture texture = flat;
		if (random.nextDouble() < BENT) texture = Bent.draw(texture, side, random);
		if (random.nextDouble() < WARPED) texture = Warped.draw(texture, side, random);
		if (random.nextDouble() < SLANTED) texture = Perspective.draw(texture, side, random);
		return Standardised.draw(texture, side, random);
	}
}
