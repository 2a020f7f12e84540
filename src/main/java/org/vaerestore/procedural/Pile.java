package org.vaerestore.procedural;

import java.util.Arrays;

import org.vaerestore.procedural.shape.Shape;
import org.vaerestore.procedural.texture.Texture;

/**
 * Shapes on top of each other, laid from the topmost down, so that nothing is painted that is not seen (Lee, Mumford and
 * Huang draw dead leaves in the same order).
 */
final class Pile {

	/** What lets less than this through hides what is below. */
	private static final float HIDDEN = 0.004f;

	private final int side;
	private final float[][] values;
	private final float[] open;
	private int seen;

	Pile(final int side) {
		this(side, 1);
	}

	/** Makes one that is seen in several colours. */
	Pile(final int side, final int colours) {
		this.side = side;
		values = new float[colours][side * side];
		open = new float[side * side];
		Arrays.fill(open, 1);
		seen = open.length;
	}

	/** Returns whether everything below is hidden. */
	boolean closed() {
		return seen == 0;
	}

	/**
	 * Lays a shape below the others.
	 *
	 * @param surface its brightness
	 * @param soft width of its border in pixels: 1 is as sharp as pixels can show without jagged edges
	 */
	void lay(final Shape shape, final Texture surface, final double soft) {
		lay(shape, surface, soft, Tint.NONE);
	}

	/** Lays a shape of a tint below the others. */
	void lay(final Shape shape, final Texture surface, final double soft, final Tint tint) {
		final double reach = shape.reach() + soft;
		for (int y = from(shape.y() - reach); y <= to(shape.y() + reach); y++)
			for (int x = from(shape.x() - reach); x <= to(shape.x() + reach); x++) {
				final int i = y * side + x;
				if (open[i] == 0) continue;
				final double cover = Math.min(1, shape.depth(x, y) / soft + 0.5);
				if (cover > 0) paint(i, cover, surface.at(x, y), tint);
			}
	}

	/** Fills what is still seen through. */
	void fill(final Texture surface) {
		fill(surface, Tint.NONE);
	}

	/** Fills what is still seen through, with a tint. */
	void fill(final Texture surface, final Tint tint) {
		for (int i = 0; i < open.length; i++)
			if (open[i] > 0) paint(i, 1, surface.at(i % side, i / side), tint);
	}

	private void paint(final int i, final double cover, final double value, final Tint tint) {
		final boolean hides = open[i] * (1 - cover) < HIDDEN;
		for (int colour = 0; colour < values.length; colour++)
			values[colour][i] += (float) (open[i] * (hides ? 1 : cover) * tint.of(value, colour));
		open[i] = hides ? 0 : (float) (open[i] * (1 - cover));
		if (hides) seen--;
	}

	/** Returns the picture; what is seen through is 0. */
	float[] values() {
		return values[0];
	}

	/** Returns the picture in all of its colours. */
	float[][] colours() {
		return values;
	}

	/** Returns the picture in front of another, both as sharp as a lens makes them; sigma in pixels, 0 for none. */
	float[] before(final float[] behind, final double sigma) {
		final float[] front = blurred(values[0], sigma), through = blurred(open, sigma), picture = new float[open.length];
		for (int i = 0; i < picture.length; i++)
			picture[i] = front[i] + through[i] * behind[i];
		return picture;
	}

	private float[] blurred(final float[] plane, final double sigma) {
		return sigma == 0 ? plane : GaussianBlur.blur(plane, side, side, sigma);
	}

	private int from(final double position) {
		return Math.max(0, (int) Math.floor(position));
	}

	private int to(final double position) {
		return Math.min(side - 1, (int) Math.ceil(position));
	}
}
