package org.vaerestore.procedural;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws pictures by rules alone: leaves, fibres, vesicles, cells and their organelles, nuclei, tissues, textures,
 * ultrastructure, anatomy, and mixtures of them; with a random point spread function, contrast and illumination.
 *
 * <pre>
 * float[] picture = ProceduralPictures.draw(192, 1);
 * </pre>
 *
 * They teach a network what pictures are like before it sees any that someone took.
 */
public final class ProceduralPictures {

	private static final List<Kind> KINDS = List.of(new DeadLeaves(), new DeadLeaves(), new Fibres(),
		new StressFibres(), new Spots(), new Cells(), new Nuclei(), new Membranes(), new Epithelium(), new Texture(),
		new Ultrastructure(), new Anatomy());
	private static final double MIXED = 0.25, OUT_OF_FOCUS = 0.3, TAIL = 0.001;

	private ProceduralPictures() {}

	/**
	 * Draws a picture without noise.
	 *
	 * @param side of the square picture in pixels, at least 32
	 * @param seed decides everything: the same one gives the same picture again
	 * @return row-major; its median is 0 and its standard deviation, without the most extreme 0.2 %, is 1
	 */
	public static float[] draw(final int side, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		float[] picture = unit(pick(random).draw(side, random));
		if (random.nextDouble() < MIXED) mix(picture, unit(pick(random).draw(side, random)), random);
		if (random.nextDouble() < 0.9) picture = GaussianBlur.blur(picture, side, side, Draws.logUniform(random, 0.4, 3));
		if (random.nextDouble() < OUT_OF_FOCUS) addHaze(picture, side, random);
		illuminate(picture, side, random);
		bendContrast(picture, random);
		return standardised(picture);
	}

	private static Kind pick(final SplittableRandom random) {
		return KINDS.get(random.nextInt(KINDS.size()));
	}

	private static void mix(final float[] picture, final float[] other, final SplittableRandom random) {
		final double share = random.nextDouble(0.2, 0.8);
		final boolean sum = random.nextBoolean();
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (sum ? (1 - share) * picture[i] + share * other[i] : Math.max(picture[i], share * other[i]));
	}

	/** Adds the light of what lies above and below the focus. */
	private static void addHaze(final float[] picture, final int side, final SplittableRandom random) {
		final float[] haze = GaussianBlur.blur(picture, side, side, Draws.logUniform(random, 4, 20));
		final double strength = random.nextDouble(1);
		for (int i = 0; i < picture.length; i++)
			picture[i] += (float) (strength * haze[i]);
	}

	private static void illuminate(final float[] picture, final int side, final SplittableRandom random) {
		final FractalNoise light = new FractalNoise(random.nextLong());
		final double strength = random.nextDouble(0, 0.6), ground = random.nextDouble() < 0.5 ? 0 : random.nextDouble(0.3);
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) (picture[i] * (1 + strength * light.at(i % side / 120.0, i / side / 120.0, 0, 2)) + ground *
				light.at(i % side / 90.0, i / side / 90.0, 7, 2));
	}

	/** Raises the picture, from its least to its largest value, to a power: few bright things, or few dark ones. */
	private static void bendContrast(final float[] picture, final SplittableRandom random) {
		final double power = Draws.logUniform(random, 0.5, 2);
		final float[] unit = unit(picture);
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) Math.pow(unit[i], power);
	}

	private static float[] unit(final float[] picture) {
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float value : picture) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		final float[] unit = new float[picture.length];
		if (high > low) for (int i = 0; i < unit.length; i++)
			unit[i] = (picture[i] - low) / (high - low);
		return unit;
	}

	private static float[] standardised(final float[] picture) {
		final float[] sorted = picture.clone();
		Arrays.sort(sorted);
		final int tail = (int) (TAIL * sorted.length);
		double sum = 0, squares = 0;
		for (int i = tail; i < sorted.length - tail; i++) {
			sum += sorted[i];
			squares += (double) sorted[i] * sorted[i];
		}
		final int count = sorted.length - 2 * tail;
		final double deviation = Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
		final float median = sorted[sorted.length / 2];
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) ((picture[i] - median) / Math.max(deviation, 1e-6));
		return picture;
	}
}
