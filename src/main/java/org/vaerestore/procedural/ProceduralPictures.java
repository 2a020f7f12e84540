package org.vaerestore.procedural;

import java.util.List;
import java.util.SplittableRandom;

import org.vaerestore.procedural.texture.Texture;
import org.vaerestore.procedural.texture.Textures;

/**
 * Draws pictures by rules alone: what microscopes and scanners show, from fibres to anatomy, through a random point spread
 * function, contrast and illumination; and textured leaves and planes, as sharp as a camera shows them.
 *
 * <pre>
 * float[] picture = ProceduralPictures.draw(192, 1);
 * </pre>
 *
 * They teach a network what pictures are like before it sees any that someone took.
 */
public final class ProceduralPictures {

	private static final double PHOTOGRAPHED = 0.42, TEXTURED = 0.12, SHARP = 0.15, MIXED = 0.25, OVERLAID = 0.08;
	/** A photograph with less than this, of a range of 1, shows nothing. */
	private static final double LEAST_DEVIATION = 0.012;

	/** Shares of grained pictures that are planes, and specimens of few materials. */
	private static final double PLANE = 0.2, SPECIMEN = 0.5;

	private ProceduralPictures() {}

	/**
	 * Draws a picture without noise.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything: the same one gives the same picture again
	 * @return row-major; its median is 0 and its standard deviation, without the most extreme 0.2 %, is 1
	 */
	public static float[] draw(final int side, final long seed) {
		// Other numbers than those of the scene of the same seed.
		final SplittableRandom random = new SplittableRandom(~seed);
		final double kind = random.nextDouble();
		if (kind < PHOTOGRAPHED) return Range.standardised(photograph(side, random));
		final float[] seen;
		if (kind < PHOTOGRAPHED + TEXTURED) seen = Microscope.SHARP.seen(Range.unit(pick(NamedKind.TEXTURED_SCENES, random).draw(side,
			random)), side, random);
		else seen = scene(kind < PHOTOGRAPHED + TEXTURED + SHARP ? Microscope.SHARP : Microscope.USUAL, side, random);
		return Range.standardised(random.nextDouble() < OVERLAID ? Overlay.over(Range.unit(seen), side, random) : seen);
	}

	/**
	 * Draws a picture of what microscopes and scanners show, without the textures of photographs and without noise.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything: the same one gives the same picture again
	 * @return as of {@link #draw}
	 */
	public static float[] scene(final int side, final long seed) {
		return Range.standardised(scene(Microscope.USUAL, side, new SplittableRandom(seed)));
	}

	/**
	 * Draws a picture without noise whose textures go on: a plane that one fills, a specimen of few materials, or a scene with a
	 * grain.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything: the same one gives the same picture again
	 * @return as of {@link #draw}
	 */
	public static float[] grained(final int side, final long seed) {
		final SplittableRandom random = new SplittableRandom(~seed);
		final double kind = random.nextDouble();
		if (kind < PLANE) return Range.standardised(new Camera().seen(new TexturedPlane().draw(side, random), side, random));
		final Lens lens = random.nextBoolean() ? Microscope.SHARP : Microscope.USUAL;
		if (kind < PLANE + SPECIMEN) return Range.standardised(lens.seen(Range.unit(new Specimen().draw(side, random)), side, random));
		final float[] picture = Range.standardised(scene(lens, side, random));
		final Texture grain = Textures.grain(side, random);
		final double contrast = Draws.logUniform(random, 0.1, 1.5);
		for (int i = 0; i < picture.length; i++)
			picture[i] += (float) (contrast * grain.at(i % side, i / side));
		return Range.standardised(picture);
	}

	private static float[] scene(final Lens lens, final int side, final SplittableRandom random) {
		final float[] scene = Range.unit(pick(NamedKind.SCENES, random).draw(side, random));
		if (random.nextDouble() < MIXED) mix(scene, Range.unit(pick(NamedKind.SCENES, random).draw(side, random)), random);
		return lens.seen(scene, side, random);
	}

	private static float[] photograph(final int side, final SplittableRandom random) {
		float[] picture;
		do picture = new Camera().seen(pick(NamedKind.PHOTOGRAPHS, random).draw(side, random), side, random);
		while (Range.deviation(picture) < LEAST_DEVIATION);
		return picture;
	}

	private static Kind pick(final List<NamedKind> kinds, final SplittableRandom random) {
		return kinds.get(random.nextInt(kinds.size())).kind();
	}

	private static void mix(final float[] picture, final float[] other, final SplittableRandom random) {
		final double share = random.nextDouble(0.2, 0.8);
		final boolean sum = random.nextBoolean();
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (sum ? (1 - share) * picture[i] + share * other[i] : Math.max(picture[i], share * other[i]));
	}
}
