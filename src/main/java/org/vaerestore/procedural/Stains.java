package org.vaerestore.procedural;

import java.util.SplittableRandom;

/** Colours of a stained section: two or three stains, each of which absorbs some colours more than others, before white light. */
final class Stains implements SeriesKind {

	/** How much haematoxylin, eosin and diaminobenzidine absorb of red, green and blue (Ruifrok and Johnston, 2001). */
	private static final double[][] ABSORBED = { { 0.65, 0.70, 0.29 }, { 0.07, 0.99, 0.11 }, { 0.27, 0.57, 0.78 } };
	private static final Kind[] NUCLEI = { new Nuclei(), new Nuclei(), new Spots() };
	private static final Kind[] TISSUE = { new Fibres(), new Membranes(), new Epithelium(), new Clouds(), new StressFibres(), new Specimen() };

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final int stains = random.nextInt(2, 4), turn = random.nextInt(3);
		final float[][] taken = new float[planes][side * side];
		final float[] section = section(side, random);
		for (int stain = 0; stain < stains; stain++) {
			final Kind[] kinds = stain == 0 ? NUCLEI : TISSUE;
			final float[] where = Range.unit(kinds[random.nextInt(kinds.length)].draw(side, random));
			final double strength = Draws.logUniform(random, 0.3, 1.8), ground = stain == 0 ? 0 : random.nextDouble(0.3);
			for (int k = 0; k < planes; k++) {
				final double absorbed = strength * Math.max(0.1, ABSORBED[stain][(k + turn) % 3] + 0.1 * random.nextGaussian());
				for (int i = 0; i < where.length; i++)
					taken[k][i] += (float) (absorbed * (ground + where[i]) * section[i]);
			}
		}
		final double sigma = Draws.logUniform(random, 0.3, 1.5);
		for (int k = 0; k < planes; k++) {
			for (int i = 0; i < taken[k].length; i++)
				taken[k][i] = (float) Math.exp(-taken[k][i]);
			taken[k] = GaussianBlur.blur(taken[k], side, side, sigma);
		}
		return taken;
	}

	/** Draws where there is tissue: everywhere, or with holes and rims that are white. */
	private static float[] section(final int side, final SplittableRandom random) {
		final double coarse = side * Draws.logUniform(random, 0.15, 1);
		final float[] thick = SmoothField.draw(coarse, 3, random).plane(side, 0);
		final float[] section = Region.above(thick, random.nextBoolean() ? -2 : random.nextDouble(-0.3, 0.1), coarse, 2);
		for (int i = 0; i < section.length; i++)
			section[i] *= 1 + 0.3f * thick[i];
		return section;
	}
}
