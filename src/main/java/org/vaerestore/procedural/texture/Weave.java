package org.vaerestore.procedural.texture;

import java.util.SplittableRandom;

import org.vaerestore.procedural.Draws;

/**
 * Cloth: threads that go over and under each other, rounded, and dark where they dive.
 *
 * @param axis of the warp
 * @param width of a thread of the warp, in pixels
 * @param height of a thread of the weft
 * @param binding who is above whom
 * @param warp brightness of one set of threads, 0 to 1
 * @param weft of the other
 * @param round how dark threads are at their sides, 0 to 1
 * @param dive how dark they are where they go under, 0 to 1
 */
record Weave(Axis axis, double width, double height, Binding binding, double warp, double weft, double round,
	double dive) implements Texture
{

	/** Which thread is above at a crossing. */
	enum Binding {
			PLAIN(2) {

				@Override
				boolean warpAbove(final long column, final long row) {
					return (column + row & 1) == 0;
				}
			},
			TWILL(4) {

				@Override
				boolean warpAbove(final long column, final long row) {
					return (column + row & 3) < 2;
				}
			},
			BASKET(4) {

				@Override
				boolean warpAbove(final long column, final long row) {
					return ((column >> 1) + (row >> 1) & 1) == 0;
				}
			},
			SATIN(5) {

				@Override
				boolean warpAbove(final long column, final long row) {
					return Math.floorMod(2 * column + row, 5) == 0;
				}
			};

		private final int threads;

		Binding(final int threads) {
			this.threads = threads;
		}

		/** Returns after how many threads the cloth is the same again. */
		int threads() {
			return threads;
		}

		abstract boolean warpAbove(long column, long row);
	}

	static Texture draw(final SplittableRandom random) {
		final double width = Draws.logUniform(random, 1.6, 14);
		final double warp = random.nextDouble();
		return new Weave(Axis.draw(random), width, width * Draws.logUniform(random, 0.6, 1.6), Binding.values()[random.nextInt(
			Binding.values().length)], warp, random.nextInt(3) == 0 ? warp : random.nextDouble(), random.nextDouble(0.1, 1),
			random.nextDouble(0.1, 1));
	}

	@Override
	public double at(final double x, final double y) {
		final double u = axis.along(x, y) / width, v = axis.across(x, y) / height;
		final long column = (long) Math.floor(u), row = (long) Math.floor(v);
		final double across = 2 * (u - column) - 1, along = 2 * (v - row) - 1;
		final boolean above = binding.warpAbove(column, row);
		final double side = above ? across : along, end = above ? along : across;
		return 2 * (0.3 + 0.7 * (above ? warp : weft)) * (1 - round * side * side) * (1 - dive * end * end) - 1;
	}
}
