package org.vaerestore.restore;

import org.vaerestore.fill.FillWorkspace;
import org.vaerestore.job.Progress;
import org.vaerestore.setaside.SetAside;
import org.vaerestore.tiles.PlaneReader;

import net.imglib2.img.array.ArrayImgs;

/**
 * What is around holes, without pixels that can't be signal: beside a hole they are hidden like it, further away the signal goes on
 * evenly, so that padding, or a dead column, doesn't reach into the hole. What is known stays in the result, whatever it is.
 */
final class SignalAround {

	/** Share of what isn't masked that must be signal; else all of it counts. */
	private static final double LEAST = 0.1;
	/** Pixels around a hole that count as beside it. */
	private static final int BESIDE = 16;

	private final FillWorkspace fills = new FillWorkspace();

	/**
	 * Replaces the pixels of a part of a plane that can't be signal.
	 *
	 * @param values row by row; are changed
	 * @param hidden of the same part: masked, or no numbers
	 * @return what is hidden, with those beside it that can't be signal
	 */
	boolean[] replace(final float[] values, final boolean[] hidden, final int width, final Progress progress) {
		final float[] filled = values.clone();
		int known = 0;
		for (int i = 0; i < filled.length; i++)
			if (hidden[i]) filled[i] = Float.NaN;
			else known++;
		final PlaneReader reader = PlaneReader.of(ArrayImgs.floats(filled, width, filled.length / width));
		final SetAside aside = SetAside.find(reader, progress.part(0, 0));
		if (aside.count() == 0 || known - aside.count() < LEAST * known) return hidden;
		final boolean[] empty = aside.map(0, reader.planes().whole(), filled), map = empty.clone();
		for (int i = 0; i < empty.length; i++)
			if (empty[i] |= hidden[i]) filled[i] = 0;
		fills.hybrid(filled, empty, width, filled.length / width);
		for (int i = 0; i < map.length; i++)
			if (map[i]) values[i] = filled[i];
		final boolean[] beside = spread(spread(hidden, width, 1), width, width), all = hidden.clone();
		for (int i = 0; i < all.length; i++)
			all[i] |= map[i] && beside[i];
		return all;
	}

	/** Spreads along rows, or, a stride of the width, along columns. */
	private static boolean[] spread(final boolean[] places, final int width, final int stride) {
		final boolean[] spread = new boolean[places.length];
		for (int i = 0; i < places.length; i++) {
			if (!places[i]) continue;
			final int place = stride == 1 ? i % width : i / width, last = (stride == 1 ? width : places.length / width) - 1;
			for (int step = -Math.min(BESIDE, place); step <= Math.min(BESIDE, last - place); step++)
				spread[i + step * stride] = true;
		}
		return spread;
	}

	/** Returns whether all that is known of a part of a plane is one value, as in a dropped frame. */
	static boolean isOneValue(final float[] values, final boolean[] hidden) {
		float first = Float.NaN;
		for (int i = 0; i < values.length; i++) {
			if (hidden[i]) continue;
			if (Float.isNaN(first)) first = values[i];
			else if (values[i] != first) return false;
		}
		return true;
	}
}
