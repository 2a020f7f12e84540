package org.vaerestore.imagej.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.vaerestore.job.InputException;

import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.RankFilters;
import ij.process.FloatProcessor;

/**
 * Finds scratches and lines: long, straight and thin, brighter or darker than what is on both sides.
 * <p>
 * A scratch starts at pixels of a ridge that goes on in a straight line to both sides, and is followed from there as far
 * as the ridge has a share of their strength. Edges, which have a ridge on one side and a valley of the same strength on
 * the other, start none.
 * </p>
 *
 * @param width of a scratch in pixels
 * @param sensitivity how strong a ridge must be where it starts, in robust standard deviations of all ridges of the plane
 * @param polarity brighter, darker, or both
 */
public record Scratches(double width, double sensitivity, Polarity polarity) implements DamageFinder {

	/** How a scratch differs from its surroundings. */
	public enum Polarity {
		/** Brighter or darker. */
		BOTH,
		/** Brighter. */
		BRIGHT,
		/** Darker. */
		DARK
	}

	/** Where a ridge is followed to, as a share of where it starts. */
	private static final double FOLLOWED = 0.4;
	/** How far a scratch goes on from where it starts to both sides, and how far it may bend there, in its widths. */
	private static final double REACH = 5, BEND = 0.5;
	/** How long a scratch is at least, in its widths. */
	private static final double LENGTH = 15;
	/** How strong a ridge must be against the valleys beside it, where it starts and where it goes on; a line's is 2.2 times. */
	private static final double LINE_NOT_EDGE = 1.5, FLANKED = 0.6;

	/** Checks the values. */
	public Scratches {
		if (!(width >= 1 && width <= 100)) throw new InputException("The width of a scratch is " + width +
			" pixels; it must be from 1 to 100.");
		if (!(sensitivity > 0)) throw new InputException("The sensitivity is " + sensitivity + "; it must be above 0.");
	}

	@Override
	public String name() {
		return "scratches about " + Math.round(width) + " pixels wide";
	}

	@Override
	public boolean[] find(final float[] values, final int planeWidth, final int height) {
		final float[] smooth = smooth(values, planeWidth, height);
		final Ridges bright = Ridges.of(smooth, planeWidth, 1), dark = Ridges.of(smooth, planeWidth, -1);
		final boolean[] found = new boolean[values.length];
		if (polarity != Polarity.DARK) find(bright, dark, planeWidth, found);
		if (polarity != Polarity.BRIGHT) find(dark, bright, planeWidth, found);
		return found;
	}

	private float[] smooth(final float[] values, final int planeWidth, final int height) {
		final float[] known = values.clone();
		for (int pixel = 0; pixel < known.length; pixel++)
			if (!Float.isFinite(known[pixel])) known[pixel] = 0;
		new GaussianBlur().blurGaussian(new FloatProcessor(planeWidth, height, known), width / 2, width / 2, 1e-3);
		return known;
	}

	private void find(final Ridges ridges, final Ridges valleys, final int planeWidth, final boolean[] found) {
		final float[] strengths = ridges.strengths();
		final double threshold = sensitivity * NoiseScale.of(strengths.clone(), strengths.length);
		final float[] beside = strongestBeside(valleys, planeWidth);
		final int[] starts = IntStream.range(0, strengths.length).filter(pixel -> strengths[pixel] > threshold &&
			strengths[pixel] > LINE_NOT_EDGE * beside[pixel] && ridges.support(pixel, reach(), bend()) > threshold).boxed().sorted(
				Comparator.comparingDouble(pixel -> -strengths[pixel])).mapToInt(Integer::intValue).toArray();
		final boolean[] seen = new boolean[strengths.length];
		for (final int start : starts) {
			if (seen[start]) continue;
			final List<Integer> scratch = follow(ridges, beside, planeWidth, start, seen);
			if (extent(scratch, planeWidth) >= LENGTH * width) for (final int pixel : scratch)
				found[pixel] = true;
		}
	}

	private float[] strongestBeside(final Ridges ridges, final int planeWidth) {
		final float[] strongest = ridges.strengths().clone();
		new RankFilters().rank(new FloatProcessor(planeWidth, strongest.length / planeWidth, strongest), 2 * width,
			RankFilters.MAX);
		return strongest;
	}

	private List<Integer> follow(final Ridges ridges, final float[] beside, final int planeWidth, final int start,
		final boolean[] seen)
	{
		final double weakest = FOLLOWED * ridges.strengths()[start];
		final List<Integer> scratch = new ArrayList<>(List.of(start));
		seen[start] = true;
		for (int next = 0; next < scratch.size(); next++) {
			final int x = scratch.get(next) % planeWidth, y = scratch.get(next) / planeWidth;
			for (int v = Math.max(0, y - 1); v <= y + 1 && v * planeWidth < seen.length; v++)
				for (int u = Math.max(0, x - 1); u <= Math.min(planeWidth - 1, x + 1); u++) {
					final int pixel = v * planeWidth + u;
					final float strength = ridges.strengths()[pixel];
					if (seen[pixel] || !(strength > weakest && strength > FLANKED * beside[pixel] && ridges
						.oneSidedSupport(pixel, reach(), bend()) > weakest)) continue;
					seen[pixel] = true;
					scratch.add(pixel);
				}
		}
		return scratch;
	}

	private int reach() {
		return (int) Math.round(REACH * width);
	}

	private int bend() {
		return (int) Math.ceil(BEND * width);
	}

	private static double extent(final List<Integer> pixels, final int planeWidth) {
		int left = Integer.MAX_VALUE, right = 0, top = Integer.MAX_VALUE, bottom = 0;
		for (final int pixel : pixels) {
			left = Math.min(left, pixel % planeWidth);
			right = Math.max(right, pixel % planeWidth);
			top = Math.min(top, pixel / planeWidth);
			bottom = Math.max(bottom, pixel / planeWidth);
		}
		return Math.hypot(right - left + 1, bottom - top + 1);
	}
}
