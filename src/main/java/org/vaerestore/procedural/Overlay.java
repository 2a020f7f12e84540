package org.vaerestore.procedural;

import java.util.SplittableRandom;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.shape.Shapes;
import org.vaerestore.procedural.texture.Texture;

/** What lies on pictures and belongs to no specimen, as sharp as pixels are. */
enum Overlay {

		/** A bar of a length that is known, and writing beside it. */
		SCALE_BAR {

			@Override
			void lay(final Pile pile, final int side, final SplittableRandom random) {
				final Texture ink = ink(random);
				final double length = side * random.nextDouble(0.1, 0.4), height = random.nextDouble(1, 5), x = side * random
					.nextDouble(0.25, 0.75), y = side * (random.nextBoolean() ? 0.9 : 0.1);
				pile.lay(Shapes.box(x, y, length / 2, height / 2), ink, 1);
				final double size = Draws.logUniform(random, 6, 16);
				pile.lay(Shapes.writing(x, y - size - height, length / 2, size, random), ink, 1);
			}
		},
		/** Lines of writing, on the picture itself or on a strip. */
		LABELS {

			@Override
			void lay(final Pile pile, final int side, final SplittableRandom random) {
				final double ink = random.nextInt(2);
				final boolean strip = random.nextBoolean();
				final int labels = random.nextInt(1, 5);
				for (int i = 0; i < labels; i++) {
					final double size = Draws.logUniform(random, 6, 28), half = Math.min(side / 2.0, size * random.nextDouble(1, 8)),
							x = side * random.nextDouble(), y = side * random.nextDouble();
					pile.lay(Shapes.writing(x, y, half, size, random), (u, v) -> ink, 1);
					if (strip) pile.lay(Shapes.box(x, y, half + 3, size), (u, v) -> 1 - ink, 1);
				}
			}
		},
		/** The lines of a counting chamber or a reticle. */
		GRID {

			@Override
			void lay(final Pile pile, final int side, final SplittableRandom random) {
				final Texture ink = ink(random);
				final double spacing = side * Draws.logUniform(random, 0.06, 0.4), half = Draws.logUniform(random, 0.5, 2), start =
					random.nextDouble(spacing);
				for (double at = start; at < side; at += spacing) {
					pile.lay(Shapes.box(at, side / 2.0, half, side), ink, 1);
					pile.lay(Shapes.box(side / 2.0, at, side, half), ink, 1);
				}
			}
		},
		/** Hairs and fibres of dust. */
		HAIRS {

			@Override
			void lay(final Pile pile, final int side, final SplittableRandom random) {
				final int count = random.nextInt(1, 25);
				final double width = Draws.logUniform(random, 0.8, 4);
				final Texture ink = ink(random);
				for (int i = 0; i < count; i++) {
					final Shape hair = Shapes.hair(side * random.nextDouble(), side * random.nextDouble(), side * random.nextDouble(
						0.05, 0.6), width * random.nextDouble(0.6, 1.4), random);
					pile.lay(hair, ink, 1);
				}
			}
		};

	/** Lays it on top of a pile whose picture goes from 0 to 1. */
	abstract void lay(Pile pile, int side, SplittableRandom random);

	/** Returns a picture from 0 to 1 with one of them on it. */
	static float[] over(final float[] picture, final int side, final SplittableRandom random) {
		final Pile pile = new Pile(side);
		values()[random.nextInt(values().length)].lay(pile, side, random);
		return pile.before(picture, 0);
	}

	private static Texture ink(final SplittableRandom random) {
		final double level = random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(2);
		return (x, y) -> level;
	}
}
