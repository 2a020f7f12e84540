package org.vaerestore.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.vaerestore.report.Palette;
import org.vaerestore.report.Picture;

/** Pictures of what was looked at: as a whole, made small, and a part at its own resolution. */
final class Panels {

	private static final int WIDEST = 400, CLOSE = 96;
	private static final double TAIL = 0.0035;
	/** Residuals are shown up to so many standard deviations of the noise. */
	private static final double RESIDUAL = 4;

	private final Shown shown;
	private final int width, height, step;
	private final double low, high;

	Panels(final Shown shown) {
		this.shown = shown;
		width = shown.look().width();
		height = shown.look().height();
		step = (Math.max(width, height) + WIDEST - 1) / WIDEST;
		final float[] sorted = known(shown.look().input());
		low = sorted.length == 0 ? 0 : sorted[(int) (TAIL * (sorted.length - 1))];
		high = sorted.length == 0 ? 1 : sorted[(int) ((1 - TAIL) * (sorted.length - 1))];
	}

	/** Returns input, result and what else there is, of all that was looked at. */
	List<Picture> whole() {
		final List<Picture> pictures = new ArrayList<>();
		final Look look = shown.look();
		pictures.add(small("Input" + (shown.masked() == null ? "" : ", masked pixels in green"), masked(look.input()), low, high,
			Palette.GRAY));
		pictures.add(small("Result", look.result(), low, high, Palette.GRAY));
		if (look.deviation() != null) {
			final float[] known = known(look.deviation());
			pictures.add(small("Uncertainty: standard deviation of the signal", look.deviation(), 0, known.length == 0 ? 1
				: known[(int) (0.998 * (known.length - 1))], Palette.FIRE));
		}
		if (shown.map() != null) pictures.add(new Picture("Patterns in the residual, share of its variance", shown.map()
			.columns(), shown.map().blocks().length / shown.map().columns(), shown.map().blocks(), 0, 1, Palette.FIRE));
		return pictures;
	}

	/** Returns a part at full resolution: where the residual has the clearest pattern, or amid what was restored. */
	List<Picture> close() {
		final Look look = shown.look();
		final int w = Math.min(CLOSE, width), h = Math.min(CLOSE, height), middle = middle();
		final int x = Math.max(0, Math.min(width - w, middle % width - w / 2));
		final int y = Math.max(0, Math.min(height - h, middle / width - h / 2));
		final List<Picture> pictures = new ArrayList<>();
		final String place = String.format(Locale.ROOT, " at (%d, %d)", look.region().x() + x, look.region().y() + y);
		pictures.add(close("Input" + place, masked(look.input()), low, high, Palette.GRAY, x, y, w, h));
		pictures.add(close("Result" + place, look.result(), low, high, Palette.GRAY, x, y, w, h));
		if (shown.residual() != null) pictures.add(close("Residual, in standard deviations of the noise", shown.residual()
			.values(), -RESIDUAL, RESIDUAL, Palette.BALANCE, x, y, w, h));
		return pictures;
	}

	private int middle() {
		if (shown.map() != null) {
			final int block = shown.map().worst(), side = shown.map().side();
			return (block / shown.map().columns() * side + side / 2) * width + block % shown.map().columns() * side + side / 2;
		}
		int chosen = width * (height / 2) + width / 2, seen = 0, all = 0;
		for (final boolean is : shown.masked())
			if (is) all++;
		for (int i = 0; i < shown.masked().length; i++)
			if (shown.masked()[i] && ++seen == (all + 1) / 2) chosen = i;
		return chosen;
	}

	private float[] masked(final float[] values) {
		if (shown.masked() == null) return values;
		final float[] marked = values.clone();
		for (int i = 0; i < marked.length; i++)
			if (shown.masked()[i]) marked[i] = Float.NaN;
		return marked;
	}

	private float[] known(final float[] values) {
		final float[] known = new float[values.length];
		int count = 0;
		for (int i = 0; i < values.length; i++)
			if (Float.isFinite(values[i]) && (shown.masked() != null || shown.look().known()[i])) known[count++] = values[i];
		final float[] sorted = Arrays.copyOf(known, count);
		Arrays.sort(sorted);
		return sorted;
	}

	private Picture close(final String caption, final float[] values, final double from, final double to,
		final Palette palette, final int x, final int y, final int w, final int h)
	{
		return new Picture(caption, width, height, values, from, to, palette).crop(caption, x, y, w, h);
	}

	/** Makes a picture smaller by means over squares; what is unknown anywhere in a square stays unknown. */
	private Picture small(final String caption, final float[] values, final double from, final double to,
		final Palette palette)
	{
		final int columns = Math.max(1, width / step), rows = Math.max(1, height / step);
		final float[] means = new float[columns * rows];
		for (int i = 0; i < means.length; i++) {
			double sum = 0;
			for (int k = 0; k < step * step; k++)
				sum += values[Math.min(height - 1, i / columns * step + k / step) * width + Math.min(width - 1, i % columns * step + k %
					step)];
			means[i] = (float) (sum / (step * step));
		}
		return new Picture(caption, columns, rows, means, from, to, palette);
	}
}
