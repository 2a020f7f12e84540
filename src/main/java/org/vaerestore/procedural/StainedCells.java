package org.vaerestore.procedural;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Channels of cells, each of which shows other parts of the same cells: nuclei, bodies of cells, rims, vesicles, fibres. */
final class StainedCells implements SeriesKind {

	private static final double LEAKS = 0.3;

	/** A part of a cell that a stain shows. */
	private enum Part {
		NUCLEUS, BODY, RIM, VESICLES, FIBRES
	}

	/** A cell; the seed decides where small things are in it. */
	private record Cell(Ellipse outline, Ellipse nucleus, double level, long seed) {

		static Cell draw(final int side, final double radius, final SplittableRandom random) {
			final double r = radius * random.nextDouble(0.7, 1.4), x = side * random.nextDouble(-0.05, 1.05), y = side * random.nextDouble(-0.05,
				1.05);
			return new Cell(Ellipse.around(x, y, r, 0.12, random), Ellipse.around(x + 0.1 * r * random.nextGaussian(), y + 0.1 * r * random
				.nextGaussian(), r * random.nextDouble(0.3, 0.5), 0.05, random), Math.exp(0.3 * random.nextGaussian()), random.nextLong());
		}
	}

	/** How a channel shows parts. */
	private record Stain(Part part, double strength, double rough, double sigma, int count, double rim) {

		static Stain draw(final SplittableRandom random) {
			final Part[] parts = Part.values();
			return new Stain(parts[random.nextInt(parts.length)], Draws.logUniform(random, 0.3, 1.5), random.nextDouble(0.6), Draws.logUniform(random, 0.6, 2), (int) Draws.logUniform(random, 5, 60), Draws.logUniform(random, 0.7, 3));
		}

		void show(final Canvas canvas, final Cell cell, final float[] texture, final int side) {
			// The same vesicles and fibres in each channel that shows them.
			final SplittableRandom random = new SplittableRandom(cell.seed);
			final double bright = strength * cell.level, radius = Math.sqrt(cell.outline.a() * cell.outline.b());
			switch (part) {
				case NUCLEUS -> canvas.ellipse(cell.nucleus, (x, y, before, inside) -> before + bright * (0.8 + rough * texture[y * side + x]));
				case BODY -> canvas.ellipse(cell.outline, (x, y, before, inside) -> before + bright * Math.min(1, 2 * inside) * (0.6 + rough *
					texture[y * side + x]));
				case RIM -> canvas.ellipse(cell.outline, (x, y, before, inside) -> before + bright * Math.exp(-inside * inside * radius * radius /
					(2 * rim * rim)));
				case VESICLES -> {
					for (int i = 0; i < count; i++) {
						final double x = cell.outline.x() + radius * random.nextDouble(-1, 1), y = cell.outline.y() + radius * random.nextDouble(-1, 1);
						final double peak = bright * Math.exp(0.5 * random.nextGaussian());
						if (cell.outline.inside(x, y) > 0.05 && cell.nucleus.inside(x, y) < 0) canvas.spot(x, y, sigma, peak);
					}
				}
				case FIBRES -> {
					final double axis = random.nextDouble(Math.PI);
					for (int i = 0; i < count / 3 + 1; i++)
						canvas.curve(cell.outline.x() + 0.6 * radius * random.nextGaussian(), cell.outline.y() + 0.6 * radius * random.nextGaussian(),
							axis + 0.3 * random.nextGaussian(), radius, 0.01, 0.7 * sigma, bright, random);
				}
			}
		}
	}

	@Override
	public float[][] draw(final int side, final int planes, final SplittableRandom random) {
		final double radius = side * Draws.logUniform(random, 0.07, 0.35);
		final List<Cell> cells = IntStream.range(0, 2 + (int) (random.nextDouble(0.15, 0.8) * side * side / (Math.PI * radius * radius)))
			.mapToObj(i -> Cell.draw(side, radius, random)).toList();
		// A coarse and a fine one: channels of the same parts have the same grain.
		final float[][] textures = { SmoothField.draw(Draws.logUniform(random, 3, 8), 1, random).plane(side, 0), SmoothField.draw(Draws
			.logUniform(random, 8, 20), 2, random).plane(side, 0) };
		final StackLens lens = StackLens.draw(side, random);
		final float[][] channels = new float[planes][];
		for (int k = 0; k < planes; k++)
			channels[k] = lens.otherwise(random).seen(new float[][] { channel(cells, textures, side, random) }, side)[0];
		if (random.nextDouble() < LEAKS) Channels.leak(channels, random);
		Channels.scale(channels, random);
		return channels;
	}

	private static float[] channel(final List<Cell> cells, final float[][] textures, final int side, final SplittableRandom random) {
		final float[] plane = new float[side * side];
		Arrays.fill(plane, (float) random.nextDouble(0.05));
		final Canvas canvas = new Canvas(plane, side);
		final int stains = random.nextInt(1, 4);
		for (int i = 0; i < stains; i++) {
			final Stain stain = Stain.draw(random);
			final float[] texture = textures[random.nextInt(textures.length)];
			// Stains take better in some cells than in others.
			final double unequal = random.nextDouble(0.6);
			for (final Cell cell : cells)
				stain.show(canvas, new Cell(cell.outline, cell.nucleus, cell.level * Math.exp(unequal * random.nextGaussian()), cell.seed), texture,
					side);
		}
		return plane;
	}
}
