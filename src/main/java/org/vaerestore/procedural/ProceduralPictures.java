package org.vaerestore.procedural;

import java.util.List;
import java.util.SplittableRandom;

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

	private static final List<Kind> SCENES = List.of(new DeadLeaves(), new DeadLeaves(), new Fibres(),
		new StressFibres(), new Spots(), new Cells(), new Nuclei(), new Membranes(), new Epithelium(), new Clouds(),
		new Ultrastructure(), new Anatomy());
	private static final List<Kind> TEXTURED = List.of(new TexturedLeaves(), new TexturedLeaves(), new TexturedLeaves(),
		new TexturedPlane());
	private static final double MIXED = 0.25;
	/** A photograph with less than this, of a range of 1, shows nothing. */
	private static final double LEAST_DEVIATION = 0.012;

	private ProceduralPictures() {}

	/**
	 * Draws a picture without noise.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything: the same one gives the same picture again
	 * @return row-major; its median is 0 and its standard deviation, without the most extreme 0.2 %, is 1
	 */
	public static float[] draw(final int side, final long seed) {
		final SplittableRandom random = new SplittableRandom(~seed);
		return random.nextBoolean() ? Range.standardised(photograph(side, random)) : scene(side, seed);
	}

	/**
	 * Draws a picture of what microscopes and scanners show, without the textures of photographs and without noise.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything: the same one gives the same picture again
	 * @return as of {@link #draw}
	 */
	public static float[] scene(final int side, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] scene = Range.unit(pick(SCENES, random).draw(side, random));
		if (random.nextDouble() < MIXED) mix(scene, Range.unit(pick(SCENES, random).draw(side, random)), random);
		return Range.standardised(new Microscope().seen(scene, side, random));
	}

	private static float[] photograph(final int side, final SplittableRandom random) {
		float[] picture;
		do picture = new Camera().seen(pick(TEXTURED, random).draw(side, random), side, random);
		while (Range.deviation(picture) < LEAST_DEVIATION);
		return picture;
	}

	private static Kind pick(final List<Kind> kinds, final SplittableRandom random) {
		return kinds.get(random.nextInt(kinds.size()));
	}

	private static void mix(final float[] picture, final float[] other, final SplittableRandom random) {
		final double share = random.nextDouble(0.2, 0.8);
		final boolean sum = random.nextBoolean();
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (sum ? (1 - share) * picture[i] + share * other[i] : Math.max(picture[i], share * other[i]));
	}
}
